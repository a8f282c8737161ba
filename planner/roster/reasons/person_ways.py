"""Ways out for one person without a legal tour, as scenarios and sentences."""

from collections.abc import Callable
from dataclasses import dataclass

from models.scenario import Scenario
from models.text import Text
from models.tour import RosterAgent
from planner.roster.reasons.applied import applied
from planner.roster.reasons.eased import change_texts, changed
from planner.roster.reasons.loosening import ways_out
from planner.roster.reasons.stuck import Stuck


@dataclass(frozen=True)
class Way:
    """One way out: whom it concerns, what is done otherwise, and the scenario in which it is done."""

    agents: tuple[str, ...]
    text: Text
    scenario: Scenario


def ways_for(scenario: Scenario, stuck: Stuck, keep_going: Callable[[], bool]) -> tuple[Way, ...]:
    """The least changes after which people have a legal tour; each was checked on the networks."""
    conditions = stuck.conditions
    ways = []
    for eased in ways_out(stuck.legal, conditions, stuck.sample.history, stuck.found[0], keep_going):
        other, texts = scenario, list[Text]()
        for number in changed(eased, conditions):
            texts += change_texts(conditions[number], eased[number])
            step = eased[number].step
            left = eased[number].kept if step is None else (step,)
            for person in stuck.people:
                other = applied(other, person, conditions[number], left)
        ways.append(Way(tuple(one.agent for one in stuck.people), _sentence(stuck.people, texts), other))
    # other steps on the way may have led to the same
    return tuple({way.text: way for way in ways}.values())


def without(scenario: Scenario, people: tuple[RosterAgent, ...]) -> Scenario:
    """The scenario without some people, or with nobody hired into their vacancies."""
    names = {person.vacancy or person.agent for person in people}
    return scenario.model_copy(
        update={
            "agents": tuple(agent for agent in scenario.agents if agent.id not in names),
            "vacancies": tuple(one for one in scenario.vacancies if one.name not in names),
        }
    )


def named(people: tuple[RosterAgent, ...]) -> str:
    """Names of people as a list."""
    return ", ".join(person.name for person in people)


def _sentence(people: tuple[RosterAgent, ...], texts: list[Text]) -> Text:
    who = named(people)
    return Text(
        en=f"{who}: {'; '.join(text.en for text in texts)}",
        ru=f"{who}: {'; '.join(text.ru for text in texts)}",
    )
