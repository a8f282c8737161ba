from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from models.staffing_terms import Shrinkage
from planner.staffing.shrinkage import presence, rostered_agents

shares = st.floats(0, 0.6)


def test_eight_percent_absent_ninety_five_percent_sure() -> None:
    careful = Shrinkage(absence_share=0.08, method="binomial", confidence=0.95)
    assert rostered_agents([0, 10, 30], careful).tolist() == [0, 13, 36]


def test_division_rounds_up_but_not_past_a_whole_number() -> None:
    assert rostered_agents([0, 1, 7, 9], Shrinkage(absence_share=0.3)).tolist() == [0, 2, 10, 13]
    assert rostered_agents([0, 5], Shrinkage()).tolist() == [0, 5]


@given(needed=st.integers(1, 300), share=st.floats(0.01, 0.6), confidence=st.floats(0.05, 0.999))
def test_binomial_is_the_fewest_that_suffice(needed: int, share: float, confidence: float) -> None:
    shrinkage = Shrinkage(absence_share=share, method="binomial", confidence=confidence)
    rostered = int(rostered_agents(needed, shrinkage))
    assert binom.sf(needed - 1, rostered, 1 - share) >= confidence - 1e-9
    assert binom.sf(needed - 1, rostered - 1, 1 - share) < confidence + 1e-9


@given(needed=st.lists(st.integers(0, 20_000), min_size=1, max_size=5), share=shares)
def test_divided_agents_are_enough_on_average(needed: list[int], share: float) -> None:
    rostered = rostered_agents(needed, Shrinkage(absence_share=share))
    assert np.all(rostered * (1 - share) >= np.array(needed) - 1e-6)
    assert np.all((rostered - 1) * (1 - share) < np.array(needed) + 1e-6)


@given(
    on_duty=st.lists(st.integers(0, 500), min_size=1, max_size=6),
    share=shares,
    method=st.sampled_from(["divide", "binomial"]),
)
def test_cases_of_presence_average_out(on_duty: list[int], share: float, method: str) -> None:
    shrinkage = Shrinkage.model_validate({"absence_share": share, "method": method})
    agents, weights = presence(on_duty, shrinkage)
    assert agents.shape == weights.shape
    assert weights.sum(axis=0) == pytest.approx(np.ones(len(on_duty)))
    assert np.all(weights >= 0)
    assert np.all(agents[weights > 0] >= 0)
    mean = (agents * weights).sum(axis=0)
    tolerance = 1e-6 if method == "divide" else 1.0
    assert mean == pytest.approx(np.array(on_duty) * (1 - share), abs=tolerance)


def test_binomial_presence_has_the_spread_of_the_distribution() -> None:
    agents, weights = presence([400], Shrinkage(absence_share=0.2, method="binomial"))
    spread = np.sqrt((weights * (agents - 320) ** 2).sum())
    assert spread == pytest.approx(8, rel=0.1)


@given(
    quarters=st.lists(st.integers(0, 200), min_size=1, max_size=6),
    share=st.just(0.0) | shares,
    method=st.sampled_from(["divide", "binomial"]),
)
def test_part_of_an_agent_lies_between_the_whole_ones_around_it(
    quarters: list[int], share: float, method: str
) -> None:
    """Whoever does three quarters adds three quarters of what an agent more would."""
    shrinkage = Shrinkage.model_validate({"absence_share": share, "method": method})
    agents, weights = presence([Fraction(number, 4) for number in quarters], shrinkage)
    assert weights.sum(axis=0) == pytest.approx(np.ones(len(quarters)))
    assert np.all(agents >= 0)
    for place, number in enumerate(quarters):
        whole, rest = divmod(number, 4)
        below, above = (_mean(presence([whole + more], shrinkage)) for more in (0, 1))
        here = float((agents * weights)[:, place].sum())
        assert here == pytest.approx(below + rest / 4 * (above - below), abs=1e-6)


def _mean(cases: tuple[np.ndarray, np.ndarray]) -> float:
    agents, weights = cases
    return float((agents * weights).sum())
