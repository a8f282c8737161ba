"""Whether what is known of a channel suffices for a period: asked early by the checks, and again here."""

import numpy as np
from numpy.typing import NDArray

from models.channel import Channel
from models.demand import ContactHistory
from models.horizon import Horizon
from planner.forecast.past import Past, past_of
from planner.forecast.replay import MIN_DAYS

#: What was found, and what is allowed.
Shortcoming = tuple[str, str]


def events_in(past: Past, channel: Channel) -> NDArray[np.bool_]:
    """Which days of the past lie in an event of the channel."""
    covered = [any(event.covers(date) for event in channel.forecast.events) for date in past.dates]
    return np.array(covered, dtype=bool)


def history_too_short(channel: Channel, history: ContactHistory, horizon: Horizon) -> Shortcoming | None:
    """Fewer days before the period, events left out, than a forecast takes."""
    past = past_of(history, horizon)
    of_events = int(events_in(past, channel).sum())
    if len(past.dates) - of_events >= MIN_DAYS:
        return None
    days = f"{len(past.dates)} day{'' if len(past.dates) == 1 else 's'}"
    message = f"the history has {days} before the period, which begins on {horizon.first_date}"
    if past.silent_before:
        message += f", from its first contact on {history.dates[past.silent_before]} on"
    if of_events:
        message += f"; {of_events} of them {'is' if of_events == 1 else 'are'} of events and not learnt from"
    return message, f"at least {MIN_DAYS} days before the period; or give volume instead of history"


def outside_too_short(expected: ContactHistory, horizon: Horizon) -> Shortcoming | None:
    """A forecast made elsewhere that does not cover the period."""
    last = horizon.date_of(horizon.days - 1)
    if expected.dates[0] <= horizon.first_date and expected.dates[-1] >= last:
        return None
    return (
        f"the forecast covers {expected.dates[0]} to {expected.dates[-1]}",
        f"every date of the period, {horizon.first_date} to {last}",
    )
