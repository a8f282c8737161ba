import numpy as np
import pytest

from planner.simulate.estimates import RatioSums


def test_limits_hold_the_truth_as_often_as_they_say() -> None:
    """Shares of Poisson numbers, 30 replications, 2,000 times over."""
    random = np.random.default_rng(1)
    contacts = random.poisson(6, (30, 2000)).astype(float)
    kept = random.binomial(contacts.astype(int), 0.8).astype(float)
    sums = RatioSums((2000,))
    for run in range(30):
        sums.add(kept[run], contacts[run])
    found = sums.estimate(0.9, 1.0)
    assert np.mean((found.low <= 0.8) & (found.high >= 0.8)) == pytest.approx(0.9, abs=0.02)
    assert found.value.mean() == pytest.approx(0.8, abs=0.002)


def test_of_a_constant_denominator_it_is_the_usual_student_interval() -> None:
    values = np.array([3.0, 4.0, 8.0])
    sums = RatioSums((1,))
    for value in values:
        sums.add(np.array([value]), np.array([2.0]))
    found = sums.estimate(0.95)
    # t(2; 0.975) = 4.302653
    half = 4.302653 * values.std(ddof=1) / np.sqrt(3) / 2
    assert found.value[0] == pytest.approx(2.5)
    assert found.high[0] == pytest.approx(2.5 + half)
    assert found.low[0] == max(0, 2.5 - half)


def test_nothing_seen_is_nothing_known() -> None:
    sums = RatioSums((2,))
    sums.add(np.array([0.0, 1.0]), np.array([0.0, 4.0]))
    found = sums.estimate(0.95, 1.0)
    assert np.isnan(found.value[0])
    assert np.isnan(found.high[0])
    assert (found.value[1], found.low[1], found.high[1]) == (0.25, 0, 1)
