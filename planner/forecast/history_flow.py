"""A history in, what it says of the period out, with its own test."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.calendar import WorkCalendar
from models.channel import Channel
from models.demand import ContactHistory
from models.errors import BadInputError, InputProblem
from models.forecast import Backtest
from models.horizon import Horizon
from models.spread import Spread
from models.text import Language, Text
from planner.forecast.backtest import backtest
from planner.forecast.clock_places import ClockPlaces
from planner.forecast.coverage import events_in, history_too_short
from planner.forecast.flow import Flow
from planner.forecast.handle_time import handle_time_profile
from planner.forecast.history_notes import history_notes
from planner.forecast.method import METHODS
from planner.forecast.past import Past, past_of
from planner.forecast.replay import MIN_DAYS, Replay, recent_origins

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Foreseen:
    """A flow, and the test of the method that made it where the history suffices."""

    flow: Flow
    backtest: Backtest | None


def history_flow(
    channel: Channel,
    history: ContactHistory,
    calendar: WorkCalendar,
    horizon: Horizon,
    places: ClockPlaces,
    lead_in: int,
    language: Language,
) -> Foreseen:
    """Forecast a channel from its history; see :func:`planner.forecast.forecast_channels`.

    Raises
    ------
    BadInputError
        Fewer than 14 days of the history lie before the period, or events leave fewer, or the
        method needs a library that is not there.
    """
    past = past_of(history, horizon)
    events = events_in(past, channel)
    if too_short := history_too_short(channel, history, horizon):
        raise BadInputError(
            [
                InputProblem(
                    Text(en=f'channel "{channel.name}": history', ru=f'канал "{channel.name}": history'),
                    *too_short,
                )
            ]
        )
    fit = METHODS[channel.forecast.method]
    fitted = fit(past.contacts, past.dates, calendar, events)
    counted = dict(zip(past.dates, past.contacts, strict=True))
    contacts = places.spread_out(lambda date: counted[date] if date in counted else fitted.day(date))
    replay = Replay(past.contacts, past.dates, calendar, events, fit)
    tested = backtest(replay, recent_origins(len(past.dates)))
    notes = history_notes(channel, past, events, horizon, fitted, tested, language)
    flow = Flow(
        places,
        lead_in,
        contacts,
        aht_seconds=handle_times(channel, past, places),
        counted=np.array([date in counted for date in places.dates], dtype=bool),
        spread=replay.spread(len(past.dates)),
        notes=history.notes + notes,
    )
    return Foreseen(flow, tested)


def spread_of(channel: Channel, past: Past, calendar: WorkCalendar) -> Spread | None:
    """How far a history strays from its own forecasts; ``None`` where it is too short to say."""
    events = events_in(past, channel)
    if int((~events).sum()) < MIN_DAYS:
        return None
    fit = METHODS[channel.forecast.method]
    return Replay(past.contacts, past.dates, calendar, events, fit).spread(len(past.dates))


def handle_times(channel: Channel, past: Past, places: ClockPlaces) -> FloatArray:
    """Handle time per interval in seconds: of the history where it knows, else of the channel."""
    table = None
    if past.handle_seconds.size:
        weekdays = [date.weekday() for date in past.dates]
        taught = ~events_in(past, channel)
        table = handle_time_profile(past.contacts, past.handle_seconds, weekdays, taught)
    if table is None:
        return np.full(len(places.dates), channel.aht_seconds)
    return places.read(lambda date: table[date.weekday()])
