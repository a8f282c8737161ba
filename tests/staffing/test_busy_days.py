import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gamma

from planner.staffing.busy_days import busy_day, day_factors

variations = st.floats(0.01, 1)


@given(cv=variations)
def test_factors_average_one_and_spread_as_asked(cv: float) -> None:
    factors = day_factors(cv)
    assert factors.size == 15
    assert factors.mean() == pytest.approx(1)
    assert (np.diff(factors) > 0).all()
    # Mid-quantiles leave out the very ends of the tails.
    assert 0.85 * cv < factors.std() < cv


def test_without_variation_all_days_are_alike() -> None:
    assert day_factors(0).tolist() == [1]
    assert busy_day(0, 0.99) == 1


@given(cv=variations, quantile=st.floats(0.01, 0.99))
def test_a_busy_day_is_busier_than_that_share_of_days(cv: float, quantile: float) -> None:
    assert gamma.cdf(busy_day(cv, quantile) / cv**2, 1 / cv**2) == pytest.approx(quantile)
