import datetime as dt

from models.agent import WorkedShift
from models.shift import Shift
from planner.audit import audit
from planner.roster.always_kept import OneShiftAtATime
from tests.roster.desks import ANA, MONDAY, asks, desk, live, pattern, rostered

NIGHT, EARLY = pattern("Night", 22, 12), pattern("Early", 6, 8)


def test_nobody_works_two_shifts_at_once_though_no_rule_asks_for_rest() -> None:
    """A night to 10:00 and a shift from 06:00 together would serve everyone; there is no such tour."""
    scenario = desk(days=2, shift_patterns=(NIGHT, EARLY))
    wanted = [1 if 22 <= hour < 24 or 34 <= hour < 38 else 0 for hour in range(48)]
    requirement = asks(scenario, live(scenario, wanted))
    answer = rostered(scenario, requirement)
    assert answer.proof.status == "optimal"
    assert not audit(scenario, answer.roster, requirement.open_intervals)
    assert [shift.pattern for shift in answer.roster.tours[0].worked] == ["Early"]
    assert answer.parts.understaffing_minor == 2 * 300_000


def test_a_shift_begun_before_the_period_is_ended_first() -> None:
    worked = WorkedShift(date=MONDAY - dt.timedelta(days=1), start=22 * 60, length_minutes=12 * 60)
    ana = ANA.model_copy(update={"worked_before": (worked,)})
    scenario = desk(days=1, agents=(ana,), shift_patterns=(EARLY, pattern("Late", 10, 8)))
    answer = rostered(scenario, asks(scenario, live(scenario, 3)))
    assert [shift.pattern for shift in answer.roster.tours[0].worked] == ["Late"]


def test_the_state_is_forgotten_once_the_shift_has_ended() -> None:
    alone = OneShiftAtATime(desk().horizon, ())
    assert alone.start() == 0
    over_midnight = Shift(0, 1320, 2040, "Night", 720)
    assert alone.step(0, 0, over_midnight) == (2040, 0)
    assert alone.step(2040, 1, Shift(1, 2039, 2100, "x", 61)) is None
    assert alone.step(2040, 1, Shift(1, 2040, 2100, "x", 60)) == (2880, 0)
    assert alone.step(2040, 1, None) == (2880, 0)
    assert alone.finish(2880) == 0
