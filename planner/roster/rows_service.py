"""Rows for a target over a day or the period: who stands there serves, wherever that is cheapest.

Per interval a side column says how many are served in time, in thousandths of a contact.  It
stays below straight lines in the number of agents there: those of the concave list of
:class:`models.service_goal.ServiceGain`, one per gain.  One row per day, or for the period, adds
the columns up.  As every line takes whole numbers to whole numbers, the best values of the
columns beside a roster are whole.
"""

from models.requirement import LiveNeed, Requirement
from models.service_goal import ServiceGain, ServiceGoal
from planner.roster.row_book import RowBook, Weight
from planner.roster.row_prices import RowPrices
from planner.roster.rows_live import pool_sets
from planner.solver.convex import ConvexPrice, shortfall_price

Skills = frozenset[str]


def late_contact_price(goal: ServiceGoal, prices: RowPrices) -> int:
    """Price of a thousandth of a contact served too late, beyond what the target allows.

    Where an agent counts as several parts, a thousandth does too, and the price is that of a part.

    It means the same money as an agent missing where the target is kept in every interval: with
    nobody beyond the least, each of the fewest who would keep the target is missing; in between
    the price grows evenly.  So it is the price of one missing agent during one interval, over
    what each of those fewest adds on average; rounded up to whole minor units.

    Returns
    -------
    int
        Minor units; 0 where the least number of agents keeps the target.
    """
    number, added = goal.fewest
    return -(-prices.short_part * number // added) if number else 0


def add_service_rows(
    book: RowBook, requirement: Requirement, skill_sets: tuple[Skills, ...], prices: RowPrices
) -> None:
    """Add the rows of every goal.

    A goal that the least number of agents keeps needs none: who is missing from them is priced
    by the rows of live work.

    Parameters
    ----------
    book
        Extended in place.
    requirement
        Live needs with their goals; see :mod:`planner.roster.bought_service`.
    skill_sets
        Distinct skills of the people who may be on the roster.
    prices
        Prices of falling short.
    """
    for need in requirement.live:
        for goal in need.goals:
            price = late_contact_price(goal, prices)
            if price:
                _add_goal(book, requirement.live, need, goal, skill_sets, price, prices)


def _add_goal(
    book: RowBook,
    needs: tuple[LiveNeed, ...],
    need: LiveNeed,
    goal: ServiceGoal,
    skill_sets: tuple[Skills, ...],
    price: int,
    prices: RowPrices,
) -> None:
    certain = sum(one.served for one in goal.gains if not one.gains)
    name = f"{need.pool} {goal.intervals[0]}"
    together = book.add_row("service", name, shortfall_price((goal.asked - certain) * prices.parts, price))
    for interval, one in zip(goal.intervals, goal.gains, strict=True):
        if one.gains:
            sets = pool_sets(need, needs, interval, skill_sets)
            lines = [
                row
                for able, others in sets
                for row in _add_lines(book, one, interval, able, others, price, prices.parts)
            ]
            nobody = one.served_by(-max(others for _, others in sets))
            most = one.served + sum(one.gains)
            covers = ((together, 1), *((row, -1) for row in lines))
            least = min(0, nobody) * prices.parts
            book.add_side(f"{need.pool} in time {interval}", least, most * prices.parts, covers)


def _add_lines(
    book: RowBook, one: ServiceGain, interval: int, able: Weight, others: int, price: int, parts: int
) -> list[int]:
    """Add a row per gain: served in time at most what the line says of the agents left to the queue.

    Through the place where gains begin to be so many: of ``able`` agents, ``others`` serve other
    queues.
    """
    rows, places = [], [place for place, gain in enumerate(one.gains) if gain not in one.gains[:place]]
    for place in places:
        gain = one.gains[place]
        agents = one.agents + place
        edge = gain * (agents + others) - one.served_by(agents)
        # twice the price of a late contact: nobody is counted as served for nothing
        row = book.add_row("balance", f"in time {interval}", ConvexPrice((edge * parts,), (-2 * price, 0)))
        book.count_work(row, interval, _times(gain, able))
        rows.append(row)
    return rows


def _times(gain: int, able: Weight) -> Weight:
    return lambda agent: gain * able(agent)
