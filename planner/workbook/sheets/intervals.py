"""Every interval of the period: required, on duty, and the difference as a live formula."""

from planner.workbook.colours import HEAD_TEXT, SHORT
from planner.workbook.conditions import when_negative
from planner.workbook.page import Page, address
from planner.workbook.protection import protect
from planner.workbook.sheets.intervals_print import draw_printed_intervals
from planner.workbook.wording import note_text, weekday_text

HEAD_ROW, FIRST_ROW = 4, 5
_HEADS = ("date", "weekday", "start", "end", "open", "required", "on_duty", "difference")


def draw_intervals(page: Page) -> None:
    """Fill the sheet of intervals, one row each."""
    plan, sheet = page.plan, page.sheet
    horizon, coverage = plan.scenario.horizon, plan.coverage
    page.title(page.word("intervals.title"), note_text(page))
    page.heads(HEAD_ROW, 1, _HEADS, height_points=18)
    rows = zip(
        horizon.interval_starts,
        plan.requirement.open_intervals,
        coverage.required,
        coverage.counted,
        strict=True,
    )
    for row, (start, is_open, required, on_duty) in enumerate(rows, start=FIRST_ROW):
        local = horizon.local(start)
        page.moment(row, 1, local.date(), "Smena date")
        page.text(row, 2, weekday_text(local.weekday(), page.language))
        page.moment(row, 3, local.time(), "Smena time")
        page.moment(row, 4, horizon.local(start + horizon.interval_minutes).time(), "Smena time")
        page.text(row, 5, page.word("open.yes" if is_open else "open.no"))
        page.number(row, 6, required)
        there = page.number(row, 7, on_duty)
        spare = page.live(row, 8, f"=G{row}-F{row}", on_duty - required, "Smena number")
        if coverage.working:
            # newcomers count as part of an agent
            there.number_format = spare.number_format = "#,##0.00"
    last_row = FIRST_ROW + horizon.intervals - 1
    sheet.conditional_formatting.add(f"H{FIRST_ROW}:H{last_row}", when_negative(SHORT, HEAD_TEXT))
    sheet.auto_filter.ref = f"A{HEAD_ROW}:H{last_row}"
    sheet.freeze_panes = address(FIRST_ROW, 1)
    page.widths(14, 12, 12, 12, 14, 16, 16, 16)
    draw_printed_intervals(page)
    protect(page, may_filter=True)
