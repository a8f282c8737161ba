import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.forecast.profile import fit_profile
from tests.forecast.histories import FIRST, PLAIN, RUSSIA


def dates(days: int, first: dt.date = FIRST) -> list[dt.date]:
    return [first + dt.timedelta(days=offset) for offset in range(days)]


@given(
    busy=st.lists(st.floats(50, 2000), min_size=7, max_size=7),
    shape=st.lists(st.floats(0.1, 10), min_size=24, max_size=24),
    days=st.integers(14, 200),
)
def test_a_weekly_pattern_is_reproduced(busy: list[float], shape: list[float], days: int) -> None:
    shares = np.array(shape) / sum(shape)
    week = np.outer(busy, shares)
    past = dates(days)
    profile = fit_profile(np.stack([week[date.weekday()] for date in past]), past, PLAIN)
    for date in dates(7, past[-1] + dt.timedelta(days=1)):
        assert profile.day(date) == pytest.approx(week[date.weekday()], rel=1e-6)


def test_a_weekly_pattern_with_days_closed_is_reproduced() -> None:
    past = dates(72)
    week = [10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 0.0]
    contacts = np.array([[week[date.weekday()]] * 24 for date in past])
    contacts[[30, 45]] = 0
    profile = fit_profile(contacts, past, PLAIN)
    for date in dates(7, dt.date(2024, 4, 1)):
        assert profile.day(date) == pytest.approx([week[date.weekday()]] * 24)


def test_closed_weekdays_stay_closed() -> None:
    past = dates(70)
    contacts = np.array([[50.0 if date.weekday() < 5 else 0.0] * 24 for date in past])
    profile = fit_profile(contacts, past, PLAIN)
    assert profile.day(dt.date(2024, 4, 6)).sum() == 0
    assert profile.day(dt.date(2024, 4, 8)).sum() == pytest.approx(1200)


def test_days_that_were_not_counted_do_not_pull_the_level_down() -> None:
    past = dates(100)
    contacts = np.full((100, 24), 10.0)
    contacts[90:97] = 0
    assert fit_profile(contacts, past, PLAIN).day(dt.date(2024, 4, 20)).sum() == pytest.approx(240)


@given(scale=st.floats(1, 100))
def test_forecast_scales_with_the_history(scale: float) -> None:
    rng = np.random.default_rng(7)
    past, contacts = dates(90), rng.poisson(20, (90, 24)).astype(float)
    once = fit_profile(contacts, past, PLAIN).day(dt.date(2024, 5, 1))
    # Pooling counts in contacts, so a busier history leans on it a little less.
    assert fit_profile(scale * contacts, past, PLAIN).day(dt.date(2024, 5, 1)) == pytest.approx(
        scale * once, rel=0.05
    )


@pytest.mark.parametrize("contacts_a_day", [3, 10, 100])
def test_sums_are_right_on_average_for_small_and_large_desks(contacts_a_day: float) -> None:
    rng = np.random.default_rng(3)
    past = dates(180)
    fitted = [
        fit_profile(rng.poisson(contacts_a_day / 24, (180, 24)).astype(float), past, PLAIN) for _ in range(30)
    ]
    week = dates(7, dt.date(2024, 7, 1))
    mean = np.mean([profile.day(date).sum() for profile in fitted for date in week])
    assert mean == pytest.approx(contacts_a_day, rel=0.07)


def test_holidays_and_moved_days_have_factors_of_their_own() -> None:
    past = dates(366)
    busy = {"working": 400.0, "short": 400.0, "weekend": 100.0, "holiday": 40.0}
    contacts = np.array([[busy[RUSSIA.kind(date)]] * 24 for date in past])
    profile = fit_profile(contacts, past, RUSSIA)
    monday_holiday, monday = dt.date(2025, 6, 9), dt.date(2025, 6, 16)
    thursday_holiday = dt.date(2025, 6, 12)
    assert profile.day(monday).sum() == pytest.approx(profile.day(monday_holiday).sum())
    assert profile.day(thursday_holiday).sum() < 0.3 * profile.day(dt.date(2025, 6, 19)).sum()
    # 2 May 2025 is a Friday off, 1 November a Saturday worked.
    assert profile.day(dt.date(2025, 5, 2)).sum() < 0.6 * profile.day(dt.date(2025, 5, 16)).sum()
    assert profile.day(dt.date(2025, 11, 1)).sum() > 2 * profile.day(dt.date(2025, 11, 15)).sum()


def test_without_any_contacts_none_are_expected() -> None:
    past = dates(30)
    assert fit_profile(np.zeros((30, 24)), past, PLAIN).day(dt.date(2024, 5, 1)).sum() == 0


@given(
    counts=st.lists(st.lists(st.integers(0, 40), min_size=4, max_size=4), min_size=14, max_size=60),
    country=st.sampled_from(["plain", "russia"]),
)
def test_any_history_gives_finite_forecasts(counts: list[list[int]], country: str) -> None:
    past = dates(len(counts))
    calendar = PLAIN if country == "plain" else RUSSIA
    profile = fit_profile(np.array(counts, dtype=float), past, calendar)
    for date in dates(14, past[-1]):
        assert np.all(np.isfinite(profile.day(date)))
        assert np.all(profile.day(date) >= 0)
        assert profile.shares.sum(axis=1) == pytest.approx(np.ones(7))


def test_the_level_follows_slowly_and_a_wild_day_is_clipped() -> None:
    past = dates(120)
    steady = np.full((120, 24), 10.0) * np.random.default_rng(1).uniform(0.95, 1.05, (120, 1))
    wild = steady.copy()
    wild[110] *= 50
    ahead = dt.date(2024, 6, 3)
    calm = fit_profile(steady, past, PLAIN).day(ahead).sum()
    assert fit_profile(wild, past, PLAIN).day(ahead).sum() < 2.2 * calm
    risen = steady.copy()
    risen[60:] *= 1.05
    assert calm < fit_profile(risen, past, PLAIN).day(ahead).sum() < 1.08 * calm


def test_dates_before_the_calendar_begins_are_usual_ones() -> None:
    past = dates(60, dt.date(2019, 12, 10))
    profile = fit_profile(np.full((60, 24), 5.0), past, RUSSIA)
    assert profile.day(dt.date(2024, 6, 3)).sum() == pytest.approx(120)


def test_days_of_events_teach_nothing() -> None:
    past = dates(120)
    steady = np.random.default_rng(1).poisson(10, (120, 24)).astype(float)
    events = np.zeros(120, dtype=bool)
    events[[60, 61, 62, 117, 118, 119]] = True
    disturbed = steady.copy()
    disturbed[events] = [500.0] + [0.0] * 23
    ahead = dates(7, dt.date(2024, 5, 6))
    calm, masked, unmasked = (
        np.stack([fit_profile(counts, past, PLAIN, mask).day(date) for date in ahead])
        for counts, mask in ((steady, events), (disturbed, events), (disturbed, None))
    )
    assert masked == pytest.approx(calm)
    assert unmasked != pytest.approx(calm, rel=0.05)


def test_an_event_on_a_holiday_does_not_teach_its_factor() -> None:
    past = dates(366)
    contacts = np.full((366, 24), 10.0)
    holidays = np.array([RUSSIA.kind(date) == "holiday" for date in past])
    contacts[holidays] = 1.0
    assert fit_profile(contacts, past, RUSSIA).factors.of("holiday", "") < 0.3
    assert fit_profile(contacts, past, RUSSIA, holidays).factors.of("holiday", "") == 1


def test_a_holiday_on_a_weekend_is_compared_with_weekends() -> None:
    past = dates(366)
    busy = {"working": 400.0, "short": 400.0, "weekend": 100.0, "holiday": 80.0}
    contacts = np.array([[busy[RUSSIA.kind(date)]] * 24 for date in past])
    profile = fit_profile(contacts, past, RUSSIA)
    # 23 February 2025 is a Sunday: near the 80 of holidays, not a fifth of a Sunday.
    assert profile.day(dt.date(2025, 2, 23)).mean() == pytest.approx(80, rel=0.1)


def test_a_holiday_that_came_before_has_a_factor_of_its_own() -> None:
    past = dates(731)
    contacts = np.full((731, 24), 10.0)
    for year in (2024, 2025):
        contacts[past.index(dt.date(year, 6, 12))] = 30.0
    factors = fit_profile(contacts, past, RUSSIA).factors
    name = RUSSIA.names[dt.date(2025, 6, 12)]
    assert factors.of("holiday", name) > 1.8
    assert factors.of("holiday", "a holiday never seen") < 1.3


def test_a_working_saturday_of_a_five_day_desk_is_like_a_working_day() -> None:
    past = dates(200)
    contacts = np.array([[50.0 if date.weekday() < 5 else 0.0] * 24 for date in past])
    profile = fit_profile(contacts, past, RUSSIA)
    # 1 November 2025 is a Saturday worked; this history has seen one, on 27 April 2024, closed.
    assert 0 < profile.day(dt.date(2025, 11, 1)).sum() <= 1200
    assert profile.day(dt.date(2025, 11, 8)).sum() == 0
    before = fit_profile(contacts[:100], past[:100], RUSSIA).day(dt.date(2024, 4, 27))
    assert before.sum() == pytest.approx(1200)
