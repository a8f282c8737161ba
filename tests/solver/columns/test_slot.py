import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from tests.solver.columns.programs import CELLS, as_known, as_priced, columns_of, whole_program
from tests.solver.enumerated import counting_problems, keeps, known_tours

RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(counting_problems(), CELLS, st.data())
@RELAXED
def test_the_cheapest_tour_is_the_best_of_all_that_keep_what_is_not_priced(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    for slot in program.slots:
        count = len(problem.duties)
        duty_price = np.array(
            data.draw(st.lists(st.integers(-90_000, 90_000), min_size=count, max_size=count)), np.float64
        )
        counter_price = {number: data.draw(st.integers(-3000, 3000)) for number in slot.priced}
        column_price = np.full(program.space.columns, np.inf)
        column_duty = np.full(program.space.columns, -1, np.int64)
        column_price[program.space.first_column[:-1]] = 0
        for number, duty in enumerate(problem.duties):
            place = program.space.first_column[duty.day] + 1 + duty.label
            full = PRICE_SCALE * problem.trades[slot.trade].costs[number] + duty_price[number]
            if full < column_price[place]:
                column_price[place], column_duty[place] = full, number

        found = slot.cheapest(duty_price, column_price, column_duty, counter_price)

        charged = [
            PRICE_SCALE * one.cost
            + sum(int(duty_price[duty]) for duty in one.duties)
            + sum(price * one.totals[number] for number, price in counter_price.items())
            for one in known_tours(problem, slot.profile, slot.priced)
        ]
        assert found.least == min(charged)
        assert found.tour is not None
        one = as_known(program, found.tour)
        assert found.tour.reduced == found.least
        assert found.tour.cost == one.cost
        assert found.tour.columns.tolist() == columns_of(program, one).tolist()
        remembering = [number for number, use in enumerate(slot.counters) if use.has_memory]
        for number, total in enumerate(found.tour.totals):
            assert total == (0 if number in remembering else one.totals[number])


@given(counting_problems(), CELLS)
@RELAXED
def test_a_tour_as_it_is_has_its_exact_cost_and_is_accepted_if_it_keeps_the_counters(
    problem: TourProblem, cells: int
) -> None:
    program = whole_program(problem, cells)
    for slot in program.slots:
        profile = problem.profiles[slot.profile]
        let_go = [n for n in range(len(slot.counters)) if n not in slot.kept]
        for one in known_tours(problem, slot.profile, let_go):
            tour = as_priced(program, slot, one)
            assert tour.cost == one.cost
            assert slot.accepts(tour) == keeps(profile, one, slot.priced)
