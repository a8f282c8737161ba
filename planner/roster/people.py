"""The people a roster is made for: named agents, and vacancies to hire into."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from models.agent import Vacancy
from models.past_shifts import past_shifts
from models.rule import Frame
from models.scenario import Scenario
from models.tariff import Tariff
from models.tour import RosterAgent
from planner.roster.always_kept import always_kept
from planner.roster.automata import pay_automaton, rule_automaton
from planner.rules.bound import tour_rules
from planner.solver.problem import DayAutomaton


@dataclass(frozen=True)
class Crew:
    """People whom nothing distinguishes, or one vacancy.

    ``agents`` are the named people, in order; for a vacancy the one in it is a sample of
    its hires, and ``vacancy`` says how many there may be.
    """

    agents: tuple[RosterAgent, ...]
    automata: tuple[DayAutomaton, ...]
    vacancy: Vacancy | None = None

    @property
    def sample(self) -> RosterAgent:
        """Anyone of them."""
        return self.agents[0]

    @property
    def bounds(self) -> tuple[int, int]:
        """Least and largest number of tours."""
        if self.vacancy is not None:
            return self.vacancy.min_hires, self.vacancy.max_hires
        return len(self.agents), len(self.agents)

    def member(self, number: int) -> RosterAgent:
        """The person who gets tour ``number``."""
        if self.vacancy is None:
            return self.agents[number]
        digits = max(2, len(str(self.vacancy.max_hires)))
        name = f"{self.vacancy.name}-{number + 1:0{digits}d}"
        return RosterAgent(
            name, name, self.vacancy.contract, frozenset(self.vacancy.skills), self.vacancy.name
        )


def make_crews(scenario: Scenario, frame: Frame, tariff: Tariff) -> tuple[Crew, ...]:
    """Gather the people of a scenario into crews; agents alike in everything share one."""
    groups: dict[Hashable, list[RosterAgent]] = defaultdict(list)
    automata: dict[Hashable, tuple[DayAutomaton, ...]] = {}
    for spec in scenario.agents:
        agent = RosterAgent(
            spec.id,
            spec.name or spec.id,
            spec.contract,
            frozenset(spec.skills),
            None,
            past_shifts(frame.horizon, scenario.night, spec.worked_before),
            dict(spec.external_ids),
        )
        own = _automata(scenario, frame, tariff, agent)
        key = (agent.contract, agent.skills, tuple((a.key, a.start()) for a in own), agent.history)
        groups[key].append(agent)
        automata[key] = own
    crews = [Crew(tuple(members), automata[key]) for key, members in groups.items()]
    for vacancy in scenario.vacancies:
        if vacancy.max_hires > 0:
            hire = RosterAgent(
                vacancy.name, vacancy.name, vacancy.contract, frozenset(vacancy.skills), vacancy.name
            )
            crews.append(Crew((hire,), _automata(scenario, frame, tariff, hire), vacancy))
    return tuple(crews)


def _automata(
    scenario: Scenario, frame: Frame, tariff: Tariff, agent: RosterAgent
) -> tuple[DayAutomaton, ...]:
    spec = next((one for one in scenario.agents if one.id == agent.agent), None)
    own: list[DayAutomaton] = [*always_kept(scenario, frame.horizon, agent)]
    own += [rule_automaton(rule, frame, agent.history) for rule in tour_rules(scenario, agent, spec)]
    own += [
        pay_automaton(agent.contract, number, cost, frame, agent.history)
        for number, cost in enumerate(tariff.tour_costs(agent.contract))
    ]
    return tuple(own)
