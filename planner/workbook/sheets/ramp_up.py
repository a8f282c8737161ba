"""Below the costs: what part of them newcomers' ramp-up is; nothing is added to the total."""

from planner.workbook.page import Page, stack
from planner.workbook.styles import StyleName

_NAME, _CONTRACT, _HOURS, _AMOUNT = 1, 2, 4, 8


def draw_ramp_up(page: Page, row: int) -> None:
    """Write each newcomer's lost hours and their pay, from a row on; nothing where there is none."""
    newcomers = page.plan.cost.ramp_up
    if not newcomers:
        return
    people = {tour.agent.agent: tour.agent for tour in page.plan.roster.tours}
    page.section(row, page.word("cost.ramp_up"), _AMOUNT)
    heads = {_NAME: "name", _CONTRACT: "contract", _HOURS: "cost.ramp_up.hours", _AMOUNT: "cost.ramp_up.pay"}
    words = {column: page.word(key) for column, key in heads.items()}
    _texts(page, row + 1, words, "Smena head")
    page.sheet.row_dimensions[row + 1].height = 44
    first, last = row + 2, row + 1 + len(newcomers)
    for line, one in enumerate(newcomers, start=first):
        who = people[one.agent]
        _texts(page, line, {_NAME: who.name or who.agent, _CONTRACT: who.contract}, "Smena cell")
        page.number(line, _HOURS, page.hours(one.minutes), "Smena hours")
        page.money(line, _AMOUNT, one.amount_minor)
    _texts(page, last + 1, {_NAME: page.word("cost.total")}, "Smena total label")
    hours = sum(page.hours(one.minutes) for one in newcomers)
    page.live(last + 1, _HOURS, f"=SUM({stack(_HOURS, first, last)})", hours, "Smena total hours")
    pay = page.amount(page.plan.cost.ramp_up_minor)
    page.live(last + 1, _AMOUNT, f"=SUM({stack(_AMOUNT, first, last)})", pay, "Smena total money")


def _texts(page: Page, row: int, texts: dict[int, str], style: StyleName) -> None:
    """Write a row up to the amounts, blank where nothing stands."""
    for column in range(_NAME, _AMOUNT + 1):
        page.text(row, column, texts.get(column, ""), style)
