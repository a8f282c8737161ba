import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.solver.columns.curve import Curve, curve_of, total
from planner.solver.convex import ConvexPrice
from planner.solver.price_table import PriceTable


@st.composite
def prices(draw: st.DrawFn) -> ConvexPrice:
    breaks = sorted(draw(st.sets(st.integers(-6, 6), min_size=1, max_size=4)))
    slopes = sorted(draw(st.lists(st.integers(-9, 9), min_size=len(breaks) + 1, max_size=len(breaks) + 1)))
    slopes[0], slopes[-1] = min(slopes[0], 0), max(slopes[-1], 0)
    return ConvexPrice(tuple(breaks), tuple(slopes), draw(st.integers(-5, 5)))


LEVELS = st.integers(-12, 12)


@given(prices(), st.integers(-4, 4), LEVELS)
def test_a_curve_is_the_price_on_top_of_a_base(price: ConvexPrice, base: int, level: int) -> None:
    curve = curve_of(price, base)
    assert curve.at(level) == price.at(level + base)
    assert curve.lowest == PriceTable([price]).lowest(np.array([0]))[0]


@given(st.lists(prices(), min_size=1, max_size=4), LEVELS)
def test_a_total_is_the_sum_at_every_level(terms: list[ConvexPrice], level: int) -> None:
    curves = [curve_of(price, 0) for price in terms]
    assert total(curves).at(level) == pytest.approx(sum(curve.at(level) for curve in curves))


@given(prices(), st.integers(-8, -1), st.integers(1, 5), LEVELS)
def test_eased_is_the_best_of_making_up_for_some_of_it(
    price: ConvexPrice, slope: int, width: int, level: int
) -> None:
    plain = curve_of(price, 0)
    eased = plain.eased(float(slope), float(width))
    best = min(plain.at(level + part) - slope * part for part in range(width + 1))
    if eased is None:
        assert all(own >= slope for own in plain.slopes) or all(own < slope for own in plain.slopes)
    else:
        assert eased.at(level) == best


@given(prices(), LEVELS)
def test_slopes_at_a_level_are_those_on_either_side(price: ConvexPrice, level: int) -> None:
    curve = curve_of(price, 0)
    low, high = curve.slopes_at(level, 1e-6)
    assert low == pytest.approx((curve.at(level) - curve.at(level - 1e-3)) / 1e-3, abs=1e-6)
    assert high == pytest.approx((curve.at(level + 1e-3) - curve.at(level)) / 1e-3, abs=1e-6)
    assert low <= high


def test_a_flat_curve_has_a_lowest_point() -> None:
    assert Curve((0.0,), (0.0, 0.0), 3.0).at(7.0) == 3.0
