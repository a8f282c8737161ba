"""Which rules bind whom: those of the scenario, and those implied by people and contracts."""

from models.agent import Agent
from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.rule import CoverageRule, Rule, TourRule
from models.scenario import Scenario
from models.tour import RosterAgent
from planner.rules.availability import Availability
from planner.rules.days_off import DaysOff
from planner.rules.fixed_shift import FixedShift
from planner.rules.max_weekly_minutes import MaxWeeklyMinutes
from planner.rules.min_staff import MinStaff
from planner.rules.shift_request import ShiftRequest


def tour_rules(scenario: Scenario, agent: RosterAgent, spec: Agent | None) -> tuple[TourRule, ...]:
    """All rules about the days of one agent.

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

    Raises
    ------
    BadInputError
        A rule holds during a part of the period only (see :func:`validity_problems`).
    """
    in_force = _rules_in_force(scenario)
    common = tuple(rule for rule in in_force if isinstance(rule, TourRule) and binds(rule, agent))
    return common + _contract_rules(scenario, agent.contract) + (_own_rules(spec) if spec else ())


def binds(rule: Rule, agent: RosterAgent) -> bool:
    """Whether a rule binds a person; one that names a vacancy binds everyone hired into it."""
    by_vacancy = agent.vacancy is not None and agent.vacancy in rule.agents
    return by_vacancy or rule.binds(agent.agent, agent.contract)


def listed_coverage_rules(scenario: Scenario) -> tuple[CoverageRule, ...]:
    """Rules about the desk as a whole that the scenario lists.

    Raises
    ------
    BadInputError
        A rule holds during a part of the period only (see :func:`validity_problems`).
    """
    return tuple(rule for rule in _rules_in_force(scenario) if isinstance(rule, CoverageRule))


def coverage_rules(scenario: Scenario) -> tuple[CoverageRule, ...]:
    """All rules about the desk as a whole, the minimum of agents on shift and at work included.

    The minimum costs what understaffing costs, unless the scenario makes coverage hard.

    Raises
    ------
    BadInputError
        A rule holds during a part of the period only (see :func:`validity_problems`).
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


def validity_problems(scenario: Scenario) -> tuple[InputProblem, ...]:
    """Rules that hold during a part of the period only: it is not guessed what is meant."""
    first, last = scenario.horizon.date_of(0), scenario.horizon.date_of(scenario.horizon.days - 1)
    problems = []
    for number, rule in enumerate(scenario.rules):
        begins, ends = rule.valid_from or first, rule.valid_to or last
        if begins <= last and ends >= first and not _in_force(rule, scenario.horizon):
            problems.append(
                InputProblem(
                    place=f"rules[{number}]",
                    message=f"{rule.kind} is valid from {begins} to {ends}, "
                    f"a part of the period from {first} to {last}",
                    allowed="dates that include the whole period or none of it",
                )
            )
    return tuple(problems)


def _rules_in_force(scenario: Scenario) -> tuple[Rule, ...]:
    # a rule that ends or begins within the period must not be dropped without a word
    problems = validity_problems(scenario)
    if problems:
        raise BadInputError(list(problems))
    return tuple(rule for rule in scenario.rules if _in_force(rule, scenario.horizon))


def _in_force(rule: Rule, horizon: Horizon) -> bool:
    begun = rule.valid_from is None or rule.valid_from <= horizon.date_of(0)
    lasts = rule.valid_to is None or rule.valid_to >= horizon.date_of(horizon.days - 1)
    return begun and lasts


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
