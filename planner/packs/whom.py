"""The people of a scenario a line of law binds, as the selectors of a rule."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator

from models.agent import Agent
from models.law_line import Whom
from models.scenario import Scenario

#: Ids of agents, names of vacancies and names of contracts; all empty binds everyone.
Bound = tuple[tuple[str, ...], tuple[str, ...]]
EVERYONE: Bound = ((), ())


def bound_by(whom: Whom, scenario: Scenario) -> Bound | None:
    """Agents and contracts a line binds; ``None`` where it binds nobody.

    Nobody knows the age or the wishes of people yet to be hired: they count as adults who
    have agreed to nothing beyond the ordinary.
    """
    if whom == "everyone":
        return EVERYONE
    if whom in ("with_overtime", "without_overtime"):
        allowed = whom == "with_overtime"
        return _some_contracts(scenario, allowed)
    holds = _FACTS[whom]
    first = scenario.period.first_date
    agents = tuple(agent.id for agent in scenario.agents if holds(agent, first))
    hires = tuple(vacancy.name for vacancy in scenario.vacancies) if whom in _HIRES_TOO else ()
    if len(agents) == len(scenario.agents) and len(hires) == len(scenario.vacancies):
        return EVERYONE
    return ((*agents, *hires), ()) if agents or hires else None


def by_fact(scenario: Scenario, bound: Bound, fact: Callable[[Agent], int]) -> Iterator[tuple[Bound, int]]:
    """Split people by a number known of each; of people yet to be hired it is 0."""
    groups: dict[int, list[str]] = defaultdict(list)
    for agent in scenario.agents:
        if bound == EVERYONE or agent.id in bound[0] or agent.contract in bound[1]:
            groups[fact(agent)].append(agent.id)
    if set(groups) <= {0}:
        yield bound, 0
        return
    for vacancy in scenario.vacancies:
        if bound == EVERYONE or vacancy.name in bound[0] or vacancy.contract in bound[1]:
            groups[0].append(vacancy.name)
    for number, people in sorted(groups.items()):
        yield (tuple(people), ()), number


def age_on(birth_date: dt.date, date: dt.date) -> int:
    """Full years on a date; who is born on 29 February is a year older on 1 March."""
    return date.year - birth_date.year - ((date.month, date.day) < (birth_date.month, birth_date.day))


def _some_contracts(scenario: Scenario, overtime_allowed: bool) -> Bound | None:
    names = tuple(own.name for own in scenario.contracts if own.overtime_allowed == overtime_allowed)
    if len(names) == len(scenario.contracts):
        return EVERYONE
    return ((), names) if names else None


def _younger_than(years: int) -> Callable[[Agent, dt.date], bool]:
    return lambda agent, first: agent.birth_date is not None and age_on(agent.birth_date, first) < years


def _is_16_or_17(agent: Agent, first: dt.date) -> bool:
    return agent.birth_date is not None and 16 <= age_on(agent.birth_date, first) < 18


_FACTS: dict[Whom, Callable[[Agent, dt.date], bool]] = {
    "adults": lambda agent, first: not _younger_than(18)(agent, first),
    "under_15": _younger_than(15),
    "under_16": _younger_than(16),
    "under_18": _younger_than(18),
    "aged_16_or_17": _is_16_or_17,
    "barred_from_nights": lambda agent, _: agent.night_work == "barred",
    "nights_without_consent": lambda agent, _: agent.night_work == "consent_missing",
    "barred_from_overtime": lambda agent, _: agent.overtime_work == "barred",
    "overtime_without_consent": lambda agent, _: agent.overtime_work == "consent_missing",
    "barred_from_holidays": lambda agent, _: agent.holiday_work == "barred",
    "holidays_without_consent": lambda agent, _: agent.holiday_work == "consent_missing",
    "not_opted_out": lambda agent, _: not agent.opt_out,
    "opted_out": lambda agent, _: agent.opt_out,
}
_HIRES_TOO: frozenset[Whom] = frozenset({"adults", "not_opted_out"})
