"""The automaton of a rule that holds during a part of the period only."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from models.horizon import Horizon
from models.rule import Frame, Rule, State, Step, TourRule
from models.shift import Shift


def holds_throughout(rule: Rule, horizon: Horizon) -> bool:
    """Whether a rule holds on every day of the period."""
    begun = rule.valid_from is None or rule.valid_from <= horizon.date_of(0)
    lasts = rule.valid_to is None or rule.valid_to >= horizon.date_of(horizon.days - 1)
    return begun and lasts


def holds_on_some_day(rule: Rule, horizon: Horizon) -> bool:
    """Whether a rule holds on any day of the period."""
    begins = rule.valid_from is None or rule.valid_from <= horizon.date_of(horizon.days - 1)
    return begins and (rule.valid_to is None or rule.valid_to >= horizon.date_of(0))


@dataclass(frozen=True)
class _Before:
    """A day on which the rule does not hold yet: its state, were it to begin now.

    Two pasts that leave a rule in the same state leave it so after every further day, so one
    of them stands for all.
    """

    state: State
    worked: tuple[Shift, ...] = field(compare=False)


@dataclass(frozen=True)
class PartOfPeriod:
    """A rule as if its valid dates were the whole period.

    Shifts that start before the first of them are what was worked before; beyond the last
    one time is free.  The states are few: while the rule does not hold yet, it is asked day
    by day in which state it would begin.

    Parameters
    ----------
    rule
        Holds on some days of the period.
    """

    rule: TourRule

    @property
    def sees_break_place(self) -> bool:
        """Whether the rule asks where in a shift its break lies."""
        return self.rule.sees_break_place

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """State before the period: that of the rule, where it holds on day 0."""
        return self._on_eve(frame, 0, history)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Ask the rule on its days; before them only note what is worked."""
        first, last = self._days(frame.horizon)
        if isinstance(state, _Before):
            worked = state.worked if shift is None else (*state.worked, shift)
            return self._on_eve(frame, day + 1, worked), 0
        if day > last:
            return state, 0
        own = self._frame_from(frame, first)
        moved = None if shift is None else _moved(frame.horizon, first, shift)
        step = self.rule.step(own, state, day - first, moved)
        if step is None or day < last:
            return step
        ending = self.rule.finish(own, step[0])
        return None if ending is None else ((), step[1] + ending)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the rule's own end was priced on its last day."""
        return 0

    def _on_eve(self, frame: Frame, day: int, worked: tuple[Shift, ...]) -> State:
        """State of the rule when it begins on a day; remembered together with how it came about."""
        moved = tuple(_moved(frame.horizon, day, shift) for shift in worked)
        state = self.rule.start(self._frame_from(frame, day), moved)
        return state if day == self._days(frame.horizon)[0] else _Before(state, worked)

    def _days(self, horizon: Horizon) -> tuple[int, int]:
        """First and last day of the period on which the rule holds."""
        first = 0 if self.rule.valid_from is None else max(0, horizon.day_of(self.rule.valid_from))
        last = horizon.days - 1
        return first, last if self.rule.valid_to is None else min(last, horizon.day_of(self.rule.valid_to))

    def _frame_from(self, frame: Frame, day: int) -> Frame:
        """A period from a day on to the rule's last."""
        _, last = self._days(frame.horizon)
        return replace(frame, horizon=_part(frame.horizon, day, last), open_intervals=())


@lru_cache(maxsize=1000)
def _part(whole: Horizon, first: int, last: int) -> Horizon:
    """A period of some of the days; kept, as it knows where its days start."""
    return Horizon(
        zone=whole.zone,
        first_date=whole.date_of(first),
        days=last - first + 1,
        interval_minutes=whole.interval_minutes,
    )


def _moved(horizon: Horizon, day: int, shift: Shift) -> Shift:
    """The shift on the axis of a period that begins on a day."""
    by = horizon.day_start(day)
    return replace(
        shift,
        day=shift.day - day,
        start_minute=shift.start_minute - by,
        end_minute=shift.end_minute - by,
        break_start_minute=shift.break_start_minute - by,
        break_end_minute=shift.break_end_minute - by,
    )
