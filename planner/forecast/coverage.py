"""Whether what is known of a channel suffices for a period: asked early by the checks, and again here."""

import numpy as np
from numpy.typing import NDArray

from models.channel import Channel
from models.demand import ContactHistory
from models.horizon import Horizon
from models.plural import Plural
from models.text import Text
from planner.forecast.past import Past, past_of
from planner.forecast.replay import MIN_DAYS

_DAYS = Plural(("day", "days"), ("день", "дня", "дней"))
#: What was found, and what is allowed.
Shortcoming = tuple[Text, Text]


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
    number = len(past.dates)
    days = _DAYS.of(number)
    message = Text(
        en=f"the history has {number} {days.en} before the period, which begins on {horizon.first_date}",
        ru=f"в истории {number} {days.ru} до периода, который начинается {horizon.first_date}",
    )
    if past.silent_before:
        first = history.dates[past.silent_before]
        message += Text(
            en=f", from its first contact on {first} on", ru=f", считая с первого обращения {first}"
        )
    if of_events:
        message += Text(
            en=f"; {of_events} of them {'is' if of_events == 1 else 'are'} of events and not learnt from",
            ru=f"; из них {of_events} {_DAYS.of(of_events).ru} заняты событиями и в расчёт не идут",
        )
    allowed = Text(
        en=f"at least {MIN_DAYS} days before the period; or give volume instead of history",
        ru=f"не меньше {MIN_DAYS} дней до периода; или volume вместо history",
    )
    return message, allowed


def outside_too_short(expected: ContactHistory, horizon: Horizon) -> Shortcoming | None:
    """A forecast made elsewhere that does not cover the period."""
    last = horizon.date_of(horizon.days - 1)
    if expected.dates[0] <= horizon.first_date and expected.dates[-1] >= last:
        return None
    return (
        Text(
            en=f"the forecast covers {expected.dates[0]} to {expected.dates[-1]}",
            ru=f"прогноз охватывает даты с {expected.dates[0]} по {expected.dates[-1]}",
        ),
        Text(
            en=f"every date of the period, {horizon.first_date} to {last}",
            ru=f"все даты периода с {horizon.first_date} по {last}",
        ),
    )
