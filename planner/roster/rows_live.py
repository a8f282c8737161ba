"""Rows for live work: enough people in every interval, each counted once."""

from models.requirement import LiveNeed, Requirement
from planner.roster.row_book import RowBook, Weight
from planner.roster.row_prices import RowPrices
from planner.solver.convex import ConvexPrice, shortfall_price


def can_serve(skills: frozenset[str], need: LiveNeed) -> bool:
    """Whether an agent with these skills may serve a pool."""
    return need.skill is None or need.skill in skills


def is_pooled(skill_sets: tuple[frozenset[str], ...], requirement: Requirement) -> bool:
    """Whether everyone can serve every live pool, so that one row per interval says it all."""
    return all(can_serve(skills, need) for skills in skill_sets for need in requirement.live)


def total_required(requirement: Requirement, min_agents: int) -> tuple[int, ...]:
    """Agents live work asks for in each interval, the desk's minimum included."""
    return tuple(
        max(sum(need.agents[i] for need in requirement.live), min_agents) if is_open else 0
        for i, is_open in enumerate(requirement.open_intervals)
    )


def add_live_rows(
    book: RowBook,
    requirement: Requirement,
    min_agents: int,
    skill_sets: tuple[frozenset[str], ...],
    prices: RowPrices,
) -> None:
    """Add a total row per interval and, where skills differ, rows that share people out.

    Parameters
    ----------
    book
        Extended in place.
    requirement
        Needs per pool and interval.
    min_agents
        Agents on duty while open, whatever the load.
    skill_sets
        Distinct skills of the people who may be on the roster.
    prices
        Prices of falling short and exceeding.
    """
    pooled = is_pooled(skill_sets, requirement)
    for interval, required in enumerate(total_required(requirement, min_agents)):
        target = required if pooled else min_agents * requirement.open_intervals[interval]
        if pooled and (required or prices.over_interval):
            price = shortfall_price(required, prices.short_interval, prices.over_interval)
            book.count(book.add_row("live", f"live {interval}", price), interval, lambda _: 1)
        elif not pooled:
            if target:
                price = shortfall_price(target, prices.short_interval)
                book.count(book.add_row("live", f"minimum {interval}", price), interval, lambda _: 1)
            if prices.over_interval:
                price = ConvexPrice((required,), (0, prices.over_interval))
                book.count(book.add_row("over", f"over {interval}", price), interval, lambda _: 1)
            _share_out(book, requirement, interval, skill_sets, prices)


def _share_out(
    book: RowBook,
    requirement: Requirement,
    interval: int,
    skill_sets: tuple[frozenset[str], ...],
    prices: RowPrices,
) -> None:
    """Give people of each kind to the pools they can serve; nobody is counted twice."""
    needs = [need for need in requirement.live if need.agents[interval] > 0]
    pool_rows = {
        need.pool: book.add_row(
            "live",
            f"{need.pool} {interval}",
            shortfall_price(need.agents[interval], prices.short_interval),
        )
        for need in needs
    }
    kinds = dict.fromkeys(frozenset(n.pool for n in needs if can_serve(s, n)) for s in skill_sets)
    for kind in kinds:
        if not kind:
            continue
        supply = book.add_row("share", f"supply {interval}", shortfall_price(0, prices.short_interval * 8))
        book.count(supply, interval, _serves_exactly(kind, tuple(needs)))
        most = sum(need.agents[interval] for need in needs)
        for pool in sorted(kind):
            book.add_side(f"{pool} {interval}", 0, most, ((pool_rows[pool], 1), (supply, -1)))


def _serves_exactly(kind: frozenset[str], needs: tuple[LiveNeed, ...]) -> Weight:
    return lambda skills: int(frozenset(n.pool for n in needs if can_serve(skills, n)) == kind)
