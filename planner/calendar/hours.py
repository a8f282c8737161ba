"""When the desk is open, on the horizon's axis of minutes.

A span belongs to the date it begins on: hours that run past midnight are not cut by the
next date's own hours, holiday or exception.
"""

import math

from models.calendar import WorkCalendar
from models.clock import MINUTES_PER_DAY, WEEKDAYS, ClockSpan
from models.horizon import Horizon
from models.opening import Opening

Span = tuple[int, int]


def open_spans(opening: Opening, calendar: WorkCalendar, horizon: Horizon) -> tuple[Span, ...]:
    """Open time of the period as (start, end) minutes on the axis, merged and in order.

    Parameters
    ----------
    opening
        Weekly hours, holidays, exceptions.
    calendar
        Asked only where holidays have hours of their own; then it must cover the period
        and the day before it.
    horizon
        The period; spans are cut at its ends.

    Returns
    -------
    tuple of (int, int)
        Half-open spans; two that touch are one.
    """
    return _spans_between(opening, calendar, horizon, 0, horizon.end_minute)


def open_intervals(opening: Opening, calendar: WorkCalendar, horizon: Horizon) -> tuple[bool, ...]:
    """Whether the desk is open throughout each interval of the period.

    Returns
    -------
    tuple of bool
        One entry per interval of the horizon; an interval only partly open counts as closed.
    """
    spans = open_spans(opening, calendar, horizon)
    return _open_throughout(spans, horizon.interval_starts, horizon.interval_minutes)


def lead_in_open(
    opening: Opening, calendar: WorkCalendar, horizon: Horizon, intervals: int
) -> tuple[bool, ...]:
    """Whether the desk is open in each of the intervals just before the period, oldest first.

    Parameters
    ----------
    opening, calendar, horizon
        As in :func:`open_spans`; the calendar must cover the lead-in too.
    intervals
        How many intervals; the last of them ends at minute 0.

    Returns
    -------
    tuple of bool
        ``intervals`` entries on the grid of the horizon, continued backwards.
    """
    step = horizon.interval_minutes
    starts = tuple(range(-intervals * step, 0, step))
    spans = _spans_between(opening, calendar, horizon, -intervals * step, 0)
    return _open_throughout(spans, starts, step)


def _spans_between(
    opening: Opening, calendar: WorkCalendar, horizon: Horizon, first_minute: int, end_minute: int
) -> tuple[Span, ...]:
    # Days have at least 23 hours; one more in front catches hours that cross midnight.
    first_day = -math.ceil(-first_minute / (MINUTES_PER_DAY - 60)) - 1
    merged: list[Span] = []
    spans = sorted(
        (horizon.minute_at(day, span.start), horizon.minute_at(day, span.end_unwrapped))
        for day in range(first_day, horizon.days if end_minute > 0 else 0)
        for span in _hours(opening, calendar, horizon, day)
    )
    for start, end in spans:
        begin, finish = max(start, first_minute), min(end, end_minute)
        if begin >= finish:
            continue
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(finish, merged[-1][1]))
        else:
            merged.append((begin, finish))
    return tuple(merged)


def _hours(opening: Opening, calendar: WorkCalendar, horizon: Horizon, day: int) -> tuple[ClockSpan, ...]:
    date = horizon.date_of(day)
    for exception in opening.exceptions:
        if exception.date == date:
            return exception.spans
    if opening.on_holidays != "as_usual" and calendar.is_holiday(date):
        return opening.hours.get("sun", ()) if opening.on_holidays == "as_sunday" else ()
    return opening.hours.get(WEEKDAYS[horizon.weekday(day)], ())


def _open_throughout(spans: tuple[Span, ...], starts: tuple[int, ...], step: int) -> tuple[bool, ...]:
    remaining = iter(spans)
    current = next(remaining, None)
    result = []
    for start in starts:
        while current is not None and current[1] <= start:
            current = next(remaining, None)
        result.append(current is not None and current[0] <= start and start + step <= current[1])
    return tuple(result)
