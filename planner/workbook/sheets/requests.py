"""What people asked for: granted or not, and why."""

from decimal import Decimal

from openpyxl.styles import Alignment

from models.agent import Agent, Leave, ShiftRequest
from models.money import to_minor
from models.money_text import money_text
from models.shift import Shift
from models.tour import Tour
from planner.workbook.colours import HEAD_TEXT, SHORT
from planner.workbook.conditions import when_text_is
from planner.workbook.page import Page, address
from planner.workbook.printing import set_up_printing
from planner.workbook.protection import protect
from planner.workbook.wording import hours_text, note_text

HEAD_ROW, FIRST_ROW = 4, 5
_WRAPPED = Alignment(horizontal="left", vertical="center", indent=1, wrap_text=True)
_HEADS = ("name", "date", "until", "request", "request.price", "granted", "why")


def draw_requests(page: Page) -> None:
    """Fill the sheet of requests: wishes for shifts and days off, and leave."""
    plan, sheet = page.plan, page.sheet
    page.title(page.word("requests.title"), note_text(page))
    page.heads(HEAD_ROW, 1, _HEADS, height_points=18)
    tours = {tour.agent.agent: tour for tour in plan.roster.tours if tour.agent.vacancy is None}
    horizon, row = plan.scenario.horizon, FIRST_ROW
    for agent in plan.scenario.agents:
        tour = tours.get(agent.id)
        for wish in sorted(agent.requests, key=lambda wish: wish.date):
            if tour is not None and 0 <= horizon.day_of(wish.date) < horizon.days:
                _draw_wish(page, row, agent, wish, tour)
                row += 1
        for leave in agent.leave:
            inside = horizon.day_of(leave.last_date) >= 0 and horizon.day_of(leave.first_date) < horizon.days
            if tour is not None and inside:
                _draw_leave(page, row, agent, leave, tour)
                row += 1
    if row == FIRST_ROW:
        page.text(row, 1, page.word("requests.none"), "Smena note")
    else:
        refused = when_text_is(page.word("granted.no"), SHORT, HEAD_TEXT)
        sheet.conditional_formatting.add(f"F{FIRST_ROW}:F{row - 1}", refused)
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{address(row - 1, len(_HEADS))}"
    sheet.freeze_panes = address(FIRST_ROW, 2)
    page.widths(page.name_width, 13, 13, 24, 18, 13, 68)
    protect(page, may_filter=True)
    set_up_printing(page, title_rows=f"{HEAD_ROW}:{HEAD_ROW}")


def _draw_row(
    page: Page, row: int, agent: Agent, asked: Leave | ShiftRequest, what: str, granted: bool, why: str
) -> None:
    first, last = (
        (asked.first_date, asked.last_date) if isinstance(asked, Leave) else (asked.date, asked.date)
    )
    page.text(row, 1, agent.name or agent.id)
    page.moment(row, 2, first, "Smena date")
    page.moment(row, 3, last, "Smena date")
    page.text(row, 4, what)
    price = to_minor(asked.price, page.plan.cost.currency) if isinstance(asked, ShiftRequest) else None
    if price is None:
        page.text(row, 5, "")
    else:
        page.money(row, 5, price)
    page.text(row, 6, page.word("granted.yes" if granted else "granted.no"))
    page.text(row, 7, why).alignment = _WRAPPED
    page.sheet.row_dimensions[row].height = 17 if len(why) <= 68 else 30


def _draw_wish(page: Page, row: int, agent: Agent, wish: ShiftRequest, tour: Tour) -> None:
    shift = tour.shifts[page.plan.scenario.horizon.day_of(wish.date)]
    works_it = shift is not None and (wish.pattern is None or shift.pattern == wish.pattern)
    granted = works_it if wish.wish == "on" else not works_it
    what = page.word(f"request.{wish.wish}")
    if wish.pattern is not None:
        what += f": {wish.pattern}"
    _draw_row(page, row, agent, wish, what, granted, _why(page, wish, shift, granted))


def _why(page: Page, wish: ShiftRequest, shift: Shift | None, granted: bool) -> str:
    if granted:
        return page.word("why.works" if shift else "why.off", shift=shift.pattern if shift else "")
    price = money_text(to_minor(wish.price, page.plan.cost.currency), page.plan.cost.currency, page.language)
    if wish.wish == "off" and shift is not None:
        hours = short_hours_without(page, shift)
        if hours:
            return page.word("why.needed", shift=shift.pattern, hours=hours_text(page, hours), price=price)
        return page.word("why.cheaper", shift=shift.pattern, price=price)
    if shift is not None:
        return page.word("why.other_shift", shift=shift.pattern, price=price)
    return page.word("why.not_needed", price=price)


def short_hours_without(page: Page, shift: Shift) -> Decimal:
    """Hours of a shift in which people would be missing without it."""
    plan = page.plan
    horizon = plan.scenario.horizon
    step = horizon.interval_minutes
    missed = sum(
        on_duty - 1 < required
        for start, required, on_duty in zip(
            horizon.interval_starts, plan.coverage.required, plan.coverage.counted, strict=True
        )
        if required and shift.works_throughout(start, start + step)
    )
    return page.hours(missed * step)


def _draw_leave(page: Page, row: int, agent: Agent, leave: Leave, tour: Tour) -> None:
    horizon = page.plan.scenario.horizon
    days = range(
        max(0, horizon.day_of(leave.first_date)), min(horizon.days, horizon.day_of(leave.last_date) + 1)
    )
    worked = [shift for day in days if (shift := tour.shifts[day]) is not None]
    why = page.word("why.leave") if not worked else page.word("why.leave_broken", shift=worked[0].pattern)
    _draw_row(page, row, agent, leave, page.word(f"leave.{leave.kind}"), not worked, why)
