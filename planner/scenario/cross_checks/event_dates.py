"""Events of a channel that change nothing, as a slip in a date makes them."""

import datetime as dt
from collections.abc import Iterator

from models.channel import Channel
from models.errors import BadInputError, InputProblem
from models.forecast_terms import ContactEvent
from models.text import Text
from planner.scenario.cross_checks.dates import a_day_of, from_to
from planner.scenario.draft import Draft

Span = tuple[dt.date, dt.date]


def events_without_effect(draft: Draft) -> Iterator[InputProblem]:
    """Events that lie in neither history nor period, and events of the period that change no number.

    Days of the history inside an event teach the forecast nothing, days of the period get its
    factor and what it adds; anywhere else an event is not looked at.  No mistake: a list of all
    the year's events may serve many periods.
    """
    if not draft.dates:
        return
    period = draft.dates[0], draft.dates[-1]
    for i, channel in draft.channels:
        # what came in before the period may still have to be done in it
        lead_in = dt.timedelta(minutes=channel.lead_in_minutes)
        history = _history(draft, channel)
        for j, event in enumerate(channel.forecast.events):
            path = ("channels", i, "forecast", "events", j)
            on = event.first_date, event.last_date or event.first_date
            teaches = history is not None and _meet(on, history)
            planned = _meet(on, (period[0] - lead_in, period[1]))
            if not teaches and not planned:
                message, allowed = _elsewhere(event, on, history, period)
                yield InputProblem(draft.place(*path, "first_date"), message, allowed)
            elif not teaches and event.factor == 1 and event.added_contacts_per_day == 0:
                message = Text(
                    en='the event "{name}" ({dates}) changes nothing',
                    ru='событие "{name}" ({dates}) ничего не меняет',
                ).format(name=event.name, dates=_dates(on))
                allowed = Text(
                    en="factor, added_contacts_per_day or both", ru="factor, added_contacts_per_day или оба"
                )
                yield InputProblem(draft.place(*path), message, allowed)


def _elsewhere(event: ContactEvent, on: Span, history: Span | None, period: Span) -> tuple[Text, Text]:
    where = Text(en="the period ({period})", ru="периода ({period})").format(period=_dates(period))
    allowed = a_day_of(*period)
    if history is not None:
        both = Text(en="both the history ({history}) and ", ru="истории ({history}) и ")
        where = both.format(history=_dates(history)) + where
        allowed += Text(
            en=f", or from {history[0]} to {history[1]}", ru=f" или с {history[0]} по {history[1]}"
        )
    message = Text(
        en='the event "{name}" ({dates}) lies outside {where} and changes nothing',
        ru='событие "{name}" ({dates}) лежит вне {where} и ничего не меняет',
    )
    return message.format(name=event.name, dates=_dates(on), where=where), allowed


def _history(draft: Draft, channel: Channel) -> Span | None:
    """First and last date counted before the period; ``None`` without any."""
    if channel.history is None or draft.histories is None:
        return None
    try:
        read = draft.histories(channel.history)
    except BadInputError:
        return None
    dates = [date for date in read.dates if date < draft.dates[0]]
    return (dates[0], dates[-1]) if dates else None


def _meet(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _dates(span: Span) -> Text:
    return Text.same(str(span[0])) if span[0] == span[1] else from_to(*span)
