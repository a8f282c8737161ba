"""The stage itself: channels and what is known of them in, forecasts out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.calendar import WorkCalendar
from models.channel import Channel
from models.demand import ChannelDemand, ContactHistory
from models.errors import BadInputError
from models.forecast import Forecast, OutsideForecast
from models.horizon import Horizon
from models.text import Language
from planner.forecast.bands import day_bands, interval_quantiles
from planner.forecast.clock_places import ClockPlaces, clock_places
from planner.forecast.flow import Flow
from planner.forecast.history_flow import Foreseen, handle_times, history_flow, spread_of
from planner.forecast.levers import apply_own_levers, apply_shifts, shift_problems
from planner.forecast.notes import note
from planner.forecast.outside_flow import outside_flow
from planner.forecast.past import Past, past_of
from planner.forecast.volume_flow import volume_flow

#: Days of the history shown before the forecast.
_RECENT_DAYS = 56


def forecast_channels(
    channels: Sequence[Channel],
    histories: Mapping[str, ContactHistory],
    calendar: WorkCalendar,
    horizon: Horizon,
    lead_in_intervals: int,
    *,
    outside: Mapping[str, OutsideForecast] | None = None,
    language: Language = "en",
) -> tuple[Forecast, ...]:
    """Say what is expected to arrive in a period, and just before it.

    Parameters
    ----------
    channels
        All channels of the scenario, for contacts may move between them.
    histories
        Counts by channel on the horizon's intervals, in the desk's zone.  Only dates before
        the period are used; the lead-in takes counted contacts where there are any.
    calendar
        Covers the period, its lead-in and the histories; what it does not cover is usual days.
    horizon
        The period.
    lead_in_intervals
        How many intervals before it are wanted.
    outside
        Forecasts made elsewhere, by channel.
    language
        Language of the notes.

    Returns
    -------
    tuple of Forecast
        One per channel, in their order, all levers applied.

    Raises
    ------
    BadInputError
        Histories too short, forecasts that do not cover the period, moves to channels that are
        not there: all of them at once.
    """
    problems = shift_problems(channels)
    foreseen: dict[str, Foreseen] = {}
    for channel in channels:
        given = histories.get(channel.name), (outside or {}).get(channel.name)
        try:
            foreseen[channel.name] = _foresee(channel, *given, calendar, horizon, lead_in_intervals, language)
        except BadInputError as error:
            problems.extend(error.problems)
    if problems:
        raise BadInputError(problems)
    own = {
        channel.name: apply_own_levers(channel, foreseen[channel.name].flow, language) for channel in channels
    }
    flows = apply_shifts(channels, own, language)
    return tuple(
        _forecast(channel, foreseen[channel.name], flows[channel.name], histories.get(channel.name), horizon)
        for channel in channels
    )


def _foresee(
    channel: Channel,
    history: ContactHistory | None,
    outside: OutsideForecast | None,
    calendar: WorkCalendar,
    horizon: Horizon,
    lead_in: int,
    language: Language,
) -> Foreseen:
    places = clock_places(horizon, lead_in)
    if channel.forecast.outside is not None:
        if outside is None:
            raise ValueError(f"channel {channel.name} is forecast outside, but no forecast was given")
        past = past_of(history, horizon) if history is not None else None
        return Foreseen(
            _from_outside(channel, outside, past, calendar, horizon, places, lead_in, language), None
        )
    if channel.volume is not None:
        flow = volume_flow(channel, channel.volume, places, lead_in, horizon.interval_minutes)
        return Foreseen(flow, None)
    if history is None:
        raise ValueError(f"channel {channel.name} has a history file, but no history was given")
    return history_flow(channel, history, calendar, horizon, places, lead_in, language)


def _from_outside(
    channel: Channel,
    outside: OutsideForecast,
    past: Past | None,
    calendar: WorkCalendar,
    horizon: Horizon,
    places: ClockPlaces,
    lead_in: int,
    language: Language,
) -> Flow:
    """What the file says; what it does not, a history beside it may know."""
    counted = dict(zip(past.dates, past.contacts, strict=True)) if past else {}
    flow = outside_flow(channel, outside, horizon, places, lead_in, counted, language)
    if past is not None:
        if not outside.expected.handle_seconds:
            flow = replace(flow, aht_seconds=handle_times(channel, past, places))
        flow = replace(flow, spread=flow.spread or spread_of(channel, past, calendar))
    return flow if flow.spread else flow.changed(note("unsure", language, channel=channel.name))


def _forecast(
    channel: Channel, foreseen: Foreseen, flow: Flow, history: ContactHistory | None, horizon: Horizon
) -> Forecast:
    lead_in, tested = flow.lead_in, foreseen.backtest
    demand = ChannelDemand(
        channel=channel.name,
        contacts=tuple(flow.contacts[lead_in:].tolist()),
        aht_seconds=tuple(flow.aht_seconds[lead_in:].tolist()),
        lead_in_contacts=tuple(flow.contacts[:lead_in].tolist()),
        wape=tested.interval.wape if tested else None,
        seasonal_naive_wape=tested.interval.naive_wape if tested else None,
        notes=flow.notes,
        spread=flow.spread,
    )
    return Forecast(
        demand=demand,
        quantiles=interval_quantiles(foreseen.flow, flow),
        days=day_bands(flow, flow.spread),
        recent=_recent(history, horizon) if history is not None else None,
        backtest=tested,
    )


def _recent(history: ContactHistory, horizon: Horizon) -> ContactHistory | None:
    end = sum(date < horizon.first_date for date in history.dates)
    kept = slice(max(0, end - _RECENT_DAYS), end)
    if end == 0:
        return None
    return ContactHistory(history.interval_minutes, history.dates[kept], history.contacts[kept])
