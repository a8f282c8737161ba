import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from models.spread import Spread
from planner.forecast.quantiles import not_above, quantile, share_inside, squared_cv
from planner.forecast.spread import estimate_spread
from tests.forecast.shapes import FloatArray


def drawn(spread: Spread, expected: FloatArray, days: int, seed: int = 5) -> FloatArray:
    """Counts of the two-level mixture, shape (days, intervals)."""
    rng = np.random.default_rng(seed)

    def gamma(cv: float, shape: tuple[int, int]) -> FloatArray:
        return rng.gamma(1 / cv**2, cv**2, shape) if cv > 0 else np.ones(shape)

    means = expected * gamma(spread.cv_day, (days, 1)) * gamma(spread.cv_interval, (days, len(expected)))
    counts: FloatArray = rng.poisson(means).astype(np.float64)
    return counts


@pytest.mark.parametrize("contacts", [5.0, 50.0])
@pytest.mark.parametrize(("cv_day", "cv_interval"), [(0.1, 0.1), (0.25, 0.1), (0.1, 0.3), (0.3, 0.3)])
def test_the_spread_that_was_drawn_is_found(contacts: float, cv_day: float, cv_interval: float) -> None:
    expected = contacts * np.linspace(0.2, 1.8, 48)
    counts = drawn(Spread(cv_day, cv_interval), expected, 2000)
    found = estimate_spread(counts, np.tile(expected, (2000, 1)))
    assert found.cv_day == pytest.approx(cv_day, abs=0.02)
    # Skewed errors are clipped a little.
    assert found.cv_interval == pytest.approx(cv_interval, abs=0.03)


def test_chance_alone_is_no_spread() -> None:
    expected = np.full(48, 20.0)
    counts = drawn(Spread(0, 0), expected, 2000)
    found = estimate_spread(counts, np.tile(expected, (2000, 1)))
    assert found.cv_day < 0.03
    assert found.cv_interval < 0.04


def test_an_outage_or_a_closed_day_is_no_spread() -> None:
    expected = np.full(48, 20.0)
    counts = drawn(Spread(0.1, 0.1), expected, 200)
    table = np.tile(expected, (200, 1))
    calm = estimate_spread(counts, table)
    counts[50] = 0
    counts[90, 10:] = 0
    counts[120] *= 4
    assert estimate_spread(counts, table).cv_day == pytest.approx(calm.cv_day, abs=0.04)


def test_without_days_a_usual_spread_is_taken() -> None:
    nothing = np.zeros((0, 48))
    assert estimate_spread(nothing, nothing) == estimate_spread(np.zeros((9, 48)), np.ones((9, 48)))


@pytest.mark.parametrize("level", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("contacts", [0.3, 4.0, 60.0])
def test_quantiles_are_those_of_the_mixture(level: float, contacts: float) -> None:
    spread = Spread(0.25, 0.2)
    counts = drawn(spread, np.full(1, contacts), 200_000).ravel()
    expected = np.array([contacts])
    found = float(quantile(level, expected, squared_cv(spread, expected[:, np.newaxis]))[0])
    assert (counts <= found).mean() >= level - 0.01
    assert (counts <= found - 1).mean() <= level + 0.01


def test_sums_of_a_day_share_its_factor() -> None:
    spread, parts = Spread(0.2, 0.3), np.full(40, 10.0)
    counts = drawn(spread, parts, 50_000).sum(axis=1)
    total = parts.sum()
    of_factors = (counts.var() - total) / total**2
    assert float(squared_cv(spread, parts)) == pytest.approx(of_factors, rel=0.03)


@given(
    expected=st.lists(st.floats(0, 1e5), min_size=1, max_size=20),
    cv_day=st.floats(0, 2),
    cv_interval=st.floats(0, 2),
)
def test_quantiles_rise_and_are_finite(expected: list[float], cv_day: float, cv_interval: float) -> None:
    means = np.array(expected)
    varied = squared_cv(Spread(cv_day, cv_interval), means[:, np.newaxis])
    low, middle, high = (quantile(level, means, varied) for level in (0.1, 0.5, 0.9))
    assert np.all(np.isfinite(high))
    assert np.all(low <= middle)
    assert np.all(middle <= high)
    assert not high[means == 0].any()


def test_without_factors_quantiles_are_poisson() -> None:
    means = np.array([0.0, 0.5, 7.0, 400.0])
    found = quantile(0.9, means, np.zeros(4))
    assert found.tolist() == [0.0, *(float(stats.poisson.ppf(0.9, mean)) for mean in means[1:])]


@given(expected=st.floats(0.3, 60), cv=st.one_of(st.just(0.0), st.floats(0.05, 0.8)))
def test_a_right_forecast_covers_four_fifths_however_few_come(expected: float, cv: float) -> None:
    counts = np.arange(4_000, dtype=np.float64)
    said, varied = np.full(4_000, expected), np.full(4_000, cv**2)
    chances = np.diff(not_above(counts, said, varied), prepend=0.0)
    inside = share_inside(counts, said, varied)
    assert float((chances * inside).sum()) == pytest.approx(0.8, abs=1e-6)
    low, high = (float(quantile(end, said, varied)[0]) for end in (0.1, 0.9))
    strictly = (counts > low) & (counts < high)
    assert inside[strictly] == pytest.approx(1)
    assert not inside[(counts < low) | (counts > high)].any()
    assert share_inside(np.array([low]), said[:1], varied[:1])[0] <= 1 + 1e-9


def test_where_nothing_is_expected_nothing_is_inside_but_nothing() -> None:
    zeros = np.zeros(2)
    assert share_inside(np.array([0.0, 1.0]), zeros, zeros) == pytest.approx([0.8, 0.0])
