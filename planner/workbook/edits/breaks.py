"""Where the break of a shift lies that somebody entered: the grid does not say."""

from collections.abc import Sequence

from models.horizon import Horizon
from models.shift import Shift
from models.tour import Roster


class Presence:
    """People at work per interval of the period, beside those required.

    Parameters
    ----------
    horizon
        Axis of minutes.
    required
        People required, per interval.
    """

    def __init__(self, horizon: Horizon, required: Sequence[int]) -> None:
        self._step, self._required = horizon.interval_minutes, required
        self._present = [0] * horizon.intervals

    def add_all(self, roster: Roster) -> None:
        """Count everybody of a roster, shifts begun before the period included."""
        for tour in roster.tours:
            for shift in (*tour.agent.history, *tour.worked):
                self.add(shift)

    def add(self, shift: Shift, number: int = 1) -> None:
        """Count a shift, or with -1 take it away."""
        for interval in self._attended(shift):
            self._present[interval] += number

    def best(self, choices: Sequence[Shift]) -> Shift:
        """The choice that leaves fewest people missing; the earliest break among equals."""
        return max(choices, key=lambda shift: (self._filled(shift), -shift.break_start_minute))

    def _filled(self, shift: Shift) -> int:
        """Intervals in which the shift fills a gap."""
        return sum(self._present[i] < self._required[i] for i in self._attended(shift))

    def _attended(self, shift: Shift) -> list[int]:
        first = max(0, shift.start_minute // self._step)
        last = min(len(self._present), -(-shift.end_minute // self._step))
        return [i for i in range(first, last) if shift.works_throughout(i * self._step, (i + 1) * self._step)]
