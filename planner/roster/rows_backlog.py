"""Rows for work that may wait: done between arrival and deadline in time left by live work.

People are told apart only by what they can serve (:class:`planner.roster.spare_time.Kind`).
Each kind's minutes in an interval are one supply; live pools and deferred channels draw on
the kinds that can serve them, so nobody's minute is spent twice.  Minutes are those of an
experienced agent; where an agent counts as several parts, so does a minute.
"""

from models.requirement import BacklogNeed, Requirement
from planner.roster.row_book import RowBook, Weight
from planner.roster.row_prices import RowPrices
from planner.roster.spare_time import Kind, Skills, SpareTime
from planner.solver.convex import ConvexPrice, shortfall_price

#: Price of un-doing work, as a multiple of that of being late: never worth it.  A power of
#: two keeps the common factor of all costs large.
_IMPOSSIBLE_FACTOR = 16


def add_backlog_rows(
    book: RowBook, requirement: Requirement, skill_sets: tuple[Skills, ...], prices: RowPrices
) -> None:
    """Add rows for every channel with work.

    Parameters
    ----------
    book
        Extended in place.
    requirement
        Deferred needs, and the live pools that come before them.
    skill_sets
        Distinct skills of the people who may be on the roster.
    prices
        Prices of being late.
    """
    spare = SpareTime(requirement)
    kinds = tuple(dict.fromkeys(spare.kind_of(skills) for skills in skill_sets))
    served = frozenset[str]().union(*(kind.channels for kind in kinds))
    orphans = frozenset(need.channel for need in spare.needs) - served
    supplies = {
        interval: _supplies(book, spare, interval, (*kinds, Kind(frozenset(), orphans)), prices)
        for interval, minutes in enumerate(spare.minutes)
        if minutes > 0
    }
    for need in spare.needs:
        _add_work(book, need, supplies, prices)


def _supplies(
    book: RowBook, spare: SpareTime, interval: int, kinds: tuple[Kind, ...], prices: RowPrices
) -> dict[Kind, int]:
    """Add a supply row per kind: minutes there, less what live pools and channels draw."""
    taken = {pool: minutes[interval] for pool, minutes in spare.taken.items() if minutes[interval]}
    servers = {pool: [kind for kind in kinds if pool in kind.pools] for pool in taken}
    rows: dict[Kind, int] = {}
    for kind in kinds:
        shares = any(kind in among and len(among) > 1 for among in servers.values())
        if kind.channels or shares:
            own = sum(minutes for pool, minutes in taken.items() if servers[pool] == [kind])
            price = shortfall_price(own * prices.parts, prices.short_part_minute)
            rows[kind] = book.add_row("backlog", f"spare {interval}", price)
            book.count_work(rows[kind], interval, _minutes(spare, kind, spare.minutes[interval]))
    for pool, among in servers.items():
        if len(among) > 1:
            drawing = taken[pool] * prices.parts
            price = ConvexPrice((drawing,), (-prices.short_part_minute * _IMPOSSIBLE_FACTOR, 0))
            drawn = book.add_row("balance", f"{pool} minutes {interval}", price)
            for kind in among:
                book.add_side(f"{pool} from {interval}", 0, drawing, ((drawn, 1), (rows[kind], -1)))
    return rows


def _add_work(
    book: RowBook, need: BacklogNeed, supplies: dict[int, dict[Kind, int]], prices: RowPrices
) -> None:
    """Add the work done in each interval, and its running total.

    Closed intervals do nothing, so the running total only stands at the end of each open
    one, between what must be done before the next and what has arrived by then.
    """
    working = [interval for interval in supplies if need.minutes_per_agent[interval] > 0]
    undone = prices.short_part_minute * _IMPOSSIBLE_FACTOR
    impossible = ConvexPrice((0,), (-undone, undone))
    balances = [book.add_row("balance", f"{need.channel} total {i}", impossible) for i in working]
    for place, interval in enumerate(working):
        is_last = place + 1 == len(working)
        until = len(need.due_minutes) if is_last else working[place + 1]
        available = need.available_minutes[interval] * prices.parts
        due = min(need.due_minutes[until - 1] * prices.parts, available)
        balance = balances[place]
        carried = () if is_last else ((balances[place + 1], 1),)
        for kind, supply in supplies[interval].items():
            if need.channel in kind.channels:
                book.add_side(f"{need.channel} work {interval}", 0, available, ((supply, -1), (balance, 1)))
        book.add_side(f"{need.channel} total {interval}", due, available, ((balance, -1), *carried))


def _minutes(spare: SpareTime, kind: Kind, minutes: int) -> Weight:
    return lambda agent: minutes if spare.kind_of(agent.skills) == kind else 0
