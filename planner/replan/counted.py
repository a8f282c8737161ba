"""Changes of shifts in the engine's terms: priced one by one, or counted against a budget."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from planner.replan.changed_world import Cell
from planner.replan.one_by_one import OneByOne
from planner.replan.settled_days import same_shift
from planner.solver.convex import ConvexPrice, shortfall_price
from planner.solver.problem import Row, SideColumn, TourProblem, Trade


def with_own_trades(problem: TourProblem) -> TourProblem:
    """Give every profile a trade of its own, so that its duties can be priced apart."""
    trades = tuple(problem.trades[profile.trade] for profile in problem.profiles)
    profiles = tuple(replace(profile, trade=number) for number, profile in enumerate(problem.profiles))
    return replace(problem, trades=trades, profiles=profiles)


def priced_changes(problem: TourProblem, told: OneByOne, prices: Mapping[Cell, int]) -> TourProblem:
    """Let every changed day cost its price.

    A published shift that is kept earns back what its owner was charged beforehand, so a
    day off instead costs as much as another shift.

    Parameters
    ----------
    problem
        With a trade per profile.
    told
        Who published what.
    prices
        Price of changing each day; days left out may be changed freely.
    """
    trades, profiles = [], []
    for profile, trade, person in zip(problem.profiles, problem.trades, told.people, strict=True):
        own = told.published[person]
        charged = sum(prices.get((person, day), 0) for day, shift in enumerate(own) if shift is not None)
        costs = list(trade.costs)
        for duty, shift in enumerate(told.translation.shifts):
            price = prices.get((person, shift.day), 0)
            if own[shift.day] is None:
                costs[duty] += price
            elif same_shift(shift, own[shift.day]):
                costs[duty] -= price
        trades.append(replace(trade, costs=tuple(costs)))
        profiles.append(replace(profile, head_cost=profile.head_cost + charged))
    return replace(problem, trades=tuple(trades), profiles=tuple(profiles))


def budgeted(
    problem: TourProblem, told: OneByOne, cells: Iterable[Cell], most: int, price: int
) -> TourProblem:
    """Charge every changed day beyond ``most`` of these days a price.

    Two rows count published shifts that are kept, and shifts added on days off; a side
    column carries the shifts not kept from one to the other, so that together they are the
    days changed.

    Parameters
    ----------
    problem
        With a trade per profile.
    told
        Who published what.
    cells
        Days that count.
    most
        Changes that are free.
    price
        Of each one more; above what any change can save, the budget is kept wherever it can be.
    """
    counted = frozenset(cells)
    worked = sum(told.published[person][day] is not None for person, day in counted)
    kept, changed = len(problem.rows), len(problem.rows) + 1
    rows = (
        *problem.rows,
        # a published shift not kept is made up for by the side column, never left uncounted
        Row(f"kept {kept}", shortfall_price(worked, 2 * price)),
        Row(f"changed {changed}", ConvexPrice((most,), (0, price))),
    )
    trades = tuple(
        _counting(trade, told, person, counted, kept, changed)
        for trade, person in zip(problem.trades, told.people, strict=True)
    )
    side = SideColumn(f"not kept {kept}", 0, worked, 0, ((kept, 1), (changed, 1)))
    return replace(problem, rows=rows, trades=trades, side_columns=(*problem.side_columns, side))


def _counting(
    trade: Trade, told: OneByOne, person: str, counted: frozenset[Cell], kept: int, changed: int
) -> Trade:
    own, covers = told.published[person], list(trade.covers)
    for duty, shift in enumerate(told.translation.shifts):
        if (person, shift.day) not in counted:
            continue
        if own[shift.day] is None:
            covers[duty] = (*covers[duty], (changed, 1))
        elif same_shift(shift, own[shift.day]):
            covers[duty] = (*covers[duty], (kept, 1))
    return replace(trade, covers=tuple(covers))
