"""Writing the workbook."""

import datetime as dt
from pathlib import Path

from openpyxl import Workbook

from models.plan import Plan
from planner.workbook.package_file import package_bytes
from planner.workbook.page import KnownValues, Page
from planner.workbook.sheets import SHEETS
from planner.workbook.styles import add_styles
from planner.workbook.texts import TEXTS


def workbook_bytes(plan: Plan) -> bytes:
    """Return the plan's workbook as the bytes of an xlsx file; equal plans give equal bytes."""
    language = plan.scenario.desk.language
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook, plan.cost.currency, language)
    known: KnownValues = {}
    for key, draw in SHEETS:
        sheet = workbook.create_sheet(TEXTS[language][key])
        draw(Page(sheet, plan, known))
    workbook.properties.creator = "Smena"
    workbook.properties.title = f"{plan.scenario.desk.name}: {plan.scenario.name}"
    workbook.calculation.fullCalcOnLoad = True
    return package_bytes(workbook, known, dt.datetime.combine(plan.scenario.period.first_date, dt.time()))


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
