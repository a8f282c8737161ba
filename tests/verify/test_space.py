"""States nothing tells apart are one, and large spaces and sums are as exact as small ones."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.problem import TourProblem
from planner.verify import cheapest, space
from planner.verify.bound import recomputed_bound
from planner.verify.label_prices import trade_prices
from planner.verify.legal_tours import cheapest_of_profiles
from planner.verify.refusal import CertificateError
from planner.verify.space import KeptTotal, Space
from planner.verify.table import FORBIDDEN, build_table, exact
from tests.solver.rota import Work, big_rota, longest_run, rest
from tests.verify.counted import Slots, counted_problems, singles

WORK = Work(14, 16)


def test_a_run_of_days_needs_its_length_only_while_it_can_still_break_the_rule() -> None:
    """At most two in a row over four days: before the last day only "two" differs."""
    rule = longest_run(2)
    table = build_table([0, 2], rule.step, rule.finish, [[None, WORK]] * 4)
    assert [len(steps) for steps in table.steps] == [2, 2, 3, 2]
    assert set(table.starts) == {0, 2}
    assert table.steps[0][table.starts[2]].tolist()[1] == FORBIDDEN
    assert len(table.ends) == 1
    assert table.has_memory


def test_a_start_without_a_legal_ending_is_left_out() -> None:
    rule = replace(longest_run(1), make_finish=lambda state: 7 if state == 1 else None)
    table = build_table([0, 1], rule.step, rule.finish, [[None]])
    assert table.starts == {}
    table = build_table([0], rule.step, rule.finish, [[None, WORK]])
    assert table.ends.tolist() == [7]
    assert table.steps[0].tolist() == [[FORBIDDEN, 0]]
    assert not table.has_memory


def test_what_does_not_fit_64_bits_stays_exact() -> None:
    assert exact([1, -(2**61)]).dtype == "int64"
    assert exact([1, 2**80]).tolist() == [1, 2**80]


def test_totals_sure_to_end_well_are_one() -> None:
    """Slots between 0 and 99 over three days of 16: no total matters; between 20 and 99 few do."""
    for lower, states in ((0, [1, 1, 1, 1]), (20, [1, 2, 2, 1])):
        counter = Slots(lower, 99)
        table = build_table([False], counter.step, lambda _: 0, [[None, WORK]] * 3)
        made = Space([], [KeptTotal(table, ((lower, 99),))], [(0,)])
        assert [len(layer) for layer in made.layers] == states


def test_too_many_steps_are_refused_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "_MOST_STEPS", 10)
    problem = big_rota(1, days=7)
    with pytest.raises(CertificateError, match="too many steps to count"):
        recomputed_bound(problem, singles(problem, [0] * len(problem.rows), 1))


@given(counted_problems(), st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_neither_large_codes_nor_parts_change_anything(problem: TourProblem, data: st.DataObject) -> None:
    price = st.integers(-90, 90)
    rows = data.draw(st.lists(price, min_size=len(problem.rows), max_size=len(problem.rows)))
    certificate = singles(problem, rows, 1)

    def found() -> int | str:
        try:
            return recomputed_bound(problem, certificate)
        except CertificateError as error:
            return str(error)

    expected = found()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(space, "_SAFE", 1)
        patch.setattr(cheapest, "_MOST_VALUES", 1)
        patch.setattr(cheapest, "_LARGEST_SUM", 1)
        assert found() == expected


def test_people_with_different_pasts_share_one_space() -> None:
    """Each gets the tour they would get alone."""
    problem = big_rota(1, days=5)
    pasts = [replace(longest_run(3), first=run) for run in range(4)]
    people = tuple(replace(problem.profiles[0], automata=(rest(48, 24), past)) for past in pasts)
    earned = {row: -90 * (row % 7) for row in range(len(problem.rows))}

    def cheapest_tours(*some: int) -> list[int | None]:
        own = replace(problem, profiles=tuple(people[run] for run in some))
        return cheapest_of_profiles(own, trade_prices(own, earned, 1), [()] * len(some), 1)

    alone = [cheapest_tours(run)[0] for run in range(4)]
    assert cheapest_tours(3, 1, 0, 2) == [alone[3], alone[1], alone[0], alone[2]]
    assert len(set(alone)) > 1
