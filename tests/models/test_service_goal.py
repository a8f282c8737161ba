from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.service_goal import GoalOutcome, ServiceGain, ServiceGoal

#: Served by 0 to 5 agents: 500, 700, 1000, 1400, 1500, 1500.
LIST = ServiceGain(agents=2, served=1000, gains=(400, 100), exact=(2, 3, 4))
GOAL = ServiceGoal(0.8, (3, 5), (2.0, 2.0), (LIST, LIST))


def test_an_agent_missing_from_the_least_takes_the_first_gain_away() -> None:
    assert [LIST.served_by(agents) for agents in range(6)] == [200, 600, 1000, 1400, 1500, 1500]


@given(
    least=st.integers(0, 4),
    served=st.integers(0, 2000),
    gains=st.lists(st.integers(1, 900), max_size=5),
    further=st.integers(-6, 12),
)
def test_lists_are_concave_whatever_the_number_of_agents(
    least: int, served: int, gains: list[int], further: int
) -> None:
    one = ServiceGain(least, served, tuple(sorted(gains, reverse=True)), ())
    middle = least + further
    before, here, after = (one.served_by(n) for n in (middle - 1, middle, middle + 1))
    assert here - before >= after - here >= 0


def test_a_goal_counts_the_fewest_agents_that_keep_it() -> None:
    assert (GOAL.wanted, GOAL.asked) == (3200, 3000)
    assert GOAL.fewest == (4, 1000)
    easier = ServiceGoal(0.6, (3, 5), (2.0, 2.0), (LIST, LIST))
    assert easier.fewest == (1, 400)
    assert easier.agents_for(200) == pytest.approx(0.5)
    assert ServiceGoal(0.5, (3, 5), (2.0, 2.0), (LIST, LIST)).fewest == (0, 0)


def test_what_is_wanted_is_not_rounded_up_for_the_last_digit_of_a_float() -> None:
    assert ServiceGoal(0.9, (0,), (23.0,), ()).wanted == 20_700
    assert ServiceGoal(1 / 3, (0,), (1.0,), ()).wanted == 334


def test_what_is_short_is_counted_over_all_intervals_of_the_goal() -> None:
    nobody_else = [0] * 6
    there = [*nobody_else[:3], 3, 9, 2]
    assert GOAL.short_of(tuple(there)) == 3000 - 1400 - 1000
    assert GOAL.short_of((0, 0, 0, 4, 0, 4)) == 0
    assert GOAL.short_of((0, 0, 0, 1, 0, 9)) == 3000 - 600 - 1500
    # where the least suffice, who is missing from them is missing there
    assert ServiceGoal(0.5, (3, 5), (2.0, 2.0), (LIST, LIST)).short_of((0,) * 6) == 0


def test_a_part_of_a_goal_asks_for_its_own_contacts() -> None:
    part = GOAL.within((False, False, False, True, True, False))
    assert part is not None
    assert (part.intervals, part.wanted, part.gains) == ((3,), 1600, (LIST,))
    assert GOAL.within((True,) * 3 + (False,) * 3) is None


def test_cover_added_makes_the_same_service_take_more() -> None:
    harder = LIST.harder_by(2)
    assert [harder.served_by(n + 2) for n in range(6)] == [LIST.served_by(n) for n in range(6)]


@pytest.mark.parametrize(("reached", "kept"), [(0.8, True), (0.79951, True), (0.7994, False)])
def test_kept_means_to_the_tenth_of_a_percent(reached: float, kept: bool) -> None:
    assert GoalOutcome("phone", (0, 1), 10.0, 0.8, reached, 0.0, 0).is_kept is kept


def test_part_of_an_agent_adds_that_part_of_a_gain() -> None:
    halves = [LIST.served_by(Fraction(n, 2)) for n in range(11)]
    assert halves == [200, 400, 600, 800, 1000, 1200, 1400, 1450, 1500, 1500, 1500]
    assert GOAL.short_of((0, 0, 0, Fraction(5, 2), 0, Fraction(3))) == 3000 - 1200 - 1400
    assert GOAL.short_of((0, 0, 0, Fraction(4), 0, Fraction(4))) == 0
