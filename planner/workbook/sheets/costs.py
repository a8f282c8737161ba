"""Costs per person and component, with live totals."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from models.cost import AgentCost, ShiftCost
from models.plan import Plan
from models.tour import Tour
from planner.workbook.colours import SHORT
from planner.workbook.conditions import when_true
from planner.workbook.page import Page, address, span, stack
from planner.workbook.printing import set_up_printing
from planner.workbook.protection import protect
from planner.workbook.sheets.cost_items import draw_cost_items
from planner.workbook.sheets.grid_people import total_cells
from planner.workbook.sheets.ramp_up import draw_ramp_up
from planner.workbook.styles import StyleName
from planner.workbook.wording import COST_WORDS, note_text

HEAD_ROW, FIRST_ROW = 4, 5
_HEADS = ("name", "contract", "shifts", "hours.paid", "hours.night", "hours.holiday", "hours.overtime")
_FIRST_MONEY = len(_HEADS) + 1
_PAID_COLUMN = _HEADS.index("hours.paid") + 1


@dataclass(frozen=True)
class _Line:
    """One row: hours in minutes, money in minor units by the component of the columns."""

    name: str
    contract: str
    shifts: int
    minutes: tuple[int, int, int, int]
    money_minor: tuple[int, ...]


def draw_costs(page: Page) -> None:
    """Fill the costs sheet."""
    page.title(page.word("costs.title"), note_text(page))
    money = tuple(COST_WORDS[component] for component in page.plan.cost.shown)
    page.heads(HEAD_ROW, 1, (*_HEADS, *money, "cost.total", "agent"))
    id_column = _FIRST_MONEY + len(money) + 1
    costs = _costs_by_agent(page.plan)
    lines = [_line(page.plan, tour, costs[tour.agent.agent]) for tour in page.plan.roster.tours]
    rest = _unsplit(page, lines)
    lines += [rest] if any(rest.money_minor) else []
    for row, line in enumerate(lines, start=FIRST_ROW):
        _draw_line(page, row, line)
    _draw_totals(page, lines)
    _draw_identifiers(page, id_column)
    _draw_basis(page, id_column, FIRST_ROW + len(page.plan.roster.tours) - 1)
    draw_ramp_up(page, draw_cost_items(page, FIRST_ROW + len(lines) + 2) + 1)
    page.widths(page.name_width, 12, 8, 10, 10, 10, 10, *[17] * len(money), 18, 14)
    page.sheet.freeze_panes = address(FIRST_ROW, 2)
    protect(page)
    set_up_printing(page, title_rows=f"{HEAD_ROW}:{HEAD_ROW}", title_columns="A:A")


def _draw_identifiers(page: Page, column: int) -> None:
    """Say whose line it is: names may be alike, and the grid is looked up by these."""
    for row, tour in enumerate(page.plan.roster.tours, start=FIRST_ROW):
        page.text(row, column, tour.agent.agent)


def _draw_basis(page: Page, id_column: int, last_row: int) -> None:
    """Say which roster the amounts are of, and whether the grid has other hours by now."""
    planned, edited = page.word("costs.planned"), page.word("costs.edited")
    if last_row < FIRST_ROW:
        page.text(3, 1, planned, "Smena note")
        return
    # by identifier: the rows of the grid may have been sorted
    people = stack(id_column, FIRST_ROW, last_row)
    now = f"SUMIF({total_cells(page, 'agent')},{people},{total_cells(page, 'hours')})"
    then = stack(_PAID_COLUMN, FIRST_ROW, last_row)
    formula = f'=IF(SUMPRODUCT(ABS({now}-{then}))<0.001,"{planned}","{edited}")'
    page.live(3, 1, formula, planned, "Smena note")
    warning = when_true(f"SUMPRODUCT(ABS({now}-{then}))>=0.001", SHORT)
    page.sheet.conditional_formatting.add("A3", warning)


def _costs_by_agent(plan: Plan) -> defaultdict[str, list[ShiftCost]]:
    found: defaultdict[str, list[ShiftCost]] = defaultdict(list)
    for line in plan.cost.shifts:
        found[line.agent].append(line)
    return found


def _line(plan: Plan, tour: Tour, costs: list[ShiftCost]) -> _Line:
    agent = tour.agent.agent
    overtime = sum(minutes for name, minutes in plan.cost.overtime_minutes_by_agent if name == agent)
    split = next((line for line in plan.cost.agents if line.agent == agent), None) or AgentCost(
        agent=agent,
        base_minor=sum(line.base_minor for line in costs),
        night_premium_minor=sum(line.night_premium_minor for line in costs),
        holiday_premium_minor=sum(line.holiday_premium_minor for line in costs),
        other_premium_minor=sum(line.other_premium_minor for line in costs),
        overtime_minor=0,
        per_head_minor=0,
    )
    return _Line(
        name=tour.agent.name or agent,
        contract=tour.agent.contract,
        shifts=len(tour.worked),
        minutes=(
            sum(shift.paid_minutes for shift in tour.worked),
            sum(line.night_minutes for line in costs),
            sum(line.holiday_minutes for line in costs),
            overtime,
        ),
        money_minor=tuple(split.of(component) for component in plan.cost.shown),
    )


def _unsplit(page: Page, lines: list[_Line]) -> _Line:
    """What the plan's cost holds beyond its split by person."""
    cost = page.plan.cost
    parts = tuple(cost.of(component) for component in cost.shown)
    rest = tuple(part - sum(line.money_minor[place] for line in lines) for place, part in enumerate(parts))
    return _Line(page.word("cost.unsplit"), "", 0, (0, 0, 0, 0), rest)


def _draw_line(page: Page, row: int, line: _Line) -> None:
    page.text(row, 1, line.name)
    page.text(row, 2, line.contract)
    page.number(row, 3, line.shifts)
    for column, minutes in enumerate(line.minutes, start=4):
        page.number(row, column, page.hours(minutes), "Smena hours")
    for column, minor in enumerate(line.money_minor, start=_FIRST_MONEY):
        page.money(row, column, minor)
    total = page.amount(sum(line.money_minor))
    last = _FIRST_MONEY + len(line.money_minor)
    page.live(row, last, f"=SUM({span(row, _FIRST_MONEY, last - 1)})", total, "Smena total money")


def _draw_totals(page: Page, lines: list[_Line]) -> None:
    last = FIRST_ROW + len(lines) - 1
    row = last + 1
    page.text(row, 1, page.word("cost.total"), "Smena total label")
    page.text(row, 2, "", "Smena total label")

    def total(column: int, value: int | Decimal, *, hours: bool = False, money: bool = False) -> None:
        style: StyleName = "Smena total money" if money else "Smena total hours" if hours else "Smena total"
        page.live(row, column, f"=SUM({stack(column, FIRST_ROW, max(last, FIRST_ROW))})", value, style)

    if not lines:
        return
    total(3, sum(line.shifts for line in lines))
    for place in range(4):
        total(4 + place, sum(page.hours(line.minutes[place]) for line in lines), hours=True)
    components = len(lines[0].money_minor)
    for place in range(components):
        amount = page.amount(sum(line.money_minor[place] for line in lines))
        total(_FIRST_MONEY + place, amount, money=True)
    total(_FIRST_MONEY + components, page.amount(page.plan.cost.total_minor), money=True)
