import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.channel import Channel, Volume
from models.demand import ChannelDemand, ContactHistory
from models.errors import BadInputError
from models.horizon import Horizon
from models.text import Language
from planner.forecast.forecast_channels import forecast_channels
from tests.forecast.histories import FIRST, PLAIN, history, period, with_history, with_volume


def demand_of(
    channel: Channel,
    past: ContactHistory | None,
    horizon: Horizon,
    lead_in: int,
    *,
    language: Language = "en",
) -> ChannelDemand:
    """What is expected of a channel alone."""
    histories = {} if past is None else {channel.name: past}
    (forecast,) = forecast_channels((channel,), histories, PLAIN, horizon, lead_in, language=language)
    return forecast.demand


def weekly(date: dt.date) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.arange(24.0) * (10 + date.weekday())


WORKWEEK = Volume.model_validate(
    {
        "contacts_per_day": {"mon": 240, "tue": 240, "wed": 240, "thu": 240, "fri": 240, "sat": 48},
        "hourly_share": [0] * 9 + [1] * 8 + [0] * 7,
        "weekend_hourly_share": [0] * 12 + [1] * 2 + [0] * 10,
    }
)


def test_a_volume_is_spread_over_the_clock() -> None:
    demand = demand_of(with_volume(WORKWEEK), None, period(FIRST, step=30), 0)
    by_day = np.array(demand.contacts).reshape(7, 48)
    assert by_day.sum(axis=1) == pytest.approx([240] * 5 + [48, 0])
    assert by_day[0, 18:34] == pytest.approx([15] * 16)
    assert by_day[5, 24:28] == pytest.approx([12] * 4)
    assert set(demand.aht_seconds) == {300}
    assert (demand.wape, demand.seasonal_naive_wape, demand.notes) == (None, None, ())


@given(growth=st.floats(0, 10), step=st.sampled_from([15, 30, 60]))
def test_growth_multiplies_everything(growth: float, step: int) -> None:
    demand = demand_of(with_volume(WORKWEEK, growth=growth), None, period(FIRST, step=step), 1440 // step)
    assert sum(demand.contacts) == pytest.approx(growth * 1248)
    # The Sunday before.
    assert demand.lead_in_contacts == (0,) * (1440 // step)


def test_the_lead_in_ends_where_the_period_begins() -> None:
    demand = demand_of(with_volume(WORKWEEK), None, period(dt.date(2024, 1, 2)), 10)
    # Monday 14:00 to midnight: three open hours.
    assert demand.lead_in_contacts == pytest.approx([30] * 3 + [0] * 7)


@pytest.mark.parametrize(
    ("date", "expected"), [(dt.date(2024, 3, 31), 23), (dt.date(2024, 10, 27), 24), (dt.date(2024, 6, 2), 24)]
)
def test_a_clock_change_keeps_the_sum_less_what_is_skipped(date: dt.date, expected: float) -> None:
    volume = Volume.model_validate({"contacts_per_day": {"sun": 24}})
    horizon = period(date, days=1, zone="Europe/Berlin", step=30)
    demand = demand_of(with_volume(volume), None, horizon, 0)
    assert sum(demand.contacts) == pytest.approx(expected)
    assert len(demand.contacts) == horizon.intervals
    if horizon.intervals == 50:
        assert demand.contacts[3:9] == pytest.approx([0.5, 0.25, 0.25, 0.25, 0.25, 0.5])


def test_a_weekly_history_goes_on() -> None:
    past = history(70, weekly)
    demand = demand_of(with_history(growth=2), past, period(dt.date(2024, 3, 11)), 48)
    expected = [2 * weekly(FIRST + dt.timedelta(days=day)) for day in range(7)]
    assert demand.contacts == pytest.approx(np.concatenate(expected))
    before = [2 * weekly(dt.date(2024, 3, day)) for day in (9, 10)]
    assert demand.lead_in_contacts == pytest.approx(np.concatenate(before))
    assert demand.wape == pytest.approx(0, abs=1e-6)
    assert demand.seasonal_naive_wape == 0
    assert demand.notes == ("calls: growth × 2 (+100%): 25,116 contacts of the period become 50,232.",)


def test_the_period_itself_is_never_looked_at() -> None:
    def expected(after: float) -> ChannelDemand:
        def day(date: dt.date) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
            return weekly(date) if date < dt.date(2024, 3, 11) else np.full(24, after)

        return demand_of(with_history(), history(120, day), period(dt.date(2024, 3, 11)), 24)

    first, second = expected(0), expected(1e6)
    assert first == second
    (said,) = first.notes
    assert said.startswith("calls: not used: 50 days of the history from 2024-03-11 on")


def test_a_lead_in_that_was_counted_is_taken_as_counted() -> None:
    def odd(date: dt.date) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return weekly(date) if date < dt.date(2024, 3, 8) else np.full(24, 77.0)

    demand = demand_of(with_history(), history(69, odd), period(dt.date(2024, 3, 11)), 96)
    # Thursday as counted, Friday and Saturday odd, Sunday after the history's end as expected.
    assert demand.lead_in_contacts[:24] == pytest.approx(weekly(dt.date(2024, 3, 7)))
    assert demand.lead_in_contacts[24:72] == (77.0,) * 48
    assert demand.lead_in_contacts[72:] != (77.0,) * 24


def test_an_old_history_is_used_and_said() -> None:
    past = history(70, weekly)
    notes = [
        demand_of(with_history(), past, period(dt.date(2024, 6, 3)), 0, language=language).notes
        for language in ("en", "ru")
    ]
    assert "the history ends on 2024-03-10, 84 days before the period" in notes[0][0]
    assert "история кончается 2024-03-10, за 84 дня до периода" in notes[1][0]


def test_too_little_history_before_the_period_is_an_error() -> None:
    past = history(100, weekly)
    with pytest.raises(BadInputError, match=r'channel "calls": history: the history has 13 days before'):
        demand_of(with_history(), past, period(dt.date(2024, 1, 14)), 0)
    with pytest.raises(BadInputError, match="has 0 days before"):
        demand_of(with_history(), past, period(dt.date(2023, 6, 1)), 0)
    enough = demand_of(with_history(), past, period(dt.date(2024, 1, 15)), 0)
    assert enough.contacts == pytest.approx(
        np.concatenate([weekly(FIRST + dt.timedelta(days=k)) for k in range(7)])
    )
    assert enough.wape is None
    assert "14 days of history are too few to test" in enough.notes[-1]


def test_handle_time_comes_from_the_history_where_it_knows() -> None:
    past = history(70, weekly, handle_seconds=222)
    demand = demand_of(with_history(), past, period(dt.date(2024, 3, 11)), 24)
    assert demand.aht_seconds == pytest.approx([222] * 168)
    silent = history(70, lambda date: np.zeros(24), handle_seconds=222)
    unknown = demand_of(with_history(), silent, period(dt.date(2024, 3, 11)), 0)
    assert set(unknown.aht_seconds) == {300}
    assert set(unknown.contacts) == {0}


def test_handle_time_follows_the_clock() -> None:
    base = history(70, weekly)
    slower_nights = tuple(
        tuple(count * (600 if hour < 12 else 300) for hour, count in enumerate(row)) for row in base.contacts
    )
    past = base.__class__(**{**vars(base), "handle_seconds": slower_nights})
    aht = demand_of(with_history(), past, period(dt.date(2024, 3, 11)), 0).aht_seconds
    assert aht[11] == pytest.approx(600, rel=0.02)
    assert aht[12] == pytest.approx(300, rel=0.02)
    # Nothing arrives at midnight: the average of the day.
    assert 300 < aht[0] < 600


def test_mistakes_of_the_caller_are_told() -> None:
    with pytest.raises(ValueError, match="counts every 60 minutes, the horizon 30"):
        demand_of(with_history(), history(20, weekly), period(dt.date(2024, 1, 21), step=30), 0)
    with pytest.raises(ValueError, match="no history was given"):
        demand_of(with_history(), None, period(FIRST), 0)


@pytest.mark.parametrize(
    ("days", "is_short", "is_tested"), [(14, True, False), (21, True, True), (42, False, True)]
)
def test_what_is_said_of_short_histories(days: int, is_short: bool, is_tested: bool) -> None:
    past = history(days, weekly)
    demand = demand_of(with_history(), past, period(FIRST + dt.timedelta(days=days)), 0)
    said = " ".join(demand.notes)
    assert (f"{days} days of history are few: each weekday was seen only a few times" in said) == is_short
    assert (f"{days} days of history are too few to test" in said) == (not is_tested)
    assert (demand.wape is not None) == is_tested
    assert demand.contacts[:24] == pytest.approx(weekly(FIRST + dt.timedelta(days=days)))


def test_a_history_begins_with_its_first_contact() -> None:
    began = dt.date(2024, 2, 5)
    past = history(70, lambda date: weekly(date) if date >= began else np.zeros(24))
    demand = demand_of(with_history(), past, period(dt.date(2024, 3, 11)), 0)
    assert demand.contacts[:24] == pytest.approx(weekly(dt.date(2024, 3, 11)))
    assert (
        demand.notes[0]
        == "calls: nothing was counted before 2024-02-05; the history is taken to begin there."
    )
    with pytest.raises(BadInputError, match="has 7 days before the period"):
        demand_of(with_history(), past, period(dt.date(2024, 2, 12)), 0)


def test_silent_days_are_told_and_not_believed() -> None:
    lost = {dt.date(2024, 2, 6), dt.date(2024, 2, 7)}

    def day(date: dt.date) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.zeros(24) if date in lost or date.weekday() == 6 else weekly(date)

    demand = demand_of(with_history(), history(70, day), period(dt.date(2024, 3, 11)), 0)
    assert demand.contacts[24:48] == pytest.approx(weekly(dt.date(2024, 3, 12)))
    assert demand.contacts[-24:] == (0,) * 24
    assert (
        "days of the history without a single contact where some were to be expected: 2;" in demand.notes[0]
    )


def test_a_level_that_keeps_moving_is_told() -> None:
    def rising(date: dt.date) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.array(weekly(date) * np.exp(0.01 * (date - FIRST).days))

    (said,) = demand_of(with_history(), history(140, rising), period(dt.date(2024, 5, 20)), 0).notes
    assert "contacts keep rising, falling or jumping" in said

    def seasonal(date: dt.date) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.array(weekly(date) * np.exp(0.6 * np.sin((date - FIRST).days / 58)))

    notes = demand_of(with_history(), history(700, seasonal), period(FIRST + dt.timedelta(days=700)), 0).notes
    assert any("of its movement then is expected again" in note for note in notes)
