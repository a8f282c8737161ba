"""The cheapest roster of a tiny desk by trying all of them, without automata, rows or engine.

Legal is what the rules' ``check`` calls legal, pay is what payroll pays, and what is missing
is counted interval by interval from who is there.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from models.agent import Agent
from models.calendar import WorkCalendar
from models.horizon import Horizon
from models.money import to_minor
from models.past_shifts import past_shifts
from models.requirement import BacklogNeed, LiveNeed, Requirement
from models.rule import Frame
from models.scenario import Scenario
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from planner.pay.price import price
from planner.roster.candidate_shifts import candidate_shifts
from planner.rules.bound import listed_coverage_rules, tour_rules
from tests.roster.desks import calendar_of, frame_of
from tests.roster.goals_by_hand import goals_minor, useful
from tests.roster.minutes_program import late_and_live_minutes
from tests.roster.speeds_by_hand import fraction_unit, speed_of


@dataclass(frozen=True)
class PricedTour:
    """A legal tour with its pay and the price of its wishes not met, in minor units."""

    tour: Tour
    minor: int


def cheapest(scenario: Scenario, requirement: Requirement) -> int | None:
    """Lowest objective of any legal roster, in minor units; ``None`` where there is none."""
    everything = (
        own + missing_minor(scenario, requirement, roster) for roster, own in _rosters(scenario, requirement)
    )
    return min(everything, default=None)


def missing_minor(scenario: Scenario, requirement: Requirement, roster: Roster) -> int:
    """Price of everything beyond pay and wishes: agents missing or too many, late work, coverage rules."""
    prices, currency, interval = scenario.prices, scenario.desk.currency, scenario.desk.interval_minutes
    short_hour, over_hour = (
        to_minor(prices.understaffed_hour, currency),
        to_minor(prices.overstaffed_hour, currency),
    )
    # each person counts as a whole number of units, and each unit has a whole price
    unit = fraction_unit(scenario)
    short, over = -(-short_hour * interval // (60 * unit)), -(-over_hour * interval // (60 * unit))
    total, terms = 0, scenario.staffing
    intervals = range(scenario.horizon.intervals)
    there = [there_in(scenario.horizon, roster, i) for i in intervals]
    does = [units_in(scenario, roster, i, unit) for i in intervals]
    for number in intervals:
        missing, extra = live_difference(
            requirement, terms.min_at_work, there[number], number, does[number], unit
        )
        if terms.break_cover is not None and requirement.open_intervals[number]:
            # whoever comes fills both gaps; who stands in for a break is not too many
            away = terms.min_agents - on_shift_in(scenario.horizon, roster, number)
            missing = max(missing, unit * away)
            asked = max(terms.min_agents, sum(useful(need, number) for need in requirement.live))
            extra = max(0, sum(does[number]) - unit * asked)
        total += short * missing + over * extra
    total += goals_minor(requirement, there, short, does, unit)
    late = late_and_live_minutes(scenario, requirement, there, does, unit)
    total += -(-short_hour // (60 * unit)) * late
    frame = frame_of(scenario, requirement)
    findings = [f for rule in listed_coverage_rules(scenario) for f in rule.check(frame, roster)]
    return total + sum(f.penalty_minor for f in findings)


def there_in(horizon: Horizon, roster: Roster, interval: int) -> list[frozenset[str]]:
    """Skills of everyone available during the whole of an interval."""
    start, end = interval * horizon.interval_minutes, (interval + 1) * horizon.interval_minutes
    return [
        tour.agent.skills
        for tour in roster.tours
        for shift in (*tour.agent.history, *tour.worked)
        if shift.works_throughout(start, end)
    ]


def units_in(scenario: Scenario, roster: Roster, interval: int, unit: int) -> list[int]:
    """What each of those counts as, in the same order."""
    start, end = (place * scenario.horizon.interval_minutes for place in (interval, interval + 1))
    return [
        int(unit * speed_of(scenario, tour.agent, shift.day))
        for tour in roster.tours
        for shift in (*tour.agent.history, *tour.worked)
        if shift.works_throughout(start, end)
    ]


def on_shift_in(horizon: Horizon, roster: Roster, interval: int) -> int:
    """How many have neither gone home nor yet to come during any of an interval, breaks or not."""
    minutes = range(interval * horizon.interval_minutes, (interval + 1) * horizon.interval_minutes)
    return sum(
        all(shift.start_minute <= minute < shift.end_minute for minute in minutes)
        for tour in roster.tours
        for shift in (*tour.agent.history, *tour.worked)
    )


def live_difference(
    requirement: Requirement,
    least: int,
    there: list[frozenset[str]],
    interval: int,
    does: list[int] | None = None,
    unit: int = 1,
) -> tuple[int, int]:
    """Agents missing and too many, if people are shared out as well as possible, in units.

    For every set of pools, those who can serve none but one of it at a time: the worst set
    says how many are missing (Hall 1935).
    """
    does = [1] * len(there) if does is None else does
    if not requirement.open_intervals[interval]:
        return 0, sum(does)
    needs = requirement.live
    missing = 0
    for chosen in subsets(needs):
        wanted = sum(need.agents[interval] for need in chosen)
        able = sum(
            units * any(n.skill is None or n.skill in skills for n in chosen)
            for skills, units in zip(there, does, strict=True)
        )
        missing = max(missing, unit * wanted - able)
    enough = max(sum(useful(need, interval) for need in needs), least)
    return max(missing, unit * (least - len(there))), max(0, sum(does) - unit * enough)


def subsets(needs: tuple[LiveNeed, ...]) -> Iterator[tuple[LiveNeed, ...]]:
    """Every choice of pools."""
    for size in range(1, len(needs) + 1):
        yield from itertools.combinations(needs, size)


def late_minute_by_minute(room: list[int], group: list[BacklogNeed]) -> int:
    """Work off single minutes, the most urgent first; add up late ones and missing room."""
    last = len(room)
    usable = [i for i in range(last) if group[0].minutes_per_agent[i] > 0]
    left: list[int] = []
    total = 0
    arrived = [0] * len(group)
    for interval in range(last):
        for place, need in enumerate(group):
            here = need.available_minutes[interval]
            left += [due_of(need, minute) for minute in range(arrived[place], here)]
            arrived[place] = here
        if interval in usable:
            total += max(0, -room[interval])
            left = sorted(left)[max(0, room[interval]) :]
            next_chance = next((i for i in usable if i > interval), last)
            total += sum(due < next_chance for due in left)
            left = [due for due in left if due >= next_chance]
    return total


def due_of(need: BacklogNeed, minute: int) -> int:
    """Interval by whose end a minute of work is due; the number of intervals where that is later."""
    return sum(total <= minute for total in need.due_minutes)


def _rosters(scenario: Scenario, requirement: Requirement) -> Iterator[tuple[Roster, int]]:
    calendar, frame = calendar_of(scenario), frame_of(scenario, requirement)
    shifts = candidate_shifts(scenario, requirement.open_intervals)
    choices: list[list[tuple[PricedTour, ...]]] = []
    for spec in scenario.agents:
        past = past_shifts(scenario.horizon, scenario.night, spec.worked_before)
        skills = frozenset(spec.skills)
        agent = RosterAgent(spec.id, spec.id, spec.contract, skills, history=past, grade=spec.grade)
        choices.append([(one,) for one in legal_tours(scenario, frame, calendar, shifts, agent, spec)])
    for vacancy in scenario.vacancies:
        hire = RosterAgent(
            vacancy.name,
            vacancy.name,
            vacancy.contract,
            frozenset(vacancy.skills),
            vacancy=vacancy.name,
            grade=vacancy.grade,
        )
        tours = list(legal_tours(scenario, frame, calendar, shifts, hire, None))
        choices.append(
            [
                group
                for size in range(vacancy.min_hires, vacancy.max_hires + 1)
                for group in itertools.combinations_with_replacement(tours, size)
            ]
        )
    hard, roles = listed_coverage_rules(scenario), dict[int, int]()
    for groups in itertools.product(*choices):
        people = [one for group in groups for one in group]
        roster = Roster(tuple(one.tour for one in people))
        if not any(f.hard for rule in hard for f in rule.check(frame, roster)):
            if len(people) not in roles:
                roles[len(people)] = price(scenario, calendar, roster).overhead_minor
            yield roster, sum(one.minor for one in people) + roles[len(people)]


def legal_tours(
    scenario: Scenario,
    frame: Frame,
    calendar: WorkCalendar,
    shifts: tuple[Shift, ...],
    agent: RosterAgent,
    spec: Agent | None,
) -> Iterator[PricedTour]:
    """All tours of a person that the rules' checks find nothing hard in."""
    allowed = scenario.contract(agent.contract).shift_patterns
    by_day = [
        [None, *(s for s in shifts if s.day == day and (not allowed or s.pattern in allowed))]
        for day in range(scenario.period.days)
    ]
    rules = tour_rules(scenario, agent, spec)
    for chosen in itertools.product(*by_day):
        tour = Tour(agent, chosen)
        worked = sorted((*agent.history, *tour.worked), key=lambda shift: shift.start_minute)
        if any(b.start_minute < a.end_minute for a, b in itertools.pairwise(worked) if b.day >= 0):
            continue
        findings = [finding for rule in rules for finding in rule.check(frame, tour)]
        if not any(finding.hard for finding in findings):
            wishes = sum(finding.penalty_minor for finding in findings)
            cost = price(scenario, calendar, Roster((tour,)))
            yield PricedTour(tour, cost.total_minor - cost.overhead_minor + wishes)
