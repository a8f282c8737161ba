"""Below the costs by person: what on-costs, hires and roles are made of."""

from models.cost_items import ITEMISED, itemised
from planner.workbook.page import Page, stack
from planner.workbook.wording import COST_WORDS

_COMPONENT, _ITEM, _AMOUNT = 1, 2, 8


def draw_cost_items(page: Page, row: int) -> int:
    """Write the items of each component that has any, adding up to the component; return the next free row."""
    cost = page.plan.cost
    found = {component: itemised(cost, component) for component in ITEMISED}
    if not any(found.values()):
        return row
    page.section(row, page.word("cost.items"), _AMOUNT)
    row += 1
    for component, items in found.items():
        first = row
        for item, minor in items:
            page.text(row, _COMPONENT, page.word(COST_WORDS[component]))
            page.text(row, _ITEM, item.in_language(page.language))
            for column in range(_ITEM + 1, _AMOUNT):
                page.text(row, column, "")
            page.money(row, _AMOUNT, minor)
            row += 1
        if items:
            page.text(row, _COMPONENT, page.word("cost.total"), "Smena total label")
            for column in range(_ITEM, _AMOUNT):
                page.text(row, column, "", "Smena total label")
            total = page.amount(sum(minor for _, minor in items))
            page.live(row, _AMOUNT, f"=SUM({stack(_AMOUNT, first, row - 1)})", total, "Smena total money")
            row += 1
    return row
