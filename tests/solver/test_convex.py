import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.solver.convex import ConvexPrice, shortfall_price

prices = st.builds(shortfall_price, st.integers(-5, 5), st.integers(0, 9), st.integers(0, 9))


@given(prices, prices, st.integers(-12, 12))
def test_the_sum_of_prices_prices_the_sum(a: ConvexPrice, b: ConvexPrice, level: int) -> None:
    assert (a + b).at(level) == a.at(level) + b.at(level)


@given(prices, prices, st.integers(-12, 12))
def test_slope_above_is_the_price_of_one_more(a: ConvexPrice, b: ConvexPrice, level: int) -> None:
    joint = a + b
    assert joint.slope_above(level) == joint.at(level + 1) - joint.at(level)


@given(prices, prices, st.integers(-20, 20), st.integers(1, 4))
def test_lowest_tilted_is_the_minimum_over_the_range(
    a: ConvexPrice, b: ConvexPrice, tilt: int, scale: int
) -> None:
    joint = a + b
    brute = min(scale * joint.at(level) - tilt * level for level in range(-9, 10))
    assert joint.lowest_tilted(tilt, scale, -9, 9) == brute


@given(prices, prices)
def test_the_pivot_is_lowest(a: ConvexPrice, b: ConvexPrice) -> None:
    joint = a + b
    assert joint.at(joint.breaks[joint.pivot]) == min(joint.at(level) for level in range(-12, 13))


def test_a_price_that_is_not_convex_is_refused() -> None:
    with pytest.raises(ValueError, match="convex"):
        ConvexPrice((0, 1), (-1, 5, 2))
