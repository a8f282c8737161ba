"""Tidy data: one row per shift, for pivot tables and payroll."""

from planner.workbook.page import Page, address
from planner.workbook.printing import set_up_printing
from planner.workbook.protection import protect
from planner.workbook.wording import note_text, weekday_text

HEAD_ROW, FIRST_ROW = 4, 5
_HEADS = (
    "agent",
    "name",
    "date",
    "weekday",
    "shift",
    "start",
    "end",
    "break.start",
    "break.end",
    "minutes.paid",
    "minutes.night",
    "minutes.holiday",
    "cost.shift",
)


def draw_data(page: Page) -> None:
    """Fill the data sheet; times are local to the desk."""
    plan, sheet = page.plan, page.sheet
    horizon = plan.scenario.horizon
    costs = {(line.agent, line.day): line for line in plan.cost.shifts}
    page.title(page.word("data.title"), note_text(page))
    page.heads(HEAD_ROW, 1, _HEADS)
    row = HEAD_ROW
    for row, (person, shift) in enumerate(plan.roster.worked(), start=FIRST_ROW):
        date = horizon.date_of(shift.day)
        page.text(row, 1, person.agent)
        page.text(row, 2, person.name or person.agent)
        page.moment(row, 3, date, "Smena date")
        page.text(row, 4, weekday_text(date.weekday(), page.language))
        page.text(row, 5, shift.pattern)
        page.moment(row, 6, horizon.local(shift.start_minute), "Smena moment")
        page.moment(row, 7, horizon.local(shift.end_minute), "Smena moment")
        pause = (shift.break_start_minute, shift.break_end_minute) if shift.break_minutes else (None, None)
        for column, minute in enumerate(pause, start=8):
            time = None if minute is None else horizon.local(minute).time()
            page.moment(row, column, time, "Smena time")
        page.number(row, 10, shift.paid_minutes)
        cost = costs.get((person.agent, shift.day))
        page.number(row, 11, cost.night_minutes if cost else None)
        page.number(row, 12, cost.holiday_minutes if cost else None)
        if cost:
            page.money(row, 13, cost.total_minor)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:M{row}"
    sheet.freeze_panes = address(FIRST_ROW, 3)
    page.widths(16, page.name_width, 12, 10, 14, 17, 17, 12, 12, 12, 12, 12, 18)
    protect(page, may_filter=True)
    set_up_printing(page, title_rows=f"{HEAD_ROW}:{HEAD_ROW}")
