"""``business-hours.json``: weekly opening hours, and the dates of the period that differ."""

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from models.clock import MINUTES_PER_DAY, WEEKDAYS, ClockSpan, format_clock
from models.plan import Plan
from planner.intake.exporter import EXPORTERS, Exporter
from planner.intake.json_bytes import json_bytes

Hours = list[tuple[int, int]]


@EXPORTERS.register
class BusinessHours(Exporter):
    """Hours per weekday and per exceptional date, in local clock time.

    Hours that run past midnight are cut there, so that every span lies within its day;
    ``24:00`` ends a day.
    """

    kind: Literal["business_hours"] = "business_hours"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return ``business-hours.json``."""
        scenario, horizon = plan.scenario, plan.scenario.horizon
        weekly = [
            _within_day(
                scenario.opening.hours.get(name, ()), scenario.opening.hours.get(WEEKDAYS[place - 1], ())
            )
            for place, name in enumerate(WEEKDAYS)
        ]
        exceptions = []
        for day in range(horizon.days):
            date = horizon.date_of(day)
            hours = _within_day(_begun_on(plan, date), _begun_on(plan, date - dt.timedelta(days=1)))
            if hours != weekly[date.weekday()]:
                name = plan.calendar.names.get(date, "")
                exceptions.append({"date": date.isoformat(), "name": name, "hours": _texts(hours)})
        document = {
            "id": scenario.name,
            "name": scenario.desk.name,
            "zone": horizon.zone,
            "valid_from": horizon.date_of(0).isoformat(),
            "valid_to": horizon.date_of(horizon.days - 1).isoformat(),
            "weekly": {name: _texts(hours) for name, hours in zip(WEEKDAYS, weekly, strict=True)},
            "exceptions": exceptions,
        }
        return {"business-hours.json": json_bytes(document)}


def _begun_on(plan: Plan, date: dt.date) -> Sequence[ClockSpan]:
    """Hours that begin on a date: its exception, else the holiday's, else the weekday's."""
    opening = plan.scenario.opening
    exception = next((item for item in opening.exceptions if item.date == date), None)
    if exception is not None:
        return exception.spans
    if opening.on_holidays != "as_usual" and plan.calendar.is_holiday(date):
        return opening.hours.get("sun", ()) if opening.on_holidays == "as_sunday" else ()
    return opening.hours.get(WEEKDAYS[date.weekday()], ())


def _within_day(own: Sequence[ClockSpan], day_before: Sequence[ClockSpan]) -> Hours:
    """Cut a day's spans at midnight, add what the day before carries over, and merge."""
    pieces = [(span.start, min(span.end_unwrapped, MINUTES_PER_DAY)) for span in own]
    pieces += [
        (0, span.end_unwrapped - MINUTES_PER_DAY)
        for span in day_before
        if span.end_unwrapped > MINUTES_PER_DAY
    ]
    merged: Hours = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _texts(hours: Hours) -> list[dict[str, str]]:
    return [{"start": format_clock(start), "end": format_clock(end)} for start, end in hours]
