"""Which lines of law a way out would break."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from models.rule import Rule
from models.scenario import Scenario
from models.text import Text
from models.tour import RosterAgent
from planner.packs.asked import LawRule, law_rules
from planner.packs.compare import keeps
from planner.rules.bound import binds


@dataclass(frozen=True)
class LawKept:
    """What the law asks of a scenario's people, to hold changed scenarios against.

    Parameters
    ----------
    asked
        Rules of its packs, with the lines they come from.
    contracts
        Everybody's contract: a way out may give somebody one of their own, which the law binds alike.
    """

    asked: tuple[LawRule, ...]
    contracts: Mapping[str, str]

    def broken_in(self, changed: Scenario) -> tuple[Text, ...]:
        """Articles that somebody's rules in a changed scenario no longer keep; empty where it is lawful.

        A rule of the scenario's own that was stricter than the law may be eased as far as the law.
        """
        people = tuple(self._people(changed))
        broken = [
            law.line.article
            for law in self.asked
            if any(binds(law.rule, one) and not _kept(law, one, changed) for one in people)
        ]
        return tuple(dict.fromkeys(broken))

    def _people(self, scenario: Scenario) -> Iterator[RosterAgent]:
        for agent in scenario.agents:
            yield RosterAgent(agent.id, agent.id, self.contracts.get(agent.id, agent.contract))
        for one in scenario.vacancies:
            yield RosterAgent(
                one.name, one.name, self.contracts.get(one.name, one.contract), vacancy=one.name
            )


def law_kept(scenario: Scenario) -> LawKept:
    """Read what the packs of a scenario ask.

    Hours of the norm are known only to the calendar: such a rule is the one the packs have put
    among those of the scenario, found by its article.
    """
    asked: list[LawRule] = []
    for law in law_rules(scenario, _unknown_norm):
        if not law.asked.norm:
            asked.append(law)
            continue
        same = (rule for rule in scenario.rules if _article(rule) == _article(law.rule))
        asked += [replace(law, rule=rule) for rule in same]
    held = {agent.id: agent.contract for agent in scenario.agents}
    held |= {vacancy.name: vacancy.contract for vacancy in scenario.vacancies}
    return LawKept(tuple(asked), held)


def _unknown_norm(first: dt.date, last: dt.date, weekly_minutes: int) -> int:
    del first, last, weekly_minutes
    return 0


def _article(rule: Rule) -> tuple[str, str]:
    return rule.kind, rule.source


def _kept(law: LawRule, person: RosterAgent, scenario: Scenario) -> bool:
    """Whether some rule binds a person to at least what the law asks of them."""
    of_law = _for_one(law.rule, person)
    own = [_for_one(rule, person) for rule in scenario.rules if binds(rule, person)]
    asked = replace(law, rule=of_law)
    return any(_same(rule, of_law) or keeps(rule, asked) for rule in own)


def _for_one(rule: Rule, person: RosterAgent) -> Rule:
    only = (person.vacancy or person.agent,)
    return rule.model_copy(update={"agents": only, "contracts": ()})


def _same(one: Rule, other: Rule) -> bool:
    return one.model_copy(update={"source": ""}) == other.model_copy(update={"source": ""})
