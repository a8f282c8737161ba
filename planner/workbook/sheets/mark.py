"""The hidden sheet that says which plan a workbook was made from, so that it can be read back."""

from importlib.metadata import PackageNotFoundError, version

from models.roster_version import roster_version
from planner.workbook.page import Page

#: Its name, the same in every language, and what stands in its first cell.
MARK_SHEET = "smena"
MARK = "smena roster workbook"
FORMAT_VERSION = 1
#: Which program wrote it: another one may write the same plan otherwise.
WRITTEN_BY = "written_by"


def program() -> str:
    """Name and version of this program."""
    try:
        return f"smena {version('smena')}"
    except PackageNotFoundError:
        return "smena"


def draw_mark(page: Page) -> None:
    """Fill the hidden sheet."""
    plan = page.plan
    page.text(1, 1, MARK)
    rows: tuple[tuple[str, str | int], ...] = (
        ("format_version", FORMAT_VERSION),
        ("plan", plan.scenario.name),
        ("edition", plan.edition),
        ("roster_version", roster_version(plan.scenario, plan.roster)),
        ("language", page.language),
        (WRITTEN_BY, program()),
    )
    for row, (key, value) in enumerate(rows, start=2):
        page.text(row, 1, key)
        if isinstance(value, int):
            page.number(row, 2, value)
        else:
            page.text(row, 2, value)
    page.sheet.sheet_state = "hidden"
    page.sheet.protection.sheet = True
