"""Rows for live work: enough people in every interval, each counted once."""

from functools import lru_cache
from itertools import combinations

from models.requirement import LiveNeed, Requirement
from models.staffing_terms import StaffingTerms
from planner.roster.row_book import RowBook, Weight
from planner.roster.row_prices import RowPrices
from planner.solver.convex import ConvexPrice, shortfall_price


def can_serve(skills: frozenset[str], need: LiveNeed) -> bool:
    """Whether an agent with these skills may serve a pool."""
    return need.skill is None or need.skill in skills


def is_pooled(skill_sets: tuple[frozenset[str], ...], requirement: Requirement) -> bool:
    """Whether everyone can serve every live pool, so that one row per interval says it all."""
    return all(can_serve(skills, need) for skills in skill_sets for need in requirement.live)


def total_useful(requirement: Requirement, min_agents: int) -> tuple[int, ...]:
    """Agents beyond whom one more is too many: those required, and all who still help to keep a goal."""
    return tuple(
        max(sum(need.useful_agents[i] for need in requirement.live), min_agents) if is_open else 0
        for i, is_open in enumerate(requirement.open_intervals)
    )


def total_required(requirement: Requirement, min_agents: int) -> tuple[int, ...]:
    """Agents live work asks for in each interval, the desk's minimum included."""
    return tuple(
        max(sum(need.agents[i] for need in requirement.live), min_agents) if is_open else 0
        for i, is_open in enumerate(requirement.open_intervals)
    )


def add_live_rows(
    book: RowBook,
    requirement: Requirement,
    terms: StaffingTerms,
    skill_sets: tuple[frozenset[str], ...],
    prices: RowPrices,
    *,
    heads_follow: bool = True,
) -> None:
    """Add a total row per interval and, where skills differ, rows that share people out.

    Where the minimum on shift, breaks included, may ask for more than are at work, a row of its
    own counts them: whoever is missing from both is priced once.

    Where somebody does less or more than others in the same time, pools count the work done, and
    minima the people there: each its own rows, whoever is missing from several priced once.

    Parameters
    ----------
    book
        Extended in place.
    requirement
        Needs per pool and interval.
    terms
        Hold the least number at work and on shift while open, whatever the load.
    skill_sets
        Distinct skills of the people who may be on the roster.
    prices
        Prices of falling short and exceeding, and the parts an agent counts as.
    heads_follow
        Whether nobody counts as more than one agent, so that enough work means enough people.
    """
    if prices.parts > 1:
        _add_unequal_rows(book, requirement, terms, skill_sets, prices, heads_follow=heads_follow)
        return
    total = total_required(requirement, terms.min_at_work)
    wanted = total_required(requirement, terms.min_agents)
    useful = total_useful(requirement, terms.min_agents)
    alike = is_pooled(skill_sets, requirement)
    needs = (*requirement.live, _anyone(requirement, total))
    for interval, (required, on_shift, enough) in enumerate(zip(total, wanted, useful, strict=True)):
        if alike and required == on_shift:
            if required or prices.over_interval:
                price = _either_way(required, enough, prices)
                book.count_work(book.add_row("live", f"live {interval}", price), interval, lambda _: 1)
            continue
        if prices.over_interval:
            price = ConvexPrice((enough,), (0, prices.over_interval))
            book.count_work(book.add_row("over", f"over {interval}", price), interval, lambda _: 1)
        _share_out(book, needs, interval, skill_sets, prices, on_shift if on_shift > required else 0)


def _add_unequal_rows(
    book: RowBook,
    requirement: Requirement,
    terms: StaffingTerms,
    skill_sets: tuple[frozenset[str], ...],
    prices: RowPrices,
    *,
    heads_follow: bool,
) -> None:
    useful = total_useful(requirement, terms.min_agents)
    alike = is_pooled(skill_sets, requirement)
    for interval, (is_open, enough) in enumerate(zip(requirement.open_intervals, useful, strict=True)):
        required = sum(need.agents[interval] for need in requirement.live)
        minimum = terms.min_agents if is_open else 0
        if alike and (minimum == 0 or (heads_follow and required >= minimum)):
            if required or prices.over_interval:
                price = _either_way(required, enough, prices)
                book.count_work(book.add_row("live", f"live {interval}", price), interval, lambda _: 1)
            continue
        if prices.over_interval:
            price = ConvexPrice((enough * prices.parts,), (0, prices.over_part))
            book.count_work(book.add_row("over", f"over {interval}", price), interval, lambda _: 1)
        at_work = terms.min_at_work if is_open else 0
        on_shift = minimum if minimum > at_work else 0
        _share_out(book, requirement.live, interval, skill_sets, prices, on_shift, at_work)


def _either_way(required: int, enough: int, prices: RowPrices) -> ConvexPrice:
    """Price of a row that says it all: too few below what is required, too many beyond what is useful."""
    short, over, parts = prices.short_part, prices.over_part, prices.parts
    if over and enough > required:
        return ConvexPrice((required * parts, enough * parts), (-short, 0, over))
    return shortfall_price(required * parts, short, over)


def pool_sets(
    need: LiveNeed, needs: tuple[LiveNeed, ...], interval: int, skill_sets: tuple[frozenset[str], ...]
) -> list[tuple[Weight, int]]:
    """Say how many agents are left to one pool in an interval, once others have what they ask for.

    As many as the tightest set of pools around it leaves: everyone who can serve any of the set,
    less what the others in it ask (see :func:`_share_out`).

    Returns
    -------
    list of (weight, agents)
        For each such set, whom it counts, and what the others in it ask.
    """
    others = tuple(one for one in needs if one is not need and one.agents[interval] > 0)
    asking = (need, *others)
    kinds = tuple(dict.fromkeys(_served(skills, asking) for skills in skill_sets))
    sets = _largest_alike(tuple(sorted(one.pool for one in asking)), kinds)
    return [
        (_serves_any(pools, asking), sum(one.agents[interval] for one in others if one.pool in pools))
        for pools in sets
        if need.pool in pools
    ]


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
    on_shift: int,
    at_work: int = 0,
) -> None:
    """Ask for enough people of the right kinds, and on shift; nobody is counted twice.

    However people are shared out among pools, as many are missing as the worst set of pools
    lacks: what it asks less everyone who can serve any of it (Hall 1935; Ford and Fulkerson
    1956).  One decision says how many are missing, one row per such set holds it up, and one
    each for those on shift and for the least number at work, where that is no need of its own.
    """
    asking = tuple(need for need in needs if need.agents[interval] > 0)
    kinds = dict.fromkeys(_served(skills, asking) for skills in skill_sets)
    sets = _telling_sets(asking, interval, tuple(kinds))
    if not sets and not on_shift and not at_work:
        return
    name = "missing" if any(need.pool for need in asking) else "minimum"
    parts, enforced = prices.parts, prices.short_part * 2
    missing = book.add_row("live", f"{name} {interval}", shortfall_price(0, prices.short_part))
    covers = [(missing, -1)]
    for pools, asked in sets.items():
        named = "+".join(need.pool or "minimum" for need in asking if need.pool in pools)
        row = book.add_row("share", f"{named} {interval}", shortfall_price(asked * parts, enforced))
        book.count_work(row, interval, _serves_any(pools, asking))
        covers.append((row, 1))
    for least, what in ((at_work, "at work"), (on_shift, "on shift")):
        if least:
            row = book.add_row("share", f"{what} {interval}", shortfall_price(least * parts, enforced))
            book.count(row, interval, lambda _: parts, on_break=what == "on shift")
            covers.append((row, 1))
    most = max(at_work, on_shift, sum(need.agents[interval] for need in asking))
    book.add_side(f"{name} {interval}", 0, most * parts, tuple(covers))


def _telling_sets(
    asking: tuple[LiveNeed, ...], interval: int, kinds: tuple[frozenset[str], ...]
) -> dict[frozenset[str], int]:
    """Sets of pools that can lack most, with what they ask."""
    agents = {need.pool: need.agents[interval] for need in asking}
    return {
        pools: sum(agents[pool] for pool in pools) for pools in _largest_alike(tuple(sorted(agents)), kinds)
    }


@lru_cache
def _largest_alike(pools: tuple[str, ...], kinds: tuple[frozenset[str], ...]) -> tuple[frozenset[str], ...]:
    """Of the sets of pools that the same kinds of people can serve, the largest alone tells."""
    largest = set()
    for size in range(1, len(pools) + 1):
        for chosen in combinations(pools, size):
            others = frozenset().union(*(kind for kind in kinds if kind.isdisjoint(chosen)))
            largest.add(frozenset(pools) - others)
    return tuple(sorted(largest, key=sorted))


def _served(skills: frozenset[str], needs: tuple[LiveNeed, ...]) -> frozenset[str]:
    return frozenset(need.pool for need in needs if can_serve(skills, need))


def _serves_any(pools: frozenset[str], needs: tuple[LiveNeed, ...]) -> Weight:
    return lambda agent: int(bool(_served(agent.skills, needs) & pools))
