from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.answer import Certificate
from planner.solver.columns.pricing import Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from planner.verify.bound import recomputed_bound
from tests.solver.columns.programs import CELLS, as_known, as_priced, prices_for, whole_program
from tests.solver.enumerated import best_roster, counting_problems, known_tours
from tests.solver.rota import big_rota

RELAXED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def certificate(program: Program, prices: Prices) -> Certificate:
    """The same prices, as whoever checks the bound is given them."""
    problem = program.ledger.problem
    counters: list[tuple[int | None, ...]] = [(None,) * len(p.counters) for p in problem.profiles]
    for slot, own in zip(program.slots, prices.counters, strict=True):
        counters[slot.profile] = tuple(own.get(number) for number in range(len(slot.counters)))
    rows = tuple(((row,), price) for row, price in enumerate(prices.rows.tolist()))
    return Certificate(PRICE_SCALE, rows, tuple(counters), 0)


@given(counting_problems(), CELLS, st.data())
@RELAXED
def test_whatever_the_prices_no_roster_costs_less(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    best = best_roster(problem)
    pricer = TourPricer(program)
    for _ in range(3):
        assert pricer.price(data.draw(prices_for(program))).value <= PRICE_SCALE * best


@given(counting_problems(), CELLS, st.data())
@RELAXED
def test_the_value_is_what_these_prices_prove_to_code_of_its_own(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    prices = data.draw(prices_for(program))
    value = TourPricer(program).price(prices).value
    again = recomputed_bound(problem, certificate(program, prices))
    # who checks knows how far levels can go, so rows may be worth more
    assert again >= -(-value // PRICE_SCALE)
    tours = sum(_part(program, prices, number) for number in range(len(program.slots)))
    rows = sum(
        min(PRICE_SCALE * row.price.at(level) - int(price) * level for level in row.price.breaks)
        for row, price in zip(problem.rows, prices.rows, strict=True)
    )
    sides = 0
    for side in problem.side_columns:
        each = PRICE_SCALE * side.cost + sum(amount * int(prices.rows[row]) for row, amount in side.covers)
        sides += min(each * side.lower, each * side.upper)
    assert value == tours + rows + sides


def _part(program: Program, prices: Prices, number: int) -> int:
    """What a slot adds to the bound, by trying all its tours."""
    slot, own = program.slots[number], prices.counters[number]
    bounds = program.ledger.problem.profiles[slot.profile].counters
    each = min(
        PRICE_SCALE * one.cost
        + int((one.levels * prices.rows).sum())
        + sum(price * one.totals[counter] for counter, price in own.items())
        for one in known_tours(program.ledger.problem, slot.profile, slot.priced)
    ) - sum(
        max(price * bounds[counter].lower, price * bounds[counter].upper) for counter, price in own.items()
    )
    return min(slot.lower * each, slot.upper * each)


@given(counting_problems(), CELLS, st.data())
@RELAXED
def test_each_slot_answers_with_a_legal_tour_of_least_reduced_cost(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    prices = data.draw(prices_for(program))
    pricer = TourPricer(program)
    for slot, tour in zip(program.slots, pricer.price(prices).tours, strict=True):
        assert tour is not None
        one = as_known(program, tour)
        charged = sum(p * one.totals[counter] for counter, p in prices.counters[slot.number].items())
        reduced = PRICE_SCALE * one.cost + int((one.levels * prices.rows).sum())
        assert (tour.slot, tour.reduced) == (slot.number, reduced + charged)
        assert pricer.reduced_costs([tour], prices).tolist() == [reduced / PRICE_SCALE]
        alone = pricer.answer(slot, prices.rows, prices.counters[slot.number])
        assert alone is not None
        assert alone.reduced == tour.reduced
        for other in known_tours(problem, slot.profile, slot.priced)[:5]:
            (cost,) = pricer.reduced_costs([as_priced(program, slot, other)], prices).tolist()
            assert cost == other.cost + (other.levels * prices.rows).sum() / PRICE_SCALE


@given(counting_problems(), CELLS, st.data())
@settings(parent=RELAXED, max_examples=20)
def test_slots_priced_side_by_side_answer_the_same(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    prices = data.draw(prices_for(program))
    one = TourPricer(program).price(prices)
    with ThreadPoolExecutor(2) as pool:
        two = TourPricer(whole_program(problem, cells), pool).price(prices)
    assert one.value == two.value
    for first, second in zip(one.tours, two.tours, strict=True):
        assert first is not None
        assert second is not None
        assert first.duties.tolist() == second.duties.tolist()


def test_a_slot_that_must_be_filled_but_cannot_leaves_no_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    program = whole_program(big_rota(2, days=2))
    (slot,) = program.slots
    task = slot.ask(())
    monkeypatch.setattr(type(task), "cheapest", lambda self, prices: None)
    nothing = Prices(np.zeros(len(program.base), np.int64), ({},))
    assert TourPricer(program).price(nothing).value == -np.inf
    slot.lower = 0
    assert np.isfinite(TourPricer(program).price(nothing).value)
