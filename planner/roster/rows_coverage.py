"""Rows of coverage rules: minimum staff, skill mix, pairs, fair shares and their like."""

from functools import cache

from models.rule import CoverageRow, CoverageRule, Frame, PeriodRow, PeriodSpread
from models.tour import RosterAgent
from planner.roster.row_book import RowBook, Weight
from planner.roster.row_prices import RowPrices
from planner.solver.convex import ConvexPrice


def add_coverage_rule_rows(
    book: RowBook, rules: tuple[CoverageRule, ...], frame: Frame, prices: RowPrices
) -> None:
    """Add the rows of every coverage rule; hard ones get a price no roster would pay freely.

    They are named after the rule's kind and its place among the rules.
    """
    for place, rule in enumerate(rules):
        for row in rule.rows(frame):
            hard = row.shortfall_price_minor is None
            price = prices.hard_interval if row.shortfall_price_minor is None else row.shortfall_price_minor
            kind = "hard coverage" if hard else "coverage"
            number = book.add_row(kind, f"{rule.kind}[{place}] {row.interval}", _price(row, price))
            weight = _named(row.named) if row.named else row.weight
            if row.counts_starts:
                book.count_starts(number, row.interval, weight)
            else:
                book.count(number, row.interval, weight, on_break=row.counts_breaks)
        for total in rule.period_rows(frame):
            number = book.add_row("coverage", f"{rule.kind}[{place}] {total.name}", _rising(total))
            book.count_period(number, total.counts, _named(total.named))
        for spread in rule.period_spreads(frame):
            _add_spread(book, spread, f"{rule.kind}[{place}] 0", frame, prices)


def _add_spread(book: RowBook, spread: PeriodSpread, name: str, frame: Frame, prices: RowPrices) -> None:
    """Add a row for the gap between two side columns: one above every level, one below.

    Moving a column to let somebody pass costs the price of the gap; passing it costs twice that,
    so beside the best roster the columns are the highest and the lowest level.
    """
    hard = spread.price_minor is None
    price = prices.hard_interval if spread.price_minor is None else spread.price_minor
    kind = "hard coverage" if hard else "coverage"
    gap = book.add_row(kind, name, ConvexPrice((spread.tolerance,), (0, price)))
    below, above = list[int](), list[int]()
    for person, begins in spread.begins:
        weight = _named(((person, spread.per_shift),))
        for rows, slopes in ((below, (0, 2 * price)), (above, (-2 * price, 0))):
            row = book.add_row("balance", f"{name} {person}", ConvexPrice((-begins,), slopes))
            book.count_period(row, spread.counts, weight)
            rows.append(row)
    least, most = (end(begins for _, begins in spread.begins) for end in (min, max))
    most += spread.per_shift * frame.horizon.days
    book.add_side(f"{name} most", least, most, ((gap, 1), *((row, -1) for row in below)))
    book.add_side(f"{name} least", least, most, ((gap, -1), *((row, -1) for row in above)))


def _price(row: CoverageRow, minor: int) -> ConvexPrice:
    """Price of a level that should be neither below a minimum nor above a maximum."""
    if row.minimum is None or row.maximum is None or row.minimum == row.maximum:
        below, above = -minor * (row.minimum is not None), minor * (row.maximum is not None)
        return ConvexPrice(((row.maximum if row.minimum is None else row.minimum) or 0,), (below, above))
    return ConvexPrice((row.minimum, row.maximum), (-minor, 0, minor))


def _rising(row: PeriodRow) -> ConvexPrice:
    levels, prices = zip(*row.steps, strict=True)
    return ConvexPrice(tuple(level - row.start for level in levels), (0, *prices))


@cache
def _named(named: tuple[tuple[str, int], ...]) -> Weight:
    """Weights by name; hires go by that of their vacancy."""
    weights = dict(named)

    def weight(agent: RosterAgent) -> int:
        return weights.get(agent.vacancy or agent.agent, 0)

    return weight
