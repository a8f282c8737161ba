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
    total = total_required(requirement, min_agents)
    if is_pooled(skill_sets, requirement):
        for interval, required in enumerate(total):
            if required or prices.over_interval:
                price = shortfall_price(required, prices.short_interval, prices.over_interval)
                book.count(book.add_row("live", f"live {interval}", price), interval, lambda _: 1)
        return
    needs = (*requirement.live, _anyone(requirement, total))
    for interval, required in enumerate(total):
        if prices.over_interval:
            price = ConvexPrice((required,), (0, prices.over_interval))
            book.count(book.add_row("over", f"over {interval}", price), interval, lambda _: 1)
        _share_out(book, needs, interval, skill_sets, prices)


def _anyone(requirement: Requirement, total: tuple[int, ...]) -> LiveNeed:
    """What the desk's minimum asks beyond the pools: anyone may stand there, and serves no pool then.

    One missing agent is so priced once, whether a pool or the minimum misses them.
    """
    beyond = tuple(
        required - sum(need.agents[i] for need in requirement.live) if required else 0
        for i, required in enumerate(total)
    )
    return LiveNeed("", None, beyond, (0.0,) * len(beyond))


def _share_out(
    book: RowBook,
    needs: tuple[LiveNeed, ...],
    interval: int,
    skill_sets: tuple[frozenset[str], ...],
    prices: RowPrices,
) -> None:
    """Give people of each kind to the pools they can serve; nobody is counted twice."""
    asking = tuple(need for need in needs if need.agents[interval] > 0)
    pool_rows = {
        need.pool: book.add_row(
            "live",
            f"{need.pool or 'minimum'} {interval}",
            shortfall_price(need.agents[interval], prices.short_interval),
        )
        for need in asking
    }
    kinds = dict.fromkeys(_served(skills, asking) for skills in skill_sets)
    for kind in kinds:
        if not kind:
            continue
        supply = book.add_row("share", f"supply {interval}", shortfall_price(0, prices.short_interval * 8))
        book.count(supply, interval, _serves_exactly(kind, asking))
        most = sum(need.agents[interval] for need in asking)
        for pool in sorted(kind):
            book.add_side(f"{pool} {interval}", 0, most, ((pool_rows[pool], 1), (supply, -1)))


def _served(skills: frozenset[str], needs: tuple[LiveNeed, ...]) -> frozenset[str]:
    return frozenset(need.pool for need in needs if can_serve(skills, need))


def _serves_exactly(kind: frozenset[str], needs: tuple[LiveNeed, ...]) -> Weight:
    return lambda skills: int(_served(skills, needs) == kind)
