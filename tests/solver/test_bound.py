import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.bound import integer_prices, lagrangian_bound
from planner.solver.engine import solve
from planner.solver.evaluate import Ledger
from planner.solver.join import join_rows
from planner.solver.network import build_networks
from planner.solver.problem import TourProblem
from tests.solver.rota import big_rota
from tests.solver.small import optimum, small_problems


@given(small_problems(with_sides=True), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_prices_give_a_bound_below_the_optimum(problem: TourProblem, data: st.DataObject) -> None:
    ledger, networks = Ledger(problem), build_networks(problem)
    duals = [data.draw(st.floats(-100, 100)) for _ in problem.rows]
    prices = integer_prices(ledger, duals, 64)
    assert lagrangian_bound(ledger, networks, prices, 64) <= optimum(problem)


def test_the_answers_prices_reproduce_its_bound() -> None:
    problem = big_rota(4, days=7)
    answer = solve(problem, seconds=60)
    joined = join_rows(problem)
    certificate = answer.certificate
    prices = [price for _, price in certificate.rows]
    again = lagrangian_bound(Ledger(joined), build_networks(joined), prices, certificate.scale)
    assert answer.bound_method == "relaxation"
    assert again == answer.bound == certificate.bound


def test_prices_outside_the_slopes_are_pulled_in() -> None:
    problem = big_rota(2, days=7)
    ledger = Ledger(problem)
    prices = integer_prices(ledger, [-1e9] * len(problem.rows), 1)
    assert prices[0] == problem.rows[0].price.slopes[0]
    assert pytest.approx(0) == integer_prices(ledger, [5.0] * len(problem.rows), 1)[0]
