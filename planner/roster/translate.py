"""A scenario in the engine's terms."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from models.horizon import Horizon
from models.productivity import TeamProductivity, team_productivity
from models.requirement import Requirement
from models.rule import Frame
from models.scenario import Scenario
from models.shift import Shift
from models.tariff import Tariff
from models.tour import RosterAgent
from planner.roster.automata import ShiftAutomaton
from planner.roster.candidate_shifts import spanned_intervals, worked_intervals
from planner.roster.counters import ShiftCounter
from planner.roster.people import Crew, told_apart_by_rules
from planner.roster.role_costs import RoleCosts, role_costs
from planner.roster.row_book import RowBook
from planner.roster.row_prices import row_prices
from planner.roster.rows_backlog import add_backlog_rows
from planner.roster.rows_coverage import add_coverage_rule_rows
from planner.roster.rows_live import add_live_rows
from planner.roster.rows_service import add_service_rows
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
    roles
        What the roles a larger desk needs cost, part of which the problem does not say.
    team
        What everybody counts as in rows of work.
    """

    problem: TourProblem
    crews: tuple[Crew, ...]
    shifts: tuple[Shift, ...]
    row_kinds: tuple[str, ...]
    roles: RoleCosts = field(default_factory=RoleCosts)
    team: TeamProductivity = field(default_factory=TeamProductivity)

    def units_of(self, kind: str) -> int:
        """Units that one agent, or one minute of an agent, is in rows of a kind."""
        return 1 if kind in ("coverage", "hard coverage") else self.team.parts_per_agent


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
    coverage do.  People with the same contract, skills, grade and productivity share a trade,
    unless a rule about several people names them.
    """
    labels, duties = _label(frame.horizon.days, shifts, crews)
    skill_sets = tuple(dict.fromkeys(crew.sample.skills for crew in crews))
    book = RowBook()
    prices, team = row_prices(scenario), team_productivity(scenario)
    heads_follow = team.most_parts == team.parts_per_agent
    add_live_rows(book, requirement, scenario.staffing, skill_sets, prices, heads_follow=heads_follow)
    add_service_rows(book, requirement, skill_sets, prices)
    add_backlog_rows(book, requirement, skill_sets, prices)
    add_coverage_rule_rows(book, listed_coverage_rules(scenario), frame, prices)
    roles = role_costs(tariff, crews)
    if constant := roles.constant(crews):
        book.add_row("roles", "roles", ConvexPrice((0,), (0, 0), constant))
    told_apart = told_apart_by_rules(scenario, frame)
    alike = [(_alike(crew.sample, told_apart, team), tariff.trade_key(crew.sample)) for crew in crews]
    # the last of those alike stands for all
    samples = dict(zip(alike, (crew.sample for crew in crews), strict=True))
    trade_of = {key: number for number, key in enumerate(samples)}
    presences = [_presence(frame.horizon, shift) for shift in shifts]
    trades = tuple(
        Trade(
            tuple(tariff.shift_cost_minor(agent, shift) for shift in shifts),
            tuple(
                _gives(book, frame.horizon, agent, shift, presence, team)
                for shift, presence in zip(shifts, presences, strict=True)
            ),
        )
        for agent in samples.values()
    )
    units = _units(crews, shifts)
    profiles = tuple(
        Profile(
            crew.sample.agent,
            trade_of[key],
            crew.automata,
            *crew.bounds,
            head_cost=tariff.head_cost_minor(crew.sample) + roles.charged_on(crew),
            counters=tuple(counter.in_units(units[counter.key]) for counter in crew.counters),
        )
        for crew, key in zip(crews, alike, strict=True)
    )
    rows = _with_carried_in(book, frame, crews, team)
    problem = TourProblem(frame.horizon.days, labels, duties, trades, profiles, rows, tuple(book.sides))
    return Translation(problem, crews, shifts, tuple(book.kinds), roles, team)


def _label(
    days: int, shifts: tuple[Shift, ...], crews: tuple[Crew, ...]
) -> tuple[tuple[tuple[Shift, ...], ...], tuple[Duty, ...]]:
    """Number the shifts of each day as rules and pay over several days see them.

    Where a break lies is left out, unless one of them asks; then the first of the shifts it
    cannot tell apart stands for all.
    """
    units = {one.key: one for crew in crews for one in crew.automata if isinstance(one, ShiftAutomaton)}
    by_counters = any(one.rule.sees_break_place for crew in crews for one in crew.counters)
    numbers: list[dict[Hashable, int]] = [{} for _ in range(days)]
    labels: list[list[Shift]] = [[] for _ in range(days)]
    duties = []
    for shift in shifts:
        plain = shift.without_break_place()
        seen = tuple(unit.sees_of_break(shift) for unit in units.values())
        told = by_counters or any(one is not None for one in seen)
        number = numbers[shift.day].setdefault(
            (plain, seen, shift.break_start_minute if by_counters else None), len(labels[shift.day])
        )
        if number == len(labels[shift.day]):
            labels[shift.day].append(shift if told else plain)
        duties.append(Duty(shift.day, number))
    return tuple(map(tuple, labels)), tuple(duties)


def _units(crews: tuple[Crew, ...], shifts: tuple[Shift, ...]) -> dict[Hashable, int]:
    """Give each kind of counter the unit of all shifts, so that totals are small numbers."""
    alike: dict[Hashable, ShiftCounter] = {one.key: one for crew in crews for one in crew.counters}
    return {key: counter.rule.unit(shifts) for key, counter in alike.items()}


def _presence(horizon: Horizon, shift: Shift) -> dict[int, bool]:
    """Intervals within a shift, and whether its break takes some of them."""
    worked = set(worked_intervals(horizon, shift))
    return {interval: interval not in worked for interval in spanned_intervals(horizon, shift)}


def _alike(agent: RosterAgent, told_apart: frozenset[str], team: TeamProductivity) -> Hashable:
    name = agent.vacancy or agent.agent
    named = name if name in told_apart else None
    return agent.contract, agent.skills, agent.grade, named, team.of(agent)


def _gives(
    book: RowBook,
    horizon: Horizon,
    agent: RosterAgent,
    shift: Shift,
    presence: dict[int, bool],
    team: TeamProductivity,
) -> tuple[tuple[int, int], ...]:
    total: dict[int, int] = defaultdict(int)
    parts = team.parts(agent, shift.day)
    for interval, on_break in presence.items():
        for row, amount in book.gives(agent, interval, parts, on_break=on_break):
            total[row] += amount
    for row, amount in book.gives_shift(agent, shift, shift.start_minute // horizon.interval_minutes):
        total[row] += amount
    return tuple(sorted((row, amount) for row, amount in total.items() if amount))


def _with_carried_in(
    book: RowBook, frame: Frame, crews: tuple[Crew, ...], team: TeamProductivity
) -> tuple[Row, ...]:
    """Lower the rows by what shifts begun before the period still give to its first hours."""
    given: dict[int, int] = defaultdict(int)
    for crew in crews:
        for agent in crew.agents:
            for shift in agent.history:
                presence = _presence(frame.horizon, shift)
                for row, amount in _gives(book, frame.horizon, agent, shift, presence, team):
                    given[row] += amount
    return tuple(replace(row, price=_moved(row.price, given[n])) for n, row in enumerate(book.rows))


def _moved(price: ConvexPrice, amount: int) -> ConvexPrice:
    return replace(price, breaks=tuple(edge - amount for edge in price.breaks)) if amount else price
