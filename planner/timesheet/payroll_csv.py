"""``payroll.csv``: worked time and leave as a flat table; no vendor's format is claimed."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from models.formula_text import no_formula
from models.norm_time import norm_minutes
from models.plan import Plan
from models.tour import RosterAgent, Tour
from planner.pay.rounding import to_whole_minor
from planner.timesheet.absences import away_by_agent
from planner.timesheet.marks import MarkedDay, TimesheetMarks, marks
from planner.timesheet.person_month import overtime_by_day

COLUMNS = (
    "personnel_number",
    "date",
    "code",
    "hours",
    "night_hours",
    "holiday_hours",
    "overtime_hours",
    "cost_centre",
)
_DIGITS = Decimal("0.0001")


def payroll_csv(plan: Plan) -> str:
    """Write one row per person, day and code of the timesheet, person after person.

    A shift stands on the day it begins, as it is paid; its night and its holiday have rows of
    their own, and hours add up to those of pay.  Leave has the hours the norm expects of the
    day; days off have no row.  ``personnel_number`` and ``cost_centre`` are the agent's
    ``external_ids`` of these names, else the agent's identifier and the desk's name.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    marking, overtime = TimesheetMarks(plan), overtime_by_day(plan)
    away = away_by_agent(plan.scenario, [tour.agent for tour in plan.roster.tours])
    for tour in plan.roster.tours:
        person = tour.agent
        own = away[person.agent]
        for day, date in enumerate(_dates(plan)):
            extra = overtime.get((person.agent, day), 0)
            for code, *minutes in _rows(plan, tour, day, marking.day(tour, day, own), extra):
                hours = (_hours(one) for one in minutes)
                table.writerow((_number(person), date, code, *hours, _cost_centre(plan, person)))
    return text.getvalue()


def _dates(plan: Plan) -> list[str]:
    horizon = plan.scenario.horizon
    return [horizon.date_of(day).isoformat() for day in range(horizon.days)]


def _rows(
    plan: Plan, tour: Tour, day: int, marked: MarkedDay, overtime: int
) -> Iterator[tuple[str, int, int, int, int]]:
    """(code, minutes, of them by night, on holidays, overtime) of one day."""
    codes = marks(plan.scenario.desk.language)
    by_night = marked.night_minutes
    for place, (mark, minutes) in enumerate(marked.worked):
        # what pay counts as night beyond the row of the night lies on a holiday
        night = minutes if mark == "night" else 0
        if mark == "holiday":
            night = by_night - sum(own for other, own in marked.worked if other == "night")
        extra = overtime if place == len(marked.worked) - 1 else 0
        yield codes[mark], minutes, night, minutes if mark == "holiday" else 0, extra
    if marked.absence is not None and marked.absence != "off":
        contract = plan.scenario.contract(tour.agent.contract)
        date = plan.scenario.horizon.date_of(day)
        norm = to_whole_minor(norm_minutes(plan.calendar, [date], contract.weekly_minutes))
        yield codes[marked.absence], norm, 0, 0, 0


def _hours(minutes: int) -> str:
    text = f"{(Decimal(minutes) / 60).quantize(_DIGITS)}"
    return text.rstrip("0").rstrip(".")


def _number(person: RosterAgent) -> str:
    return no_formula(person.external_ids.get("personnel_number", person.agent))


def _cost_centre(plan: Plan, person: RosterAgent) -> str:
    return no_formula(person.external_ids.get("cost_centre", plan.scenario.desk.name))
