"""Histories of many shapes, forecast from several dates: nothing here is tuned to any of them."""

import numpy as np
import pytest

from models.forecast import Backtest
from planner.forecast.backtest import backtest
from planner.forecast.level import Level
from planner.forecast.profile import fit_profile
from planner.forecast.replay import AHEAD_DAYS, Replay
from tests.forecast.histories import PLAIN
from tests.forecast.shapes import SHAPES


def scored(name: str) -> Backtest:
    shape = SHAPES[name]
    nothing = np.zeros(shape.days, dtype=bool)
    last = shape.days - AHEAD_DAYS
    found = backtest(
        Replay(shape.draw(7), shape.dates, PLAIN, nothing, fit_profile), range(last, max(last - 70, 20), -14)
    )
    assert found is not None
    return found


def level(name: str, days: int | None = None) -> Level:
    shape = SHAPES[name]
    kept = days or shape.days
    return fit_profile(shape.draw(7)[:kept], shape.dates[:kept], PLAIN).level


@pytest.mark.parametrize("name", [name for name in SHAPES if name != "level_shift"])
def test_it_beats_the_seasonal_naive_forecast(name: str) -> None:
    found = scored(name)
    assert found.hour.wape < 0.9 * found.hour.naive_wape
    assert found.interval.wape < 0.95 * found.interval.naive_wape


#: Shapes in which the days to come are not like those before, or counts are too few to tell.
UNLIKE = ("many_zeros", "missing_days", "level_shift", "long_gap")


@pytest.mark.parametrize("name", [name for name in SHAPES if name not in UNLIKE])
def test_intervals_cover_what_they_promise(name: str) -> None:
    found = scored(name)
    assert found.interval.coverage is not None
    assert found.hour.coverage is not None
    assert 0.75 <= found.interval.coverage <= 0.9
    assert 0.75 <= found.hour.coverage <= 0.9


def test_with_hardly_any_contacts_intervals_are_too_wide_rather_than_too_narrow() -> None:
    # Counts are whole: an interval of 0 to 1 around 0.3 covers 96 % even when it is right.
    assert (scored("many_zeros").hour.coverage or 0) >= 0.8


def test_days_that_were_not_counted_cost_coverage_but_widen_nothing() -> None:
    assert 0.7 <= (scored("missing_days").hour.coverage or 0) <= 0.9
    shape = SHAPES["missing_days"]
    spread = Replay(shape.draw(7), shape.dates, PLAIN, np.zeros(shape.days, dtype=bool), fit_profile).spread(
        shape.days
    )
    assert spread.cv_day == pytest.approx(shape.cv_day, abs=0.03)


@pytest.mark.parametrize("name", ["plain", "outage", "wild", "closed_nights", "closed_weekends"])
def test_the_level_is_followed_slowly_where_it_stays(name: str) -> None:
    assert level(name).quick_share < 0.6
    assert level(name).course is None


def test_the_level_is_followed_faster_where_it_moves() -> None:
    assert level("rising").quick_share > 0.7
    assert level("yearly_swing_first_year").quick_share > 0.75


def test_a_yearly_swing_is_seen_once_it_has_come_twice() -> None:
    assert level("yearly_swing").course_share > 0.6
    assert level("yearly_swing", 380).course is None
    # From the trough on, contacts rise again: a level that stays would miss it.
    shape = SHAPES["yearly_swing"]
    trough = 365 + 275
    profile = fit_profile(shape.draw(7)[:trough], shape.dates[:trough], PLAIN)
    rise = profile.level.at(60) - profile.level.at(0)
    truth = 0.5 * (np.sin(2 * np.pi * (trough + 60) / 365.25) - np.sin(2 * np.pi * trough / 365.25))
    assert rise == pytest.approx(truth, abs=0.08)


def test_after_a_level_shift_the_forecast_arrives_within_two_months() -> None:
    shape = SHAPES["level_shift"]
    counts = shape.draw(7)
    truth = shape.contacts_per_day * 1.6 * sum(shape.week)
    for days, within in ((120 + 28, 0.25), (120 + 60, 0.08)):
        profile = fit_profile(counts[:days], shape.dates[:days], PLAIN)
        week = sum(profile.day(date).sum() for date in shape.dates[days : days + 7])
        assert week == pytest.approx(truth, rel=within)


def test_closed_hours_and_days_stay_closed() -> None:
    shape = SHAPES["closed_weekends"]
    profile = fit_profile(shape.draw(7), shape.dates, PLAIN)
    for date in shape.dates[-7:]:
        expected = profile.day(date)
        assert not expected[:18].any()
        assert not expected[36:].any()
        assert expected.any() == (date.weekday() < 5)


def test_after_a_long_gap_in_the_counts_weekdays_are_still_known_to_be_open() -> None:
    shape = SHAPES["long_gap"]
    for days in (310, 365):
        profile = fit_profile(shape.draw(7)[:days], shape.dates[:days], PLAIN)
        week = sum(profile.day(date).sum() for date in shape.dates[-7:])
        assert week == pytest.approx(shape.contacts_per_day * sum(shape.week), rel=0.1)
