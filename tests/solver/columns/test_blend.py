from collections import Counter

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.solver.columns.blend import Blend
from planner.solver.columns.blend_dive import BlendDive
from planner.solver.columns.generation import Generation
from planner.solver.columns.master_answer import MasterAnswer
from planner.solver.columns.pricing import TourPricer
from planner.solver.columns.program import Program
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from tests.solver.columns.programs import CELLS, as_known, as_priced, let_go, whole_program
from tests.solver.enumerated import counting_problems, keeps, known_tours, relaxation
from tests.solver.rota import big_rota

RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def filled(program: Program, half_width: float) -> Blend:
    """A blend that has every legal tour."""
    blend = Blend(program, half_width, 1)
    for slot in program.slots:
        for one in known_tours(program.ledger.problem, slot.profile):
            blend.add(as_priced(program, slot, one))
    return blend


def cost(program: Program, blend: Blend) -> float:
    """Exact cost of blended tours and side columns."""
    level = program.base.astype(float)
    total = 0.0
    for tour, weight in blend.tours.weighted():
        level += weight * as_known(program, tour).levels
        total += weight * tour.cost
    for side, value in zip(program.ledger.problem.side_columns, blend.sides, strict=True):
        total += side.cost * value
        for row, amount in side.covers:
            level[row] += amount * value
    return total + float(program.ledger.prices.between(level).sum())


def blended(generation: Generation, answer: MasterAnswer) -> Blend:
    """A blend of what the relaxation takes."""
    blend = Blend(generation.program, 0.1, 1)
    for tour, weight in zip(generation.master.tours, answer.values.tolist(), strict=True):
        blend.add(tour, max(0.0, weight))
    return blend


def has_tours(program: Program) -> bool:
    return all(known_tours(program.ledger.problem, slot.profile) for slot in program.slots)


@given(counting_problems())
@RELAXED
def test_no_blend_is_cheaper_than_the_relaxation_and_its_slopes_prove_no_more(problem: TourProblem) -> None:
    program = whole_program(problem)
    assume(has_tours(program))
    blend = filled(program, 0.02)
    blend.sweep(20)
    best = relaxation(problem, let_go(program))
    assert cost(program, blend) >= best - 1e-6
    priced = TourPricer(program).price(blend.prices())
    assert priced.value / PRICE_SCALE <= best + 1e-6


@given(counting_problems(), st.floats(0.0, 1.0))
@RELAXED
def test_what_is_fixed_stays_and_every_slot_is_filled_in_the_end(problem: TourProblem, share: float) -> None:
    program = whole_program(problem)
    assume(has_tours(program))
    blend = filled(program, 0.3)
    counts: Counter[int] = Counter()
    while blend.open:
        blend.sweep(3)
        before = sum(blend.open.values())
        for tour in blend.take(share):
            counts[tour.slot] += 1
        if sum(blend.open.values()) == before:
            break
    for slot in program.slots:
        assert counts[slot.number] <= slot.upper
        assert slot.lower <= counts[slot.number]


@given(counting_problems(), CELLS, st.sampled_from((0.12, 0.5, 1.0)))
@RELAXED
def test_a_dive_takes_legal_tours_only(problem: TourProblem, cells: int, share: float) -> None:
    program = whole_program(problem, cells)
    generation = Generation(program, lambda: 30.0)
    answer = generation.run(lambda answer, bound: False)
    assert answer is not None
    counts: Counter[int] = Counter()
    for tour in BlendDive(program, blended(generation, answer), lambda: True).run(share, 0.05):
        one = as_known(program, tour)
        assert keeps(problem.profiles[program.slots[tour.slot].profile], one)
        assert one.cost == tour.cost
        counts[tour.slot] += 1
    assert all(counts[slot.number] <= slot.upper for slot in program.slots)


def test_many_sweeps_come_near_the_relaxation() -> None:
    program = whole_program(big_rota(6, days=3))
    generation = Generation(program, lambda: 30.0)
    answer = generation.run(lambda answer, bound: False)
    assert answer is not None
    blend = Blend(program, 0.05, 1)
    for tour in generation.master.tours:
        blend.add(tour)
    blend.sweep(1)
    first = cost(program, blend)
    blend.sweep(60)
    last = cost(program, blend)
    assert last - answer.objective <= 0.1 * (first - answer.objective) + 1e-6


def test_centred_prices_lead_to_the_relaxation_itself() -> None:
    program = whole_program(big_rota(6, days=3))
    generation = Generation(program, lambda: 30.0)
    answer = generation.run(lambda answer, bound: False)
    assert answer is not None
    costs = {}
    for centred in (False, True):
        blend = Blend(program, 0.5, 1)
        for tour in generation.master.tours:
            blend.add(tour)
        for _ in range(60):
            blend.sweep(8)
            if centred:
                blend.centre()
        costs[centred] = cost(program, blend)
        value = TourPricer(program).price(blend.prices()).value / PRICE_SCALE
        assert value <= answer.objective + 1e-6
    assert costs[True] - answer.objective <= 0.05 * (costs[False] - answer.objective)


@given(counting_problems())
@RELAXED
def test_a_copy_is_blended_apart(problem: TourProblem) -> None:
    program = whole_program(problem)
    assume(has_tours(program))
    blend = filled(program, 0.3)
    blend.sweep(3)
    blend.centre()
    before = blend.objective(), blend.prices(), list(blend.tours.weighted())
    other = blend.copy()
    assert list(other.tours.weighted()) == before[2]
    other.sweep(3)
    while other.open and other.take(0.5):
        pass
    after = blend.objective(), blend.prices(), list(blend.tours.weighted())
    assert after[0] == before[0]
    assert after[2] == before[2]
    assert after[1].rows.tolist() == before[1].rows.tolist()
