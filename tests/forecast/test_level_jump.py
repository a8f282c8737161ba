"""A level that jumped of late is seen within two weeks; one that wanders is left to the average."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from models.channel import Channel, HistoryFile
from models.demand import ContactHistory
from models.text import Language
from planner.forecast.forecast_channels import forecast_channels
from planner.forecast.level_jump import Jump, find_jump
from planner.forecast.profile import fit_profile
from planner.forecast.running_average import running_average
from tests.forecast.histories import PLAIN, AnyChannel, period
from tests.forecast.shapes import FIRST, SHAPES

FloatArray = NDArray[np.float64]


def jump_in(values: FloatArray) -> Jump | None:
    return find_jump(values, running_average(values, 0.05).before)


@given(
    seed=st.integers(0, 10_000),
    size=st.floats(0.35, 1.5),
    up=st.booleans(),
    since=st.integers(12, 30),
    days=st.integers(150, 400),
)
@settings(max_examples=60)
def test_a_jump_is_found_with_its_level_and_day(
    seed: int, size: float, up: bool, since: int, days: int
) -> None:
    values = np.random.default_rng(seed).normal(0, 0.06, days)
    values[-since:] += size if up else -size
    found = jump_in(values)
    assert found is not None
    assert found.level == pytest.approx(size if up else -size, abs=0.09)
    assert abs(found.first - (days - since)) <= 3


@given(seed=st.integers(0, 10_000), days=st.integers(0, 300), step=st.floats(0, 0.03))
@settings(max_examples=60)
def test_histories_too_short_to_tell_have_none(seed: int, days: int, step: float) -> None:
    rng = np.random.default_rng(seed)
    values = rng.normal(0, 0.1, min(days, 111)) + np.cumsum(rng.normal(0, step, min(days, 111)))
    assert days == 0 or jump_in(values) is None


@pytest.mark.parametrize("wander", [0.0, 0.02])
def test_chance_and_wandering_are_hardly_ever_taken_for_one(wander: float) -> None:
    rng = np.random.default_rng(1)
    found = 0
    for _ in range(200):
        values = rng.normal(0, 0.1, 200) + np.cumsum(rng.normal(0, wander, 200))
        found += jump_in(values) is not None
    assert found <= 6


def test_a_jump_seen_before_is_left_to_what_served_then() -> None:
    values = np.random.default_rng(3).normal(0, 0.06, 300)
    values[120:] += 0.5
    values[-15:] -= 0.5
    assert jump_in(values) is None


@pytest.mark.parametrize(("days", "within"), [(12, 0.1), (20, 0.06), (40, 0.06), (90, 0.06)])
def test_the_forecast_starts_from_the_new_level(days: int, within: float) -> None:
    shape = SHAPES["level_shift"]  # half as much again from day 120 on
    counts = shape.draw(7)[: 120 + days]
    profile = fit_profile(counts, shape.dates[: 120 + days], PLAIN)
    week = sum(profile.day(FIRST + dt.timedelta(days=120 + days + k)).sum() for k in range(7))
    assert week == pytest.approx(shape.contacts_per_day * 1.6 * sum(shape.week), rel=within)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "calls: since about 2023-05-02 contacts are"),
        ("ru", "calls: примерно с 2023-05-02 поток на другом"),
    ],
)
def test_a_jump_is_told(language: Language, said: str) -> None:
    shape = SHAPES["level_shift"]
    kept = 120 + 20
    counts = shape.draw(7)[:kept].reshape(kept, 24, 2).sum(axis=2)
    history = ContactHistory(60, tuple(shape.dates[:kept]), tuple(tuple(row) for row in counts.tolist()))
    channel: Channel = AnyChannel.model_validate(
        {"kind": "any", "name": "calls", "aht_seconds": 300, "history": HistoryFile(file="calls.csv")}
    )
    first = FIRST + dt.timedelta(days=kept)
    (made,) = forecast_channels([channel], {"calls": history}, PLAIN, period(first), 0, language=language)
    assert any(note.startswith(said) for note in made.demand.notes)
