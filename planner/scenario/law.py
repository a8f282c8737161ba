"""A scenario as its law packs make it, and what it asks below the law."""

import datetime as dt
from functools import cache

from models.calendar import HolidayCalendar
from models.scenario import Scenario
from models.violation import Violation
from planner.calendar.norm import norm_minutes
from planner.calendar.work_calendar import work_calendar
from planner.packs.asked import law_rules
from planner.packs.looser import Looser, looser_findings, looser_than_law
from planner.packs.norm_bound import NormOf
from planner.packs.terms import with_law_terms
from planner.packs.under_law import with_law_rules


def under_law(scenario: Scenario) -> tuple[Scenario, tuple[Looser, ...]]:
    """Lay the packs over a scenario, and say where it asked for less.

    Laying them over twice changes nothing more, so that a plan edited by hand may be held
    against the law again.

    Raises
    ------
    BadInputError
        A pack needs the norm of hours of years whose working days are not known.
    """
    if not scenario.law_packs:
        return scenario, ()
    lawful = with_law_terms(scenario)
    norm_of = norm_of_calendar(lawful.holidays)
    return with_law_rules(lawful, norm_of), looser_than_law(scenario, norm_of)


def law_findings(scenario: Scenario) -> tuple[Violation, ...]:
    """Where a scenario, as its packs have made it, still asks for less than the law: findings of an audit."""
    return looser_findings(scenario, norm_of_calendar(scenario.holidays)) if scenario.law_packs else ()


def packs_of_rules(scenario: Scenario) -> tuple[str, ...]:
    """Pack each rule of a scenario was added by; empty for rules somebody wrote."""
    asked = law_rules(scenario, norm_of_calendar(scenario.holidays)) if scenario.law_packs else ()
    return tuple(next((law.pack for law in asked if law.rule == rule), "") for rule in scenario.rules)


def norm_of_calendar(settings: HolidayCalendar) -> NormOf:
    """Norm minutes between two dates of a calendar, which is opened only when somebody asks."""

    @cache
    def norm_of(first: dt.date, last: dt.date, weekly_minutes: int) -> int:
        calendar = work_calendar(settings, range(first.year, last.year + 1))
        return norm_minutes(calendar, first, last, weekly_minutes)

    return norm_of
