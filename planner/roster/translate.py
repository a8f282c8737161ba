"""A scenario in the engine's terms."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, replace

from models.horizon import Horizon
from models.requirement import Requirement
from models.rule import Frame
from models.scenario import Scenario
from models.shift import Shift
from models.tariff import Tariff
from planner.roster.candidate_shifts import spanned_intervals, worked_intervals
from planner.roster.counters import ShiftCounter
from planner.roster.people import Crew
from planner.roster.row_book import RowBook
from planner.roster.row_prices import row_prices
from planner.roster.rows_backlog import add_backlog_rows
from planner.roster.rows_coverage import add_coverage_rule_rows
from planner.roster.rows_live import add_live_rows
from planner.rules.bound import listed_coverage_rules
from planner.solver.convex import ConvexPrice
from planner.solver.problem import Duty, Profile, Row, TourProblem, Trade


@dataclass(frozen=True)
class Translation:
    """A tour problem, and what its numbers stand for.

    Parameters
    ----------
    problem
        For the engine.
    crews
        One per profile of the problem.
    shifts
        One per duty of the problem.
    row_kinds
        One per row: the part of the objective its price belongs to.
    """

    problem: TourProblem
    crews: tuple[Crew, ...]
    shifts: tuple[Shift, ...]
    row_kinds: tuple[str, ...]


def translate(
    scenario: Scenario,
    frame: Frame,
    shifts: tuple[Shift, ...],
    requirement: Requirement,
    tariff: Tariff,
    crews: tuple[Crew, ...],
) -> Translation:
    """Write the tour problem of a scenario.

    Shifts that differ only in their break share a label: rules do not see breaks, pay and
    coverage do.  People with the same contract and skills share a trade.
    """
    labels, duties = _label(frame.horizon.days, shifts)
    skill_sets = tuple(dict.fromkeys(crew.sample.skills for crew in crews))
    book = RowBook()
    prices = row_prices(scenario)
    add_live_rows(book, requirement, scenario.staffing, skill_sets, prices)
    add_backlog_rows(book, requirement, skill_sets, prices)
    add_coverage_rule_rows(book, listed_coverage_rules(scenario), frame, prices)
    trade_keys = list(dict.fromkeys((c.sample.contract, c.sample.skills) for c in crews))
    presences = [_presence(frame.horizon, shift) for shift in shifts]
    trades = tuple(
        Trade(
            tuple(tariff.shift_cost_minor(contract, shift) for shift in shifts),
            tuple(_gives(book, skills, presence) for presence in presences),
        )
        for contract, skills in trade_keys
    )
    units = _units(crews, shifts)
    profiles = tuple(
        Profile(
            crew.sample.agent,
            trade_keys.index((crew.sample.contract, crew.sample.skills)),
            crew.automata,
            *crew.bounds,
            head_cost=tariff.head_cost_minor(crew.sample.contract, crew.sample.vacancy),
            counters=tuple(counter.in_units(units[counter.key]) for counter in crew.counters),
        )
        for crew in crews
    )
    rows = _with_carried_in(book, frame, crews)
    problem = TourProblem(frame.horizon.days, labels, duties, trades, profiles, rows, tuple(book.sides))
    return Translation(problem, crews, shifts, tuple(book.kinds))


def _label(days: int, shifts: tuple[Shift, ...]) -> tuple[tuple[tuple[Shift, ...], ...], tuple[Duty, ...]]:
    """Number the shifts of each day as rules see them, breaks left out."""
    labels: list[dict[Shift, int]] = [{} for _ in range(days)]
    duties = []
    for shift in shifts:
        plain = replace(shift, break_start_minute=0, break_end_minute=0, break_paid=False)
        own = labels[shift.day]
        duties.append(Duty(shift.day, own.setdefault(plain, len(own))))
    return tuple(tuple(own) for own in labels), tuple(duties)


def _units(crews: tuple[Crew, ...], shifts: tuple[Shift, ...]) -> dict[Hashable, int]:
    """Give each kind of counter the unit of all shifts, so that totals are small numbers."""
    alike: dict[Hashable, ShiftCounter] = {one.key: one for crew in crews for one in crew.counters}
    return {key: counter.rule.unit(shifts) for key, counter in alike.items()}


def _presence(horizon: Horizon, shift: Shift) -> dict[int, bool]:
    """Intervals within a shift, and whether its break takes some of them."""
    worked = set(worked_intervals(horizon, shift))
    return {interval: interval not in worked for interval in spanned_intervals(horizon, shift)}


def _gives(book: RowBook, skills: frozenset[str], presence: dict[int, bool]) -> tuple[tuple[int, int], ...]:
    total: dict[int, int] = defaultdict(int)
    for interval, on_break in presence.items():
        for row, amount in book.gives(skills, interval, on_break=on_break):
            total[row] += amount
    return tuple(sorted(total.items()))


def _with_carried_in(book: RowBook, frame: Frame, crews: tuple[Crew, ...]) -> tuple[Row, ...]:
    """Lower the rows by what shifts begun before the period still give to its first hours."""
    given: dict[int, int] = defaultdict(int)
    for crew in crews:
        for agent in crew.agents:
            for shift in agent.history:
                for row, amount in _gives(book, agent.skills, _presence(frame.horizon, shift)):
                    given[row] += amount
    return tuple(replace(row, price=_moved(row.price, given[n])) for n, row in enumerate(book.rows))


def _moved(price: ConvexPrice, amount: int) -> ConvexPrice:
    return replace(price, breaks=tuple(edge - amount for edge in price.breaks)) if amount else price
