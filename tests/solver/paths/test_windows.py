import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.solver.columns.window_slot import window_slot
from planner.solver.paths.space import PathSpace
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from tests.solver.paths.random_profiles import WORKS, columns_of, legal_tours, problems


@settings(deadline=None)  # the first call compiles
@given(problems(), st.data())
def test_a_window_finds_the_best_of_all_tours_alike_outside_it(
    problem: TourProblem, data: st.DataObject
) -> None:
    profile = problem.profiles[1]
    legal = legal_tours(profile, problem, tuple(range(len(profile.counters))))
    assume(legal)
    present = data.draw(st.sampled_from(sorted(legal)))
    begin = data.draw(st.integers(0, problem.days - 1))
    end = data.draw(st.integers(begin + 1, problem.days))
    slot = window_slot(PathSpace(problem), 7, 1, columns_of(present), begin, end)

    width = 1 + len(WORKS)
    duty_price = np.array(
        data.draw(
            st.lists(
                st.integers(-9_000, 9_000).map(float),
                min_size=len(problem.duties),
                max_size=len(problem.duties),
            )
        )
    )
    column_price = np.zeros(problem.days * width)
    column_duty = np.full(problem.days * width, -1, np.int64)
    for number, duty in enumerate(problem.duties):
        column_price[duty.day * width + 1 + duty.label] = duty_price[number]
        column_duty[duty.day * width + 1 + duty.label] = number

    def charged(tour: tuple[int, ...]) -> float:
        return float(PRICE_SCALE * legal[tour] + column_price[columns_of(tour)].sum())

    alike = [t for t in legal if t[:begin] == present[:begin] and t[end:] == present[end:]]
    found = slot.cheapest(duty_price, column_price, column_duty, {}).tour
    assert found is not None
    inside = (found.columns - columns_of((0,) * problem.days)[begin:end]).tolist()
    taken = (*present[:begin], *inside, *present[end:])
    assert charged(taken) == min(charged(tour) for tour in alike)

    own = columns_of(present)[begin:end]
    duties = column_duty[own]
    same = slot.as_it_is(own, duties[duties >= 0], np.zeros(len(problem.duties), np.int64))
    assert found.cost - same.cost == legal[taken] - legal[present]
    if (begin, end) == (0, problem.days):
        assert found.cost == legal[taken]
    assert found.reduced - PRICE_SCALE * same.cost - column_price[own].sum() == charged(taken) - charged(
        present
    )
