"""Dates that do not fit the period."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from models.desk import Period
from models.errors import InputProblem
from models.text import Text
from planner.scenario.draft import FIRST_YEAR, LAST_YEAR, Draft

#: Shifts worked longer before the period than this seldom matter to a rule, so the date may be a slip.
LOOK_BACK_DAYS = 35
#: No rule looks back further than a year.
MOST_LOOK_BACK_DAYS = 366


def _span(period: Period) -> tuple[dt.date, dt.date]:
    """First and last date of the period; the calendar's end where it would run beyond."""
    days_left = (dt.date.max - period.first_date).days
    return period.first_date, period.first_date + dt.timedelta(days=min(period.days - 1, days_left))


def _outside(draft: Draft, path: tuple[str | int, ...], what: Text, date: dt.date) -> Iterator[InputProblem]:
    if draft.period is None:
        return
    first, last = _span(draft.period)
    if not first <= date <= last:
        message = what + Text(en=f" {date} is outside the period", ru=f" {date} вне периода")
        yield InputProblem(draft.place(*path), message, from_to(first, last))


def period_years(draft: Draft) -> Iterator[InputProblem]:
    """A period in years nothing is known of."""
    if draft.period is not None:
        first, last = _span(draft.period)
        if first.year < FIRST_YEAR or last.year > LAST_YEAR:
            place = draft.place("period", "first_date")
            yield InputProblem(
                place,
                Text(en=f"the period is {first} to {last}", ru=f"период с {first} по {last}"),
                Text(en=f"years {FIRST_YEAR} to {LAST_YEAR}", ru=f"годы с {FIRST_YEAR} по {LAST_YEAR}"),
            )


def leave_dates(draft: Draft) -> Iterator[InputProblem]:
    """Leave that has no day in the period: a year of leave in one file is fine, a slip is not."""
    if draft.period is None:
        return
    first, last = _span(draft.period)
    for i, agent in draft.agents:
        for j, leave in enumerate(agent.leave):
            if leave.last_date < first or leave.first_date > last:
                message = Text(
                    en=f"the leave {leave.first_date} to {leave.last_date} is outside the period",
                    ru=f"отсутствие с {leave.first_date} по {leave.last_date} вне периода",
                )
                allowed = a_day_of(first, last)
                yield InputProblem(draft.place("agents", i, "leave", j), message, allowed)


def fixed_shift_dates(draft: Draft) -> Iterator[InputProblem]:
    """Fixed shifts outside the period."""
    for i, agent in draft.agents:
        for j, fixed in enumerate(agent.fixed_shifts):
            what = Text(en="the fixed shift on", ru="назначенная смена")
            yield from _outside(draft, ("agents", i, "fixed_shifts", j, "date"), what, fixed.date)


def request_dates(draft: Draft) -> Iterator[InputProblem]:
    """Requests outside the period, or to work while on leave."""
    for i, agent in draft.agents:
        for j, request in enumerate(agent.requests):
            path = ("agents", i, "requests", j, "date")
            what = Text(en="the request for", ru="пожелание на")
            yield from _outside(draft, path, what, request.date)
            away = any(leave.first_date <= request.date <= leave.last_date for leave in agent.leave)
            if request.wish == "on" and away:
                message = Text(
                    en=f"{agent.id} asks to work on {request.date}, but is on leave",
                    ru=f"{agent.id} просит работу на {request.date}, но в этот день отсутствует",
                )
                yield InputProblem(draft.place(*path), message)


def worked_before_dates(draft: Draft) -> Iterator[InputProblem]:
    """Shifts said to be worked before the period that lie in it, after it, or over a year back."""
    if draft.period is None:
        return
    first = draft.period.first_date
    for i, agent in draft.agents:
        for j, worked in enumerate(agent.worked_before):
            if worked.date >= first:
                place = draft.place("agents", i, "worked_before", j, "date")
                message = Text(
                    en=f"{worked.date} is not before the period, which begins on {first}",
                    ru=f"{worked.date} не раньше периода, а он начинается {first}",
                )
                allowed = Text(en="an earlier date, or a fixed shift", ru="дата раньше или назначенная смена")
                yield InputProblem(place, message, allowed)
            elif (first - worked.date).days > MOST_LOOK_BACK_DAYS:
                place = draft.place("agents", i, "worked_before", j, "date")
                message = Text(
                    en=f"{worked.date} is more than a year before the period",
                    ru=f"{worked.date} раньше периода больше чем на год",
                )
                yield InputProblem(place, message, not_long_before(first))


def old_worked_shifts(draft: Draft) -> Iterator[InputProblem]:
    """Shifts worked so long ago that the date may be a slip, unless a rule counts since then."""
    if not draft.dates:
        return
    since = [date for _, rule in draft.rules if isinstance(date := getattr(rule, "since", None), dt.date)]
    earliest = min([draft.dates[0] - dt.timedelta(days=LOOK_BACK_DAYS), *since])
    for i, agent in draft.agents:
        for j, worked in enumerate(agent.worked_before):
            if worked.date < earliest:
                place = draft.place("agents", i, "worked_before", j, "date")
                message = Text(
                    en=f"{worked.date} is more than {LOOK_BACK_DAYS} days before the period: is the date right?",
                    ru=f"{worked.date} раньше периода больше чем на {LOOK_BACK_DAYS} дней: верна ли дата?",
                )
                yield InputProblem(place, message)


def rule_dates(draft: Draft) -> Iterator[InputProblem]:
    """Rules whose dates are reversed."""
    for i, rule in draft.written("rules"):
        begins = as_date(rule.get("valid_from")) or dt.date.min
        ends = as_date(rule.get("valid_to")) or dt.date.max
        if begins > ends:
            message = Text(
                en=f"the rule ends on {ends}, before it begins on {begins}",
                ru=f"правило перестаёт действовать {ends}, раньше, чем начинает: {begins}",
            )
            yield InputProblem(draft.place("rules", i, "valid_to"), message)


def rules_out_of_force(draft: Draft) -> Iterator[InputProblem]:
    """Rules that hold on no day of the period: likely a law that has been replaced, or is to come."""
    if draft.period is None:
        return
    first, last = _span(draft.period)
    for i, rule in draft.written("rules"):
        begins, ends = as_date(rule.get("valid_from")), as_date(rule.get("valid_to"))
        if ends and ends < first:
            message = Text(
                en=f"the rule ended on {ends}, before the period begins, and is not applied",
                ru=f"правило действовало до {ends}, раньше начала периода, и не применяется",
            )
            yield InputProblem(draft.place("rules", i, "valid_to"), message)
        elif begins and begins > last:
            message = Text(
                en=f"the rule begins on {begins}, after the period ends, and is not applied",
                ru=f"правило действует с {begins}, позже конца периода, и не применяется",
            )
            yield InputProblem(draft.place("rules", i, "valid_from"), message)


def rule_dates_outside(draft: Draft) -> Iterator[InputProblem]:
    """Rules that ask on dates outside the period only, or count since a date that is not before it."""
    if draft.period is None:
        return
    first, last = _span(draft.period)
    for i, rule in draft.written("rules"):
        listed = rule.get("dates")
        dates = [as_date(one) for one in listed] if isinstance(listed, list) else []
        if dates and all(date is not None and not first <= date <= last for date in dates):
            message = Text(
                en="none of the dates is in the period: the rule asks for nothing",
                ru="ни одна из дат не попадает в период: правило ничего не требует",
            )
            yield InputProblem(draft.place("rules", i, "dates"), message, from_to(first, last))
        since = as_date(rule.get("since"))
        # a reference period of an average may begin later: those before it are as long
        if since is not None and since > first and rule.get("kind") != "average_weekly_minutes":
            message = Text(
                en=f"the period begins on {first}, and all of it counts; since is for a beginning before it",
                ru=f"период начинается {first} и считается весь; since – для счёта с более раннего дня",
            )
            later = Text(en="to begin later, valid_from", ru="чтобы считать позже, valid_from")
            yield InputProblem(draft.place("rules", i, "since"), message, later)


def rule_days(draft: Draft) -> Iterator[InputProblem]:
    """Rules about a date, or a span of dates, outside the period."""
    for i, rule in draft.written("rules"):
        date = as_date(rule.get("date"))
        if date:
            yield from _outside(draft, ("rules", i, "date"), Text(en="the date", ru="дата"), date)
        begins, ends = as_date(rule.get("first_date")), as_date(rule.get("last_date"))
        if draft.period and begins and ends:
            first, last = _span(draft.period)
            if ends < first or begins > last:
                message = Text(
                    en=f"{begins} to {ends} is outside the period", ru=f"с {begins} по {ends}: вне периода"
                )
                yield InputProblem(draft.place("rules", i), message, a_day_of(first, last))


def from_to(first: dt.date, last: dt.date) -> Text:
    """Between which dates something may lie."""
    return Text(en=f"{first} to {last}", ru=f"с {first} по {last}")


def a_day_of(first: dt.date, last: dt.date) -> Text:
    """Say which dates something must touch."""
    return Text(en=f"at least one day from {first} to {last}", ru=f"хотя бы один день с {first} по {last}")


def not_long_before(first: dt.date) -> Text:
    """How far before the period something may lie."""
    return Text(
        en=f"at most {MOST_LOOK_BACK_DAYS} days before {first}",
        ru=f"не больше {MOST_LOOK_BACK_DAYS} дней до {first}",
    )


def as_date(written: Any) -> dt.date | None:
    """A date as a file may hold it; ``None`` for anything else, which is reported elsewhere."""
    if isinstance(written, dt.datetime):
        return written.date()
    if isinstance(written, str):
        try:
            return dt.date.fromisoformat(written)
        except ValueError:
            return None
    return written if isinstance(written, dt.date) else None


def twice_listed_dates(draft: Draft) -> Iterator[InputProblem]:
    """A date with two opening exceptions, or two entries in the calendar."""
    holidays = draft.sections.get("holidays")
    opening = draft.opening
    lists = {
        ("opening", "exceptions"): [day.date for day in opening.exceptions] if opening else [],
        ("holidays", "overrides"): [day.date for day in holidays.overrides] if holidays else [],
    }
    for (section, key), dates in lists.items():
        for i, date in enumerate(dates):
            if date in dates[:i]:
                message = Text(en=f"{date} is listed twice", ru=f"{date} указано дважды")
                allowed = Text(en="each date once", ru="каждая дата один раз")
                yield InputProblem(draft.place(section, key, i, "date"), message, allowed)
