"""Smoothed prices against the mean of the price's slope, and what centring does to them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.solver.columns.smooth_curve import SmoothCurve


def hinge(width: float, *, slope: float = -2.0, jump: float = 7.0, at: float = 3.0) -> SmoothCurve:
    """One row that is paid ``slope`` up to a level and ``slope + jump`` behind it."""
    return SmoothCurve(
        np.array([slope]), np.array([0, 1]), np.array([at]), np.array([jump]), np.array([width])
    )


WIDTHS = st.floats(0.05, 2.0)
LEVELS = st.floats(0.0, 6.0)


@given(WIDTHS, LEVELS)
def test_a_slope_is_the_mean_over_the_width(width: float, level: float) -> None:
    spots = np.linspace(level - width, level + width, 20_001)
    mean = np.where(spots < 3.0, -2.0, 5.0).mean()
    assert hinge(width).slopes(np.array([level]))[0] == pytest.approx(mean, abs=2e-3)


@given(WIDTHS, LEVELS, st.floats(0.1, 1.0))
def test_the_price_centred_is_that_of_the_jump_itself(width: float, level: float, factor: float) -> None:
    curve = hinge(width)
    price = curve.slopes(np.array([level]))[0]
    curve.centre(np.array([level]))
    assert curve.slopes(np.array([3.0]))[0] == pytest.approx(price)
    curve.narrow(factor)
    assert curve.slopes(np.array([3.0]))[0] == pytest.approx(price)
    assert -2.0 <= curve.slopes(np.array([level]))[0] <= 5.0


@given(WIDTHS, LEVELS)
def test_what_kernels_read_is_centred_too(width: float, level: float) -> None:
    curve = hinge(width)
    before = curve.arrays[2]
    curve.centre(np.array([level]))
    assert curve.arrays[2] is before
    assert abs(curve.arrays[2][0] - 3.0) <= width + 1e-12


def test_a_curve_is_centred_like_another() -> None:
    curve, other = hinge(0.5), hinge(0.25)
    curve.centre(np.array([3.2]))
    other.centre_like(curve)
    assert other.slopes(np.array([3.0]))[0] == pytest.approx(curve.slopes(np.array([3.0]))[0])
