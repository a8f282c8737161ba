from collections import Counter
from dataclasses import replace

import pytest

from models.requirement import LiveNeed, Requirement
from models.shift import Shift
from models.staffing_terms import StaffingTerms
from models.tour import Roster, RosterAgent, Tour
from planner.roster.on_duty import coverage_of, on_duty_by_skills, on_shift_counts, supply_by_need
from tests.roster.desks import asks, backlog, desk, live

HORIZON = desk(days=1).horizon
MAIL, NONE = frozenset({"mail"}), frozenset[str]()


def there(skills: frozenset[str], *hours: tuple[int, int], history: tuple[Shift, ...] = ()) -> Tour:
    (start, end), *_ = hours or ((0, 0),)
    shift = Shift(0, start * 60, end * 60, "x", (end - start) * 60) if hours else None
    return Tour(RosterAgent("a", "a", "crew", skills, history=history), (shift,))


def test_people_count_while_they_work_and_are_not_on_their_break() -> None:
    plain = there(NONE, (8, 12))
    (shift,) = plain.worked
    on_break = replace(plain, shifts=(replace(shift, break_start_minute=540, break_end_minute=570),))
    late = there(MAIL, (11, 13), history=(Shift(-1, -60, 120, "x", 180),))
    present = on_duty_by_skills(HORIZON, Roster((on_break, late)))
    assert [hour for hour in range(24) if present[hour][NONE]] == [8, 10, 11]
    assert [hour for hour in range(24) if present[hour][MAIL]] == [0, 1, 11, 12]


def test_pools_share_people_out_and_deferred_work_gets_minutes() -> None:
    scenario = desk(days=1)
    work = backlog([0] * 9 + [70] + [0] * 14, [0] * 12 + [70] + [0] * 11, [50] * 24, skill="mail")
    requirement = asks(scenario, live(scenario, 1), live(scenario, 1, "post", "mail"), work)
    present = (Counter({NONE: 2, MAIL: 1}),) * 24
    shared = supply_by_need(present, requirement)
    assert shared["phone"][9] == 2
    assert shared["post"][9] == 1
    assert shared["mail"][9:12] == (50, 20, 0)


@pytest.mark.parametrize(
    ("people", "least", "short", "over"),
    [
        (Counter({NONE: 3}), 0, 1, 0),
        (Counter({NONE: 2, MAIL: 1}), 0, 0, 0),
        (Counter({MAIL: 1, NONE: 3}), 0, 0, 1),
        (Counter({NONE: 4}), 0, 1, 1),
        (Counter({NONE: 2, MAIL: 1}), 5, 2, 0),
        (Counter({NONE: 0}), 0, 3, 0),
    ],
)
def test_hours_missing_and_too_many(
    people: Counter[frozenset[str]], least: int, short: int, over: int
) -> None:
    """Two are wanted by phone, and one who can do mail; one hour is open."""
    needs = (LiveNeed("phone", None, (2,), (1.0,)), LiveNeed("post", "mail", (1,), (0.5,)))
    requirement = Requirement((True,), needs, ())
    horizon = desk(days=1, interval_minutes=30).horizon
    coverage = coverage_of(
        horizon, (people,), requirement, StaffingTerms(min_agents=least), (people.total(),), 90
    )
    assert coverage.required == (max(3, least),)
    assert coverage.on_duty == (people.total(),)
    assert coverage.required_hours == max(3, least) / 2
    assert coverage.scheduled_hours == people.total() / 2
    assert coverage.understaffed_hours == short / 2 + 1.5
    assert coverage.overstaffed_hours == over / 2
    assert coverage.deferred_short_hours == 1.5


@pytest.mark.parametrize(
    ("cover", "at_work", "on_shift", "required", "short", "over"),
    [
        (None, 2, 3, 3, 1, 0),
        (2, 2, 3, 2, 0, 0),
        (2, 1, 3, 2, 1, 0),
        (2, 2, 2, 2, 1, 0),
        (2, 0, 0, 2, 3, 0),
        (0, 0, 3, 1, 1, 0),
        (2, 3, 3, 2, 0, 0),
        (2, 4, 4, 2, 0, 1),
    ],
)
def test_a_break_is_covered_by_fewer_than_are_on_shift(
    cover: int | None, at_work: int, on_shift: int, required: int, short: int, over: int
) -> None:
    """Three on shift, of whom so many must be at work; one of them calls ask for."""
    requirement = Requirement((True,), (LiveNeed("phone", None, (1,), (0.5,)),), ())
    terms = StaffingTerms(min_agents=3, break_cover=cover)
    coverage = coverage_of(HORIZON, (Counter({NONE: at_work}),), requirement, terms, (on_shift,), 0)
    found = coverage.required[0], coverage.understaffed_hours, coverage.overstaffed_hours
    assert found == (required, short, over)


def test_those_on_a_break_are_on_shift() -> None:
    (shift,) = there(NONE, (8, 12)).worked
    on_break = replace(
        there(NONE, (8, 12)), shifts=(replace(shift, break_start_minute=540, break_end_minute=570),)
    )
    late = there(MAIL, (11, 13), history=(Shift(-1, -60, 120, "x", 180),))
    counts = on_shift_counts(HORIZON, Roster((on_break, late)))
    assert {hour: heads for hour, heads in enumerate(counts) if heads} == {
        0: 1,
        1: 1,
        8: 1,
        9: 1,
        10: 1,
        11: 2,
        12: 1,
    }


def test_people_on_duty_while_the_desk_is_closed_are_too_many() -> None:
    requirement = Requirement((False,), (LiveNeed("phone", None, (0,), (0.0,)),), ())
    coverage = coverage_of(HORIZON, (Counter({NONE: 2}),), requirement, StaffingTerms(min_agents=1), (2,), 0)
    assert (coverage.required, coverage.understaffed_hours, coverage.overstaffed_hours) == ((0,), 0, 2)
