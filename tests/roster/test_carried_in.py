from models.requirement import Requirement
from planner.roster.carried_in import asked_of_this_plan, required_intervals
from tests.roster.desks import DAY, EVENING, NIGHT, asks, backlog, desk, live, opened, pattern


def test_the_small_hours_of_the_first_day_belong_to_the_plan_before() -> None:
    scenario = desk(days=2, shift_patterns=(DAY, EVENING, NIGHT))
    required = required_intervals(scenario, opened(scenario))
    assert [i for i, mine in enumerate(required) if not mine] == list(range(8))


def test_hours_no_pattern_ever_covers_stay_required() -> None:
    scenario = desk(days=2, shift_patterns=(DAY,))
    assert required_intervals(scenario, opened(scenario)) == (True,) * 48


def test_hours_a_shift_of_the_first_day_covers_too_stay_required() -> None:
    early = pattern("Early", 4, 8)
    scenario = desk(days=1, shift_patterns=(NIGHT, early))
    required = required_intervals(scenario, opened(scenario))
    assert [i for i, mine in enumerate(required) if not mine] == [0, 1, 2, 3]


def test_only_patterns_of_the_day_before_carry_in() -> None:
    """A night pattern that starts on Mondays only covers nothing of a Monday morning."""
    scenario = desk(days=2, shift_patterns=(DAY, pattern("Night", 20, 12, weekdays=("mon",))))
    assert required_intervals(scenario, opened(scenario)) == (True,) * 48


def test_closed_hours_are_never_required() -> None:
    scenario = desk(days=1, hours="mon-sun 06:00-10:00", shift_patterns=(NIGHT, DAY))
    required = required_intervals(scenario, opened(scenario))
    assert [i for i, mine in enumerate(required) if mine] == [8, 9]


def test_what_the_plan_before_answers_for_asks_for_nobody_here() -> None:
    scenario = desk(days=1)
    work = backlog([5] * 24, [0] * 24, [50] * 24, [7] * 24)
    whole = Requirement(opened(scenario), (live(scenario, 2),), (work,))
    asked = asked_of_this_plan(whole, required_intervals(scenario, opened(scenario)))
    assert asked == asks(scenario, live(scenario, 2), work)
    assert asked.live[0].agents == (0,) * 8 + (2,) * 16
    assert asked.backlog[0].minutes_per_agent == (0,) * 8 + (50,) * 16
    assert asked.backlog[0].taken_minutes == (("calls", (0,) * 8 + (7,) * 16),)
    assert asked.backlog[0].available_minutes == work.available_minutes
    assert asked.open_intervals == (False,) * 8 + (True,) * 16
