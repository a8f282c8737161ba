"""Rows of coverage rules: minimum staff, skill mix and their like."""

from models.rule import CoverageRow, CoverageRule, Frame
from planner.roster.row_book import RowBook, Weight
from planner.roster.row_prices import RowPrices
from planner.solver.convex import shortfall_price


def add_coverage_rule_rows(
    book: RowBook, rules: tuple[CoverageRule, ...], frame: Frame, prices: RowPrices
) -> None:
    """Add the rows of every coverage rule; hard ones get a price no roster would pay freely."""
    for rule in rules:
        for row in rule.rows(frame):
            hard = row.shortfall_price_minor is None
            price = prices.hard_interval if row.shortfall_price_minor is None else row.shortfall_price_minor
            kind = "hard coverage" if hard else "coverage"
            name = f"{rule.kind} {row.interval}"
            number = book.add_row(kind, name, shortfall_price(row.minimum, price))
            book.count(number, row.interval, _weight(row), on_break=row.counts_breaks)


def _weight(row: CoverageRow) -> Weight:
    return lambda skills: row.with_skill if row.skill is None or row.skill in skills else row.without_skill
