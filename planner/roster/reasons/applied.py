"""A scenario in which one person's conditions are eased."""

from models.agent import Agent, Vacancy
from models.contract import Contract
from models.rule import Rule, TourRule
from models.scenario import Scenario
from models.tour import RosterAgent
from planner.roster.automata import meaning
from planner.roster.reasons.condition import Condition, Part
from planner.rules.bound import binds, employment_rules


def applied(
    scenario: Scenario, person: RosterAgent, condition: Condition, left: tuple[Part, ...]
) -> Scenario:
    """Replace a condition of one person by what is left of it; everyone else keeps it whole.

    Parameters
    ----------
    scenario
        As it is.
    person
        A named agent, or anyone of those hired into a vacancy.
    condition
        One of the person's conditions.
    left
        What is left of its parts.
    """
    if condition.origin == "scenario":
        rules = [_rebound(scenario, person, condition, rule) for rule in scenario.rules]
        scenario = scenario.model_copy(update={"rules": tuple(rule for rule in rules if rule is not None)})
    elif condition.origin == "own":
        scenario = _without_own(scenario, person, condition)
    elif condition.origin == "contract":
        scenario = _own_contract(scenario, person, {"overtime_allowed": True})
    elif condition.origin == "patterns":
        scenario = _own_contract(scenario, person, {"shift_patterns": ()})
    only = {"agents": (person.vacancy or person.agent,), "contracts": ()}
    new = tuple(part.model_copy(update=only) for part in left if isinstance(part, TourRule))
    return scenario.model_copy(update={"rules": (*scenario.rules, *new)})


def _rebound(scenario: Scenario, person: RosterAgent, condition: Condition, rule: Rule) -> Rule | None:
    """The rule for everyone but the person; ``None`` where it binds nobody else."""
    if not isinstance(rule, TourRule) or not binds(rule, person) or condition.rule is None:
        return rule
    same_dates = (rule.valid_from, rule.valid_to) == (condition.rule.valid_from, condition.rule.valid_to)
    if not same_dates or meaning(rule) != meaning(condition.rule):
        return rule
    hires = (RosterAgent(v.name, v.name, v.contract, frozenset(), v.name) for v in scenario.vacancies)
    named = (RosterAgent(a.id, a.id, a.contract) for a in scenario.agents)
    name = person.vacancy or person.agent
    others = tuple(one.agent for one in (*named, *hires) if binds(rule, one) and one.agent != name)
    return rule.model_copy(update={"agents": others, "contracts": ()}) if others else None


def _without_own(scenario: Scenario, person: RosterAgent, condition: Condition) -> Scenario:
    if condition.rule is not None and condition.rule in employment_rules(scenario, person):
        return _employed_throughout(scenario, person)
    if condition.kind == "notice":
        tours = tuple(tour for tour in scenario.published.tours if tour.agent != person.agent)
        return scenario.model_copy(
            update={"published": scenario.published.model_copy(update={"tours": tours})}
        )

    def eased(agent: Agent) -> Agent:
        if agent.id != person.agent or condition.rule is None:
            return agent
        gone = condition.rule.model_dump()
        if condition.kind == "availability":
            return agent.model_copy(update={"availability": None})
        leave = tuple(
            one
            for one in agent.leave
            if condition.kind != "days_off"
            or (one.first_date, one.last_date, one.kind)
            != (gone["first_date"], gone["last_date"], gone["reason"])
        )
        fixed = tuple(
            one
            for one in agent.fixed_shifts
            if condition.kind != "fixed_shift"
            or (one.date, one.pattern, one.start, one.off)
            != (gone["date"], gone["pattern"], gone["start_at"], gone["off"])
        )
        return agent.model_copy(update={"leave": leave, "fixed_shifts": fixed})

    return scenario.model_copy(update={"agents": tuple(eased(agent) for agent in scenario.agents)})


def _employed_throughout(scenario: Scenario, person: RosterAgent) -> Scenario:
    """Let one person, or everyone hired into a vacancy, be there for the whole period."""
    agents = (
        agent.model_copy(update={"first_day": None, "last_day": None})
        if person.vacancy is None and agent.id == person.agent
        else agent
        for agent in scenario.agents
    )
    vacancies = (
        vacancy.model_copy(update={"first_day": None}) if vacancy.name == person.vacancy else vacancy
        for vacancy in scenario.vacancies
    )
    return scenario.model_copy(update={"agents": tuple(agents), "vacancies": tuple(vacancies)})


def _own_contract(scenario: Scenario, person: RosterAgent, terms: dict[str, object]) -> Scenario:
    """Give one person a contract of their own: the same but for some terms."""
    name = person.vacancy or person.agent
    held = {agent.id: agent.contract for agent in scenario.agents}
    held |= {vacancy.name: vacancy.contract for vacancy in scenario.vacancies}
    old = scenario.contract(held[name])
    own: Contract = old.model_copy(update={"name": f"{old.name} ({name})", **terms})

    def moved(one: Agent | Vacancy, ident: str) -> Agent | Vacancy:
        return one.model_copy(update={"contract": own.name}) if ident == name else one

    rules = (
        rule.model_copy(update={"contracts": (*rule.contracts, own.name)})
        if old.name in rule.contracts
        else rule
        for rule in scenario.rules
    )
    pay = {
        name: tuple(
            one.model_copy(update={"contracts": (*one.contracts, own.name)})
            if old.name in one.contracts
            else one
            for one in getattr(scenario.pay, name)
        )
        for name in ("bands", "overtime", "on_costs")
    }
    return scenario.model_copy(
        update={
            "pay": scenario.pay.model_copy(update=pay),
            "contracts": (*scenario.contracts, own),
            "agents": tuple(moved(agent, agent.id) for agent in scenario.agents),
            "vacancies": tuple(moved(vacancy, vacancy.name) for vacancy in scenario.vacancies),
            "rules": tuple(rules),
        }
    )
