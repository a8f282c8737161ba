"""A shift: one dated stretch of work, on the horizon's axis of minutes."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """One dated stretch of work.

    Parameters
    ----------
    day
        Day of the horizon the shift starts on; negative before the period.
    start_minute, end_minute
        Minutes on the horizon's axis (see :class:`models.horizon.Horizon`): real elapsed
        minutes, so a night on which the clocks change is an hour shorter or longer.
    pattern
        Name of the shift pattern it was made from.
    paid_minutes
        Elapsed minutes less the unpaid break, or the pause of a split shift.
    break_start_minute, break_end_minute
        The break on the same axis; equal where there is none.
    break_paid
        Whether the break is paid; the agent is not available to customers either way.
    is_night
        Whether this counts as a night shift under the scenario's night settings.
    is_split
        Whether the break is the pause between the two spells of a split shift: free time, in
        which the agent is neither at work nor on shift.
    """

    day: int
    start_minute: int
    end_minute: int
    pattern: str
    paid_minutes: int
    break_start_minute: int = 0
    break_end_minute: int = 0
    break_paid: bool = False
    is_night: bool = False
    is_split: bool = False

    @property
    def break_minutes(self) -> int:
        """Length of the break."""
        return self.break_end_minute - self.break_start_minute

    @property
    def split_pause(self) -> tuple[int, int]:
        """Begin and end of the pause of a split shift; equal where it is not split."""
        return (self.break_start_minute, self.break_end_minute) if self.is_split else (0, 0)

    @property
    def spells(self) -> tuple[tuple[int, int], ...]:
        """Stretches on shift, breaks included: two of a split shift, else the whole."""
        if not self.is_split:
            return ((self.start_minute, self.end_minute),)
        return (self.start_minute, self.break_start_minute), (self.break_end_minute, self.end_minute)

    def without_break_place(self) -> "Shift":
        """The shift as most rules see it: how long its break is and whether paid, not where it lies.

        When the spells of a split shift are, every rule sees.
        """
        if self.is_split:
            return self
        return replace(self, break_start_minute=0, break_end_minute=self.break_minutes)

    def works_throughout(self, start_minute: int, end_minute: int) -> bool:
        """Whether the agent is available during the whole of ``[start_minute, end_minute)``."""
        on_break = self.break_start_minute < end_minute and start_minute < self.break_end_minute
        return self._reaches(start_minute, end_minute) and not on_break

    def spans(self, start_minute: int, end_minute: int) -> bool:
        """Whether all of ``[start_minute, end_minute)`` lies within the shift, its break included.

        The pause of a split shift is no part of it.
        """
        if self.is_split:
            return self.works_throughout(start_minute, end_minute)
        return self._reaches(start_minute, end_minute)

    def _reaches(self, start_minute: int, end_minute: int) -> bool:
        return self.start_minute <= start_minute and end_minute <= self.end_minute
