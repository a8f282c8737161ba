"""The stage itself: a channel and its history in, expected contacts per interval out."""

import datetime as dt
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models.calendar import WorkCalendar
from models.channel import Channel
from models.demand import ChannelDemand, ContactHistory
from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.text import Language
from planner.forecast.backtest import MIN_DAYS, Backtest, backtest, recent_origins
from planner.forecast.clock_places import ClockPlaces, clock_places
from planner.forecast.handle_time import handle_time_by_slot
from planner.forecast.notes import note
from planner.forecast.past import Past, past_of
from planner.forecast.profile import fit_profile
from planner.forecast.volume import volume_day

FloatArray = NDArray[np.float64]
#: Days between history and period that deserve a word.
_LONG_AGO_DAYS = 28


def forecast_channel(
    channel: Channel,
    history: ContactHistory | None,
    calendar: WorkCalendar,
    horizon: Horizon,
    lead_in_intervals: int,
    *,
    language: Language = "en",
) -> ChannelDemand:
    """Say what is expected to arrive in a period, and just before it.

    Parameters
    ----------
    channel
        States a volume, or has the history given; its growth multiplies all contacts.
    history
        Counts on the horizon's intervals, in the desk's zone.  Only dates before the period
        are used; the lead-in takes counted contacts where there are any.  ``None`` for a
        channel with a volume.
    calendar
        Covers the period, its lead-in and the history; what it does not cover is usual days.
    horizon
        The period.
    lead_in_intervals
        How many intervals before it are wanted.
    language
        Language of the notes.

    Returns
    -------
    ChannelDemand
        Contacts and handle times per interval; for a history the errors of its backtest.

    Raises
    ------
    BadInputError
        Fewer than 14 days of the history lie before the period.
    """
    places = clock_places(horizon, lead_in_intervals)
    if history is None:
        contacts = _laid_out(places, lambda date: _stated(channel, date, horizon.interval_minutes))
        return _demand(channel, contacts, lead_in_intervals, channel.aht_seconds)
    past = past_of(history, horizon)
    if len(past.dates) < MIN_DAYS:
        raise BadInputError([_too_short(channel, past, horizon)])
    profile = fit_profile(past.contacts, past.dates, calendar)
    counted = dict(zip(past.dates, past.contacts, strict=True))
    contacts = _laid_out(places, lambda date: counted[date] if date in counted else profile.day(date))
    by_slot = handle_time_by_slot(past.contacts, past.handle_seconds) if past.handle_seconds.size else None
    aht = channel.aht_seconds if by_slot is None else by_slot[places.slots[lead_in_intervals:]]
    tested = backtest(past.contacts, past.dates, calendar, recent_origins(len(past.dates)))
    notes = history.notes + _notes(channel, past, horizon, tested, language)
    return _demand(channel, contacts, lead_in_intervals, aht, tested, notes)


def _stated(channel: Channel, date: dt.date, interval_minutes: int) -> FloatArray:
    if channel.volume is None:
        raise ValueError(f"channel {channel.name} has a history file, but no history was given")
    return volume_day(channel.volume, date, interval_minutes)


def _laid_out(places: ClockPlaces, day: Callable[[dt.date], FloatArray]) -> FloatArray:
    days = {date: day(date) for date in set(places.dates)}
    held = np.array([days[date][slot] for date, slot in zip(places.dates, places.slots, strict=True)])
    laid_out: FloatArray = held * places.shares
    return laid_out


def _demand(
    channel: Channel,
    contacts: FloatArray,
    lead_in: int,
    aht: FloatArray | float,
    tested: Backtest | None = None,
    notes: tuple[str, ...] = (),
) -> ChannelDemand:
    grown = contacts * channel.growth
    period = grown[lead_in:]
    return ChannelDemand(
        channel=channel.name,
        contacts=tuple(period.tolist()),
        aht_seconds=tuple(np.broadcast_to(aht, period.shape).tolist()),
        lead_in_contacts=tuple(grown[:lead_in].tolist()),
        wape=tested.wape if tested else None,
        seasonal_naive_wape=tested.seasonal_naive_wape if tested else None,
        notes=notes,
    )


def _too_short(channel: Channel, past: Past, horizon: Horizon) -> InputProblem:
    message = (
        f"the history has {len(past.dates)} days before the period, which begins on {horizon.first_date}"
    )
    return InputProblem(
        f'channel "{channel.name}": history',
        message,
        f"at least {MIN_DAYS} days before the period; or give volume instead of history",
    )


def _notes(
    channel: Channel, past: Past, horizon: Horizon, tested: Backtest | None, language: Language
) -> tuple[str, ...]:
    notes = []
    name, gap = channel.name, (horizon.first_date - past.dates[-1]).days - 1
    if past.left_out:
        first = horizon.first_date
        notes.append(note("left_out", language, channel=name, count=past.left_out, first_date=first))
    if gap >= _LONG_AGO_DAYS:
        notes.append(note("long_ago", language, channel=name, count=gap, last_date=past.dates[-1]))
    if tested is None:
        notes.append(note("no_backtest", language, channel=name, count=len(past.dates)))
    return tuple(notes)
