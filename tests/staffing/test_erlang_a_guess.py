import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.staffing.erlang_a_guess import rough_levels
from planner.staffing.erlang_a_kernel import erlang_a_cell


@given(
    load=st.floats(100, 20_000),
    ratio=st.floats(0.6, 1.3),
    impatience=st.floats(0.1, 5),
    threshold=st.floats(0.01, 0.5),
)
def test_rough_levels_are_close_to_the_exact_ones(
    load: float, ratio: float, impatience: float, threshold: float
) -> None:
    agents = max(1, int(load * ratio))
    served, longer, _, abandons = erlang_a_cell(load, agents, impatience, threshold)
    rough = rough_levels(load, float(agents), impatience, threshold)
    # A step of the exact answer is what a guess may be wrong by; it is steepest where waits pile up.
    nearby = [
        erlang_a_cell(load, agents + step, impatience, threshold) for step in (-3, 3) if agents + step > 0
    ]
    assume(len(nearby) == 2)
    assert nearby[0][0] - 0.03 <= rough[0] <= nearby[1][0] + 0.03
    assert nearby[1][1] - 0.03 <= rough[1] <= nearby[0][1] + 0.03
    assert rough[2] == pytest.approx(abandons, abs=0.03)
    assert 0 <= served + longer <= 1 + 1e-9


@pytest.mark.parametrize("impatience", [1e-6, 1e-3, 100.0, 1e4])
@pytest.mark.parametrize("load", [0.01, 1.0, 300.0, 20_000.0])
@pytest.mark.parametrize("ratio", [0.01, 0.5, 1.0, 4.0])
def test_guesses_are_numbers_even_where_they_are_far_off(
    impatience: float, load: float, ratio: float
) -> None:
    found = rough_levels(load, max(0.5, load * ratio), impatience, 20.0)
    assert all(value == value for value in found)
