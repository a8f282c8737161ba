"""Which rules bind whom: those of the scenario, and those implied by people and contracts."""

import datetime as dt
from collections.abc import Iterator

from models.agent import Agent, Leave
from models.clock import MINUTES_PER_DAY
from models.published import PublishedTour
from models.rule import CoverageRule, Rule, TourRule
from models.scenario import Scenario
from models.tour import RosterAgent
from planner.rules.availability import Availability
from planner.rules.days_off import DaysOff
from planner.rules.fixed_shift import FixedShift
from planner.rules.max_weekly_minutes import MaxWeeklyMinutes
from planner.rules.min_staff import MinStaff
from planner.rules.notice import Notice
from planner.rules.part_of_period import holds_on_some_day
from planner.rules.shift_request import ShiftRequest


def tour_rules(scenario: Scenario, agent: RosterAgent, spec: Agent | None) -> tuple[TourRule, ...]:
    """All rules about the days of one agent; some may hold during a part of the period only.

    Agents bound by equal tuples may share one network of legal tours: what comes from an
    agent's own fields does not name the agent.

    Parameters
    ----------
    scenario
        Holds the common rules and the contracts.
    agent
        Whom they bind.  A rule that names a vacancy binds everyone hired into it.
    spec
        The agent as the scenario describes them; ``None`` for people yet to be hired.
    """
    in_force = _rules_in_force(scenario)
    common = tuple(rule for rule in in_force if isinstance(rule, TourRule) and binds(rule, agent))
    own = (*_own_rules(spec), *_published_days(scenario, spec)) if spec else ()
    return common + _contract_rules(scenario, agent.contract) + employment_rules(scenario, agent) + own


def employment_rules(scenario: Scenario, agent: RosterAgent) -> tuple[TourRule, ...]:
    """Days of the period before somebody joins, and after they leave."""
    people = scenario.agents if agent.vacancy is None else ()
    first = next((one.first_day for one in people if one.id == agent.agent), None)
    last = next((one.last_day for one in people if one.id == agent.agent), None)
    if agent.vacancy is not None:
        first = next((one.first_day for one in scenario.vacancies if one.name == agent.vacancy), None)
    horizon, day = scenario.horizon, dt.timedelta(days=1)
    begin, end = horizon.date_of(0), horizon.date_of(horizon.days - 1)
    spans = []
    if first is not None and first > begin:
        spans.append((begin, min(first - day, end)))
    if last is not None and last <= end:
        spans.append((max(last + day, begin), end + day))
    return tuple(DaysOff(first_date=a, last_date=b, reason="other", source="employment") for a, b in spans)


def binds(rule: Rule, agent: RosterAgent) -> bool:
    """Whether a rule binds a person; one that names a vacancy binds everyone hired into it."""
    by_vacancy = agent.vacancy is not None and agent.vacancy in rule.agents
    return by_vacancy or rule.binds(agent.agent, agent.contract)


def listed_coverage_rules(scenario: Scenario) -> tuple[CoverageRule, ...]:
    """Rules about the desk as a whole that the scenario lists; some may hold during a part of the period."""
    return tuple(rule for rule in _rules_in_force(scenario) if isinstance(rule, CoverageRule))


def coverage_rules(scenario: Scenario) -> tuple[CoverageRule, ...]:
    """All rules about the desk as a whole, the minimum of agents on shift and at work included.

    The minimum costs what understaffing costs, unless the scenario makes coverage hard.
    """
    common = listed_coverage_rules(scenario)
    terms = scenario.staffing
    price = None if scenario.prices.hard_coverage else scenario.prices.understaffed_hour
    # who is at work is on shift too
    minima = {False: terms.min_at_work, True: terms.min_agents if terms.break_cover is not None else 0}
    return (
        *common,
        *(
            MinStaff(minimum=least, price=price, count_breaks=breaks)
            for breaks, least in minima.items()
            if least > 0
        ),
    )


def _rules_in_force(scenario: Scenario) -> tuple[Rule, ...]:
    return tuple(rule for rule in scenario.rules if holds_on_some_day(rule, scenario.horizon))


def _contract_rules(scenario: Scenario, name: str) -> tuple[TourRule, ...]:
    contract = scenario.contract(name)
    if contract.overtime_allowed:
        return ()
    return (MaxWeeklyMinutes(minutes=contract.weekly_minutes, source=f"contract {name}"),)


def _own_rules(spec: Agent) -> tuple[TourRule, ...]:
    hours = (Availability(spans=spec.availability),) if spec.availability is not None else ()
    leave = tuple(
        DaysOff(first_date=away.first_date, last_date=away.last_date, reason=away.kind) for away in spec.leave
    )
    fixed = tuple(
        FixedShift(date=day.date, pattern=day.pattern, start_at=day.start, off=day.off)
        for day in spec.fixed_shifts
    )
    wishes = tuple(
        ShiftRequest(date=wish.date, wish=wish.wish, pattern=wish.pattern, price=wish.price)
        for wish in spec.requests
    )
    return (*hours, *leave, *fixed, *wishes)


def _published_days(scenario: Scenario, spec: Agent) -> tuple[TourRule, ...]:
    """What the agent was told of this period, and may not find changed for nothing.

    Leave and settled days are no change the desk makes: these dates are free, and so is the eve of
    a leave that a published shift would run into.
    """
    settled = {day.date for day in spec.fixed_shifts}
    away = {day for leave in spec.leave for day in _days_of(leave)}
    ends = {one.name: max(one.start_minutes) + one.length_minutes for one in scenario.shift_patterns}
    known = scenario.published
    return tuple(
        Notice(
            published=tour.shifts,
            first_date=known.first_date,
            last_date=known.last_date,
            free_dates=tuple(sorted(settled | away | _eves(tour, away, ends))),
            today=known.today,
            days=known.notice_days,
            price=known.price,
            later_price=known.later_price,
        )
        for tour in known.tours
        if tour.agent == spec.id
    )


def _eves(tour: PublishedTour, away: set[dt.date], ends: dict[str, int]) -> set[dt.date]:
    """Dates of shifts that run into a day of leave."""
    next_day = dt.timedelta(days=1)
    return {
        shift.date
        for shift in tour.shifts
        if shift.date + next_day in away and ends.get(shift.pattern, 0) > MINUTES_PER_DAY
    }


def _days_of(leave: Leave) -> Iterator[dt.date]:
    for number in range((leave.last_date - leave.first_date).days + 1):
        yield leave.first_date + dt.timedelta(days=number)
