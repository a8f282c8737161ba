"""Intervals, days and the period as spans of a promise, and when they break it."""

import numpy as np
import pytest

from models.simulation import PromiseTarget
from planner.simulate.estimates import Estimate
from planner.simulate.result import Measures, SimulationResult
from planner.simulate.simulation_input import SimulationInput
from planner.simulate.spans import Spans, judged_spans
from tests.simulate.desks import desk, live

DAY = 48


def given(days: int, warm_up: int = 0) -> SimulationInput:
    return desk([live()], [[10.0] * DAY * days], 1, warm_up=warm_up)


def measured(shape: tuple[int, ...], contacts: float, value: object, half: float) -> Measures:
    """A service level with limits ``half`` around it; other measures do not matter here."""
    level = np.broadcast_to(np.asarray(value, dtype=np.float64), shape)
    none = Estimate(*(np.full(shape, np.nan),) * 3)
    rest = dict.fromkeys(
        set(Measures.__dataclass_fields__) - {"contacts", "lost_share", "service_level"}, none
    )
    return Measures(
        contacts=np.full(shape, contacts),
        lost_share=np.zeros(shape),
        service_level=Estimate(level, level - half, level + half),
        **rest,
    )


def spans(
    scope: str, by_day: list[float], half: float, total: float, total_half: float, warm_up: int = 0
) -> Spans:
    days = len(by_day)
    result = SimulationResult(
        channels=("phone",),
        replications=10,
        seed=1,
        confidence=0.95,
        by_interval=measured((1, DAY * days), 10.0, np.repeat(by_day, DAY), half),
        by_day=measured((1, days), 10.0 * DAY, by_day, half),
        total=measured((1,), 10.0 * DAY * days, total, total_half),
        kept=np.zeros((10, 1)),
        judged=np.zeros((10, 1)),
        fates=np.zeros((1, 6), dtype=np.int64),
    )
    target = PromiseTarget.model_validate({"channel": "phone", "share": 0.8, "scope": scope})
    return judged_spans(given(days, warm_up), result, target)


def test_a_day_is_below_when_even_its_upper_limit_is() -> None:
    found = spans("day", [0.7, 0.78, 0.9], 0.04, 0.793, 0.02)
    assert found.is_below.tolist() == [True, False, False]
    assert found.of_interval.tolist() == [0] * DAY + [1] * DAY + [2] * DAY
    assert found.below == 1
    # what the day lacks is reckoned from its own share, not from the limit that excuses it
    assert found.late_contacts == pytest.approx(0.1 * 10 * DAY)


def test_days_that_hide_behind_their_limits_count_where_the_period_cannot() -> None:
    found = spans("day", [0.78, 0.77, 0.85], 0.05, 0.79, 0.005)
    assert found.is_below.tolist() == [True, True, False]
    assert spans("day", [0.78, 0.77, 0.85], 0.05, 0.8, 0.005).below == 0
    quiet = spans("interval", [0.78], 0.3, 0.78, 0.01)
    assert quiet.below == DAY


def test_a_period_is_one_span() -> None:
    found = spans("period", [0.7, 0.85], 0.01, 0.775, 0.01)
    assert (found.below, found.is_below.size) == (1, 1)
    assert found.late_contacts == pytest.approx(0.025 * 20 * DAY)
    assert spans("period", [0.7, 0.85], 0.01, 0.775, 0.03).below == 0


def test_an_interval_is_held_against_its_limit() -> None:
    found = spans("interval", [0.7, 0.79], 0.02, 0.9, 0.01)
    assert found.below == DAY
    assert found.reached[0] == pytest.approx(0.72)


def test_what_another_plan_answers_for_is_in_no_span() -> None:
    found = spans("interval", [0.7], 0.02, 0.75, 0.1, warm_up=DAY // 2)
    assert found.below == DAY // 2
    assert found.contacts.sum() == pytest.approx(10 * DAY / 2)
