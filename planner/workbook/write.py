"""Writing the workbook."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook

from models.plan import Plan
from models.text import Language
from planner.workbook.garbage import uncollected
from planner.workbook.package_file import package_bytes
from planner.workbook.page import KnownValues, Page
from planner.workbook.sheets import sheets_of
from planner.workbook.styles import add_styles


def workbook_bytes(plan: Plan, language: Language | None = None) -> bytes:
    """Return the plan's workbook as the bytes of an xlsx file; equal plans give equal bytes.

    Parameters
    ----------
    plan
        Any plan, with or without a proof.
    language
        Of the workbook; the desk's where left out.
    """
    if language is not None:
        plan = _in_language(plan, language)
    with uncollected():
        workbook, known = drawn_workbook(plan)
        workbook.properties.creator = "Smena"
        workbook.properties.title = f"{plan.scenario.desk.name}: {plan.scenario.name}"
        workbook.calculation.fullCalcOnLoad = True
        return package_bytes(workbook, known, dt.datetime.combine(plan.scenario.period.first_date, dt.time()))


def drawn_workbook(plan: Plan, language: Language | None = None) -> tuple[Workbook, KnownValues]:
    """Draw the plan's workbook without writing it: its cells, and the values of its formulas.

    Parameters
    ----------
    plan, language
        As given to :func:`workbook_bytes`.
    """
    if language is not None:
        plan = _in_language(plan, language)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook, plan.cost.currency, plan.scenario.desk.language)
    known: KnownValues = {}
    with uncollected():
        for name, draw in sheets_of(plan):
            draw(Page(workbook.create_sheet(name), plan, known))
    return workbook, known


def write_workbook(plan: Plan, path: Path) -> None:
    """Write the plan's workbook, for managers and HR.

    Parameters
    ----------
    plan
        Any plan, with or without a proof.
    path
        The xlsx file; replaced where it exists.
    """
    path.write_bytes(workbook_bytes(plan))


def _in_language(plan: Plan, language: Language) -> Plan:
    desk = plan.scenario.desk.model_copy(update={"language": language})
    return replace(plan, scenario=plan.scenario.model_copy(update={"desk": desk}))
