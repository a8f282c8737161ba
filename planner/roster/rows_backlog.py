"""Rows for work that may wait: done between arrival and deadline in time left by live work."""

from models.requirement import BacklogNeed
from planner.roster.row_book import RowBook, Weight
from planner.roster.row_prices import RowPrices
from planner.solver.convex import ConvexPrice, shortfall_price

#: Price of un-doing work, as a multiple of that of being late: never worth it.  A power of
#: two keeps the common factor of all costs large.
_IMPOSSIBLE_FACTOR = 16


def add_backlog_rows(book: RowBook, need: BacklogNeed, prices: RowPrices) -> None:
    """Add the work done in each interval, its running total, and the capacity it takes.

    Closed intervals do nothing, so the running total only stands at the end of each open
    one, between what must be done before the next and what has arrived by then.
    """
    working = [i for i, minutes in enumerate(need.minutes_per_agent) if minutes > 0]
    impossible = ConvexPrice(
        (0,), (-prices.short_minute * _IMPOSSIBLE_FACTOR, prices.short_minute * _IMPOSSIBLE_FACTOR)
    )
    balances = [book.add_row("balance", f"{need.channel} total {i}", impossible) for i in working]
    for place, interval in enumerate(working):
        is_last = place + 1 == len(working)
        until = len(need.due_minutes) if is_last else working[place + 1]
        available = need.available_minutes[interval]
        due = min(need.due_minutes[until - 1], available)
        price = shortfall_price(need.taken_minutes[interval], prices.short_minute)
        capacity = book.add_row("backlog", f"{need.channel} {interval}", price)
        book.count(capacity, interval, _minutes(need.skill, need.minutes_per_agent[interval]))
        balance = balances[place]
        carried = () if is_last else ((balances[place + 1], 1),)
        book.add_side(f"{need.channel} work {interval}", 0, available, ((capacity, -1), (balance, 1)))
        book.add_side(f"{need.channel} total {interval}", due, available, ((balance, -1), *carried))


def _minutes(skill: str | None, minutes: int) -> Weight:
    return lambda skills: minutes if skill is None or skill in skills else 0
