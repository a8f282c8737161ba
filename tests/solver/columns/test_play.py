from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.columns.play import Play
from planner.solver.columns.pricing import TourPricer
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from tests.solver.columns.programs import CELLS, as_known, whole_program
from tests.solver.enumerated import best_roster, counting_problems
from tests.solver.rota import big_rota

RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(counting_problems(), CELLS, st.integers(1, 4))
@RELAXED
def test_answers_are_tours_at_their_exact_cost_and_prices_prove_a_bound(
    problem: TourProblem, cells: int, passes: int
) -> None:
    program = whole_program(problem, cells)
    pricer = TourPricer(program)
    played = Play(program, pricer, 3).run(passes, lambda: True)
    found, prices = played.tours, played.prices
    assert len(found) == passes * len(program.slots)
    for tour in found:
        assert as_known(program, tour).cost == tour.cost
    for row, price in zip(problem.rows, prices.rows.tolist(), strict=True):
        assert PRICE_SCALE * row.price.slopes[0] <= price <= PRICE_SCALE * row.price.slopes[-1]
    for slot, fines in zip(program.slots, prices.counters, strict=True):
        assert tuple(fines) == slot.priced
        assert all(fine >= 0 for fine in fines.values())
    assert pricer.price(prices).value <= PRICE_SCALE * best_roster(problem)


@given(counting_problems(), CELLS)
@settings(parent=RELAXED, max_examples=20)
def test_one_seed_gives_one_course(problem: TourProblem, cells: int) -> None:
    courses = []
    for _ in range(2):
        program = whole_program(problem, cells)
        played = Play(program, TourPricer(program), 9).run(3, lambda: True)
        found, prices = played.tours, played.prices
        courses.append(([tour.duties.tolist() for tour in found], prices.rows.tolist(), prices.counters))
    assert courses[0] == courses[1]


def test_it_ends_when_told_to() -> None:
    program = whole_program(big_rota(2, days=3))
    found = Play(program, TourPricer(program), 1).run(5, lambda: False).tours
    assert found == ()


def test_its_tours_fit_together_better_than_the_first_ones() -> None:
    """Where one tour for all leaves rows open, later answers go there."""
    program = whole_program(big_rota(8, days=3))
    found = Play(program, TourPricer(program), 1).run(6, lambda: True).tours
    assert len({tuple(tour.duties.tolist()) for tour in found}) > 1
