"""The network is the product of the automata, so each must have few states."""

import datetime as dt

import pytest

from models.horizon import Horizon
from models.rule import Frame, Rule, State, TourRule
from models.shift import Shift
from tests.rules.known import TOUR_RULES, kind_of, variants

#: Start clock minute and length of the 13 patterns of a 24/7 desk: 8 and 11 paid hours.
PATTERNS = [(start * 60, 9 * 60) for start in (6, 7, 8, 9, 10, 12, 14, 15)] + [
    (start * 60, 12 * 60) for start in (7, 8, 9, 19, 20)
]
HORIZON = Horizon(zone="Europe/Moscow", first_date=dt.date(2026, 1, 5), days=28, interval_minutes=30)
#: States per day beyond which a rule is too talkative; sums of minutes have a reason to be.
MOST_STATES = {
    "period_minutes": 300,
    "average_weekly_minutes": 300,
    "overtime_budget": 300,
    # every length on each day of the window, and every end of a shift on each day of the stretch
    "max_window_minutes": 100,
    "rolling_rest": 200,
}


def pattern_shifts(day: int) -> list[Shift]:
    """One shift of each pattern on a day, with an hour of unpaid break."""
    shifts = []
    for number, (clock, length) in enumerate(PATTERNS):
        start = HORIZON.minute_at(day, clock)
        paid = length - 60
        shifts.append(Shift(day, start, start + length, f"P{number}", paid, is_night=clock >= 19 * 60))
    return shifts


def states_per_day(rule: TourRule, frame: Frame) -> list[int]:
    """Number of distinct states reached before each day and at the end."""
    layer: set[State] = {rule.start(frame, ())}
    sizes = [1]
    for day in range(frame.horizon.days):
        options = [None, *pattern_shifts(day)]
        steps = [rule.step(frame, state, day, shift) for state in layer for shift in options]
        layer = {step[0] for step in steps if step is not None}
        sizes.append(len(layer))
    return sizes


@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
def test_states_are_few(unit: type[Rule]) -> None:
    frame = Frame(HORIZON)
    for rule in variants(unit, HORIZON.first_date):
        assert isinstance(rule, TourRule)
        sizes = states_per_day(rule, frame)
        assert max(sizes) <= MOST_STATES.get(rule.kind, 60), f"{rule!r}: {sizes}"
