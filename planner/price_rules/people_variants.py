"""The scenario without a person, or with one hire fewer or more."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from models.agent import Agent, Vacancy
from models.rule import Rule
from models.scenario import Scenario
from models.text import Text
from planner.price_rules.variant import Change, Variant

_WITHOUT = Text(en="without the person", ru="без этого человека")
_FEWER = Text(en="at most {number} hired", ru="нанять не больше {number}")
_MORE = Text(en="up to {number} may be hired", ru="можно нанять до {number}")


def people_variants(scenario: Scenario, hired: Mapping[str, int]) -> Iterator[Variant]:
    """Leave out each named person, people alike in everything only once; then one hire.

    Parameters
    ----------
    scenario
        As it is.
    hired
        People the plan hires, per vacancy.
    """
    alike: dict[str, list[Agent]] = {}
    for agent in scenario.agents:
        alike.setdefault(_likeness(scenario, agent), []).append(agent)
    for group in alike.values():
        agent = group[0]
        name = agent.name or agent.id
        others = len(group) - 1
        what = Text(
            en=f"{name} (and {others} more alike, each)" if others else name,
            ru=f"{name} (и ещё {others} с теми же условиями, каждый)" if others else name,
        )
        yield Variant(
            f"agent:{agent.id}",
            "person",
            what,
            _WITHOUT,
            without=Change(without_agent(scenario, agent.id), "other"),
        )
    for vacancy in scenario.vacancies:
        yield from _hires(scenario, vacancy, hired.get(vacancy.name, 0))


def without_agent(scenario: Scenario, agent: str) -> Scenario:
    """The scenario without one person, and without rules that bind nobody else."""
    agents = tuple(one for one in scenario.agents if one.id != agent)
    rules = tuple(kept for rule in scenario.rules if (kept := _unbound(rule, agent)) is not None)
    return scenario.model_copy(update={"agents": agents, "rules": rules})


def _unbound(rule: Rule, agent: str) -> Rule | None:
    """The rule without the person; one that names nobody any more would bind everybody."""
    if agent not in rule.agents:
        return rule
    others = tuple(one for one in rule.agents if one != agent)
    if not others and not rule.contracts:
        return None
    try:
        return type(rule).model_validate({**rule.model_dump(), "agents": others})
    except ValidationError:  # a rule about two people together asks nothing of one
        return None


def _hires(scenario: Scenario, vacancy: Vacancy, hired: int) -> Iterator[Variant]:
    what = Text(en=f"A hire: {vacancy.name}", ru=f"Нанятый: {vacancy.name}")
    if hired > vacancy.min_hires:
        change = Change(_with_hires(scenario, vacancy, hired - 1), "tighter")
        text = _numbered(_FEWER, hired - 1)
        yield Variant(f"hire:{vacancy.name}:fewer", "person", what, text, having=change)
    if hired == vacancy.max_hires:
        change = Change(_with_hires(scenario, vacancy, hired + 1), "looser")
        text = _numbered(_MORE, hired + 1)
        yield Variant(f"hire:{vacancy.name}:more", "person", what, text, without=change)


def _with_hires(scenario: Scenario, vacancy: Vacancy, most: int) -> Scenario:
    own = vacancy.model_copy(update={"max_hires": most})
    vacancies = tuple(own if one is vacancy else one for one in scenario.vacancies)
    return scenario.model_copy(update={"vacancies": vacancies})


def _likeness(scenario: Scenario, agent: Agent) -> str:
    """What a person brings; a name of their own where a rule names them."""
    named = agent.id if any(agent.id in rule.agents for rule in scenario.rules) else ""
    return named + agent.model_dump_json(exclude={"id", "name", "external_ids"})


def _numbered(template: Text, number: int) -> Text:
    return Text(en=template.en.format(number=number), ru=template.ru.format(number=number))
