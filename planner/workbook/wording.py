"""Phrases about a plan that more than one sheet needs."""

import datetime as dt
from decimal import Decimal

from babel.dates import format_date, format_interval, get_day_names

from models.clock import WEEKDAYS, format_clock
from models.cost import Component
from models.plan import Plan
from models.text import Language
from planner.workbook.page import Page

#: Key of the word for each component of cost.
COST_WORDS: dict[Component, str] = {
    "base": "cost.base",
    "night_premium": "cost.night_premium",
    "holiday_premium": "cost.holiday_premium",
    "other_premium": "cost.other_premium",
    "overtime": "cost.overtime",
    "on_costs": "cost.on_costs",
    "per_head": "cost.per_head",
    "overhead": "cost.overhead",
}


def date_text(date: dt.date, language: Language) -> str:
    """A date in words."""
    text: str = format_date(date, format="long", locale=language)
    return text


def period_text(plan: Plan, language: Language) -> str:
    """First and last date of the period."""
    first = plan.scenario.period.first_date
    last = first + dt.timedelta(days=plan.scenario.period.days - 1)
    text: str = format_interval(first, last, skeleton="yMMMd", locale=language)
    return text


def weekday_text(weekday: int, language: Language) -> str:
    """Short name of a weekday; Monday is 0."""
    name: str = get_day_names("abbreviated", context="stand-alone", locale=language)[weekday]
    return name[:1].upper() + name[1:]


def hours_text(page: Page, hours: Decimal) -> str:
    """Hours as short as they can be written, to the hundredth."""
    text = f"{hours:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if page.language == "ru" else text


def note_text(page: Page) -> str:
    """The line under a sheet's title."""
    plan = page.plan
    return f"{plan.scenario.desk.name} · {period_text(plan, page.language)} · {plan.scenario.desk.zone}"


def opening_text(page: Page) -> str:
    """Opening hours in words: runs of weekdays with the same hours."""
    opening = page.plan.scenario.opening
    if opening.always:
        parts = [page.word("opening.always")]
    else:
        runs: list[tuple[int, int, str]] = []
        for weekday, name in enumerate(WEEKDAYS):
            spans = opening.hours.get(name, ())
            hours = ", ".join(f"{format_clock(span.start)}–{format_clock(span.end)}" for span in spans)
            if runs and runs[-1][2] == hours:
                runs[-1] = (runs[-1][0], weekday, hours)
            else:
                runs.append((weekday, weekday, hours))
        parts = [f"{_run(first, last, page.language)} {hours}" for first, last, hours in runs if hours]
    if opening.on_holidays == "closed":
        parts.append(page.word("opening.closed_on_holidays"))
    elif opening.on_holidays == "as_sunday":
        parts.append(page.word("opening.sunday_on_holidays"))
    return "; ".join(parts)


def _run(first: int, last: int, language: Language) -> str:
    if first == last:
        return weekday_text(first, language)
    return f"{weekday_text(first, language)}–{weekday_text(last, language)}"
