"""Profiles gathered into groups whose tours one space of states holds."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from planner.solver.problem import Profile, TourProblem
from planner.verify.cheapest import Priced, cheapest_tours
from planner.verify.label_prices import LabelPrices, with_memoryless
from planner.verify.space import KeptTotal, Space
from planner.verify.table import Table
from planner.verify.tables import Tables

#: Per counter of a profile: what one more unit is charged; ``None``: its bounds are kept.
CounterPrices = Sequence[int | None]


@dataclass(frozen=True)
class _Sorted:
    """The tables of a profile: with a memory, without, and those whose total is kept.

    Each with what one unit of its amounts is charged; kept totals with their bounds.
    """

    number: int
    shape: Hashable
    memory: tuple[tuple[Table, int], ...]
    free: tuple[tuple[Table, int], ...]
    kept: tuple[tuple[Table, tuple[int, int]], ...]
    start: tuple[int, ...] | None


def cheapest_of_profiles(
    problem: TourProblem,
    by_trade: Sequence[LabelPrices],
    counter_prices: Sequence[CounterPrices],
    scale: int,
) -> list[int | None]:
    """Price of the cheapest legal tour of each profile, head cost left out.

    Parameters
    ----------
    problem
        The problem.
    by_trade
        Label prices of each trade.
    counter_prices
        Per profile, per counter.
    scale
        What a cost of one is in these prices.

    Returns
    -------
    list
        One entry per profile, ``None`` where it has no legal tour.
    """
    tables = Tables(problem)
    found: list[int | None] = [None] * len(problem.profiles)
    groups: dict[Hashable, list[_Sorted]] = defaultdict(list)
    for number, (profile, prices) in enumerate(zip(problem.profiles, counter_prices, strict=True)):
        own = _sorted(number, profile, prices, tables, scale)
        if own.start is not None:
            groups[own.shape].append(own)
    for members in groups.values():
        first = members[0]
        bounds = zip(*([limits for _, limits in one.kept] for one in members), strict=True)
        kept = [KeptTotal(table, own) for (table, _), own in zip(first.kept, bounds, strict=True)]
        starts = [one.start for one in members if one.start is not None]
        space = Space([table for table, _ in first.memory], kept, starts)
        priced = [
            Priced(
                with_memoryless(by_trade[problem.profiles[one.number].trade], one.free),
                tuple(weight for _, weight in one.memory),
                sum(weight * int(table.ends[0]) for table, weight in one.free),
            )
            for one in members
        ]
        for one, price in zip(members, cheapest_tours(space, priced), strict=True):
            found[one.number] = price
    return found


def _sorted(number: int, profile: Profile, prices: CounterPrices, tables: Tables, scale: int) -> _Sorted:
    charged = [
        (tables.of_automaton(one), one.start(), ("automaton", one.key), scale) for one in profile.automata
    ]
    kept = []
    for counter, price in zip(profile.counters, prices, strict=True):
        table = tables.of_counter(counter)
        if price is None:
            kept.append((table, counter.start(), ("kept", counter.key), (counter.lower, counter.upper)))
        else:
            charged.append((table, counter.start(), ("counter", counter.key), price))
    memory = [one for one in charged if one[0].has_memory]
    if not memory and not kept:
        memory = [(tables.of_nothing(), None, ("nothing", None), 0)]
    everything = [(table, start) for table, start, *_ in (*charged, *kept)]
    alive = all(start in table.starts for table, start in everything)
    stateful = [(table, start) for table, start, *_ in (*memory, *kept)]
    return _Sorted(
        number,
        (tuple(key for _, _, key, _ in memory), tuple(key for _, _, key, _ in kept)),
        tuple((table, weight) for table, _, _, weight in memory),
        tuple((table, weight) for table, _, _, weight in charged if not table.has_memory),
        tuple((table, bounds) for table, _, _, bounds in kept),
        tuple(table.starts[start] for table, start in stateful) if alive else None,
    )
