"""A forecast made elsewhere, laid out on the period."""

import datetime as dt
from collections.abc import Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from models.channel import Channel
from models.demand import ContactHistory
from models.errors import BadInputError, InputProblem
from models.forecast import OutsideForecast
from models.horizon import Horizon
from models.spread import Spread
from models.text import Language, Text
from planner.forecast.clock_places import ClockPlaces
from planner.forecast.coverage import outside_too_short
from planner.forecast.flow import Flow
from planner.forecast.notes import note

FloatArray = NDArray[np.float64]

#: Below so many contacts quantiles, being whole, say little of the spread.
_TELLING_CONTACTS = 5.0


def outside_flow(
    channel: Channel,
    outside: OutsideForecast,
    horizon: Horizon,
    places: ClockPlaces,
    lead_in: int,
    counted: Mapping[dt.date, FloatArray],
    language: Language,
) -> Flow:
    """Lay out a forecast from outside.

    Parameters
    ----------
    channel, horizon, places, lead_in, language
        As everywhere.
    outside
        The forecast.
    counted
        Contacts of a history beside it, by date; they go before it in the lead-in.

    Raises
    ------
    BadInputError
        The forecast does not cover the period.
    """
    expected = outside.expected
    if expected.interval_minutes != horizon.interval_minutes:
        raise ValueError(
            f"the forecast is by {expected.interval_minutes} minutes, the horizon {horizon.interval_minutes}"
        )
    if too_short := outside_too_short(expected, horizon):
        place = Text(
            en=f'channel "{channel.name}": forecast.outside', ru=f'канал "{channel.name}": forecast.outside'
        )
        raise BadInputError([InputProblem(place, *too_short)])
    said = _by_date(expected)
    unknown = {date for date in places.dates if date not in counted and date not in said}

    def day(date: dt.date) -> FloatArray:
        if date in counted:
            return counted[date]
        return said[_same_weekday(date, horizon.first_date, horizon.days) if date in unknown else date]

    contacts = places.spread_out(day)
    stated = {level: places.spread_out(partial(_row, _by_date(table))) for level, table in outside.quantiles}
    period = slice(lead_in, None)
    return Flow(
        places,
        lead_in,
        contacts,
        aht_seconds=_handle_times(channel, expected, places),
        counted=np.array([date in counted for date in places.dates], dtype=bool),
        spread=_spread({level: table[period] for level, table in stated.items()}, contacts[period]),
        stated=stated,
        notes=expected.notes + ((note("lead_in", language, channel=channel.name),) if unknown else ()),
    )


def _by_date(table: ContactHistory) -> dict[dt.date, FloatArray]:
    return {date: np.array(row) for date, row in zip(table.dates, table.contacts, strict=True)}


def _row(table: Mapping[dt.date, FloatArray], date: dt.date) -> FloatArray:
    """Row of a date; zeros for dates of the lead-in the file does not have."""
    return table[date] if date in table else np.zeros_like(next(iter(table.values())))


def _same_weekday(date: dt.date, first: dt.date, days: int) -> dt.date:
    """First date of the period on the same weekday; of a period shorter than a week, its first date."""
    ahead = (date - first).days % 7
    return first + dt.timedelta(days=ahead if ahead < days else 0)


def _handle_times(channel: Channel, expected: ContactHistory, places: ClockPlaces) -> FloatArray:
    """Handle time of each interval where the file says it, its average elsewhere."""
    contacts, seconds = np.array(expected.contacts), np.array(expected.handle_seconds)
    if not seconds.size or not seconds.any():
        return np.full(len(places.dates), channel.aht_seconds)
    average = float(seconds.sum() / contacts.sum())
    table = np.divide(seconds, contacts, out=np.full(contacts.shape, average), where=seconds > 0)
    rows = dict(zip(expected.dates, table, strict=True))
    usual = np.full(contacts.shape[1], average)
    return places.read(lambda date: rows.get(date, usual))


def _spread(stated: Mapping[float, FloatArray], expected: FloatArray) -> Spread | None:
    """Overdispersion behind the outermost quantiles, were they normal ones, all of it the day's.

    How much of it is common to a day the file does not say; to take all of it for common is on
    the safe side.
    """
    telling = expected >= _TELLING_CONTACTS
    if len(stated) < 2 or not telling.any():
        return None
    low, high = min(stated), max(stated)
    width = float(stats.norm.ppf(high) - stats.norm.ppf(low))
    variance = ((stated[high][telling] - stated[low][telling]) / width) ** 2
    excess = float((variance - expected[telling]).sum() / (expected[telling] ** 2).sum())
    return Spread(cv_day=float(np.sqrt(max(0.0, excess))), cv_interval=0.0)
