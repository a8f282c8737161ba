"""The intervals as they come out of a printer: a row per day instead of a row per interval."""

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from models.clock import MINUTES_PER_DAY, format_clock
from planner.workbook.colours import HEAD_TEXT, SHORT
from planner.workbook.conditions import when_negative
from planner.workbook.page import Page, address
from planner.workbook.printing import landscape_scale, set_up_printing
from planner.workbook.wording import note_text, weekday_text

#: Stands right of the list, which is for the screen; columns of intervals on one sheet of paper.
FIRST_COLUMN, _PER_PAGE = 11, 48
_HEAD_ROW, _FIRST_ROW = 4, 5
_WIDTHS, _WIDTH = (12.0, 6.0), 5.4
_CENTRE = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)


def draw_printed_intervals(page: Page) -> None:
    """Write people above or below the requirement, a row per day, and print this alone.

    Where the clocks are set back the worse of two intervals of the same name is shown.
    """
    sheet, horizon = page.sheet, page.plan.scenario.horizon
    page.text(1, FIRST_COLUMN, page.word("intervals.title"), "Smena title")
    page.text(2, FIRST_COLUMN, f"{note_text(page)} · {page.word('intervals.printed')}", "Smena note")
    page.heads(_HEAD_ROW, FIRST_COLUMN, ("date", "weekday"), height_points=18)
    first = FIRST_COLUMN + 2
    clocks = range(0, MINUTES_PER_DAY, horizon.interval_minutes)
    for column, clock in enumerate(clocks, start=first):
        page.text(_HEAD_ROW, column, format_clock(clock), "Smena head").alignment = _CENTRE
    differences = _differences(page)
    for day in range(horizon.days):
        row, date = _FIRST_ROW + day, horizon.date_of(day)
        page.moment(row, FIRST_COLUMN, date, "Smena date")
        page.text(row, FIRST_COLUMN + 1, weekday_text(date.weekday(), page.language)).alignment = _CENTRE
        for column, clock in enumerate(clocks, start=first):
            cell = page.number(row, column, differences.get((day, clock)))
            cell.alignment, cell.number_format = _CENTRE, "+0.##;-0.##;0"
    last_row, last = _FIRST_ROW + horizon.days - 1, first + len(clocks) - 1
    cells = f"{address(_FIRST_ROW, first)}:{address(last_row, last)}"
    sheet.conditional_formatting.add(cells, when_negative(SHORT, HEAD_TEXT))
    page.widths(*_WIDTHS, *[_WIDTH] * len(clocks), first=FIRST_COLUMN)
    titles = f"{get_column_letter(FIRST_COLUMN)}:{get_column_letter(FIRST_COLUMN + 1)}"
    percent = landscape_scale((*_WIDTHS, *[_WIDTH] * min(_PER_PAGE, len(clocks))))
    breaks = range(first + _PER_PAGE - 1, last, _PER_PAGE)
    set_up_printing(
        page,
        title_rows=f"{_HEAD_ROW}:{_HEAD_ROW}",
        title_columns=titles,
        # without breaks of its own it is fitted, so that it stays whole in wider fonts too
        landscape_percent=percent if breaks else 0,
    )
    for column in breaks:
        sheet.col_breaks.append(Break(id=column))
    sheet.print_area = f"{address(1, FIRST_COLUMN)}:{address(last_row, last)}"


def _differences(page: Page) -> dict[tuple[int, int], float]:
    """People beyond those required, by (day, clock minute); closed intervals left out."""
    plan = page.plan
    horizon, coverage = plan.scenario.horizon, plan.coverage
    found: dict[tuple[int, int], float] = {}
    for start, is_open, required, there in zip(
        horizon.interval_starts,
        plan.requirement.open_intervals,
        coverage.required,
        coverage.counted,
        strict=True,
    ):
        if is_open or there:
            local = horizon.local(start)
            place = (horizon.day_of(local.date()), local.hour * 60 + local.minute)
            found[place] = min(found.get(place, float("inf")), round(float(there - required), 4))
    return found
