"""The people a roster is made for: named agents, and vacancies to hire into."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from models.agent import Agent, Vacancy
from models.past_shifts import past_shifts
from models.productivity import team_productivity
from models.rule import Frame, TotalRule
from models.scenario import Scenario
from models.tariff import Tariff
from models.tour import RosterAgent
from planner.roster.always_kept import always_kept
from planner.roster.automata import pay_automaton, rule_automaton
from planner.roster.counters import ShiftCounter, joined, rule_counter
from planner.rules.bound import listed_coverage_rules, tour_rules
from planner.solver.problem import DayAutomaton


@dataclass(frozen=True)
class Crew:
    """People whom nothing distinguishes, or one vacancy.

    ``agents`` are the named people, in order; for a vacancy the one in it is a sample of
    its hires, and ``vacancy`` says how many there may be.  Their tours are those all
    ``automata`` accept and all ``counters`` find within bounds.  ``limits`` are numbers of hires
    a part of the search keeps to.
    """

    agents: tuple[RosterAgent, ...]
    automata: tuple[DayAutomaton, ...]
    vacancy: Vacancy | None = None
    counters: tuple[ShiftCounter, ...] = ()
    limits: tuple[int, int] | None = None

    @property
    def sample(self) -> RosterAgent:
        """Anyone of them."""
        return self.agents[0]

    @property
    def bounds(self) -> tuple[int, int]:
        """Least and largest number of tours."""
        if self.limits is not None:
            return self.limits
        if self.vacancy is not None:
            return self.vacancy.min_hires, self.vacancy.max_hires
        return len(self.agents), len(self.agents)

    def member(self, number: int) -> RosterAgent:
        """The person who gets tour ``number``."""
        if self.vacancy is None:
            return self.agents[number]
        digits = max(2, len(str(self.vacancy.max_hires)))
        name = f"{self.vacancy.name}-{number + 1:0{digits}d}"
        return _hire(self.vacancy, name)


def make_crews(scenario: Scenario, frame: Frame, tariff: Tariff) -> tuple[Crew, ...]:
    """Gather the people of a scenario into crews; agents alike in everything share one."""
    groups: dict[Hashable, list[RosterAgent]] = defaultdict(list)
    tours: dict[Hashable, _LegalTours] = {}
    told_apart = told_apart_by_rules(scenario, frame)
    team = team_productivity(scenario)
    for spec in scenario.agents:
        agent = RosterAgent(
            spec.id,
            spec.name or spec.id,
            spec.contract,
            frozenset(spec.skills),
            None,
            past_shifts(frame.horizon, scenario.night, spec.worked_before),
            dict(spec.external_ids),
            spec.grade,
        )
        own = _legal_tours(scenario, frame, tariff, agent, spec)
        paid = tariff.trade_key(agent), tariff.head_cost_minor(agent)
        named = agent.agent if agent.agent in told_apart else None
        does = team.of(agent)
        key = (agent.contract, agent.skills, agent.grade, does, named, paid, own.key, agent.history)
        groups[key].append(agent)
        tours[key] = own
    crews = [
        Crew(tuple(members), tours[key].automata, counters=tours[key].counters)
        for key, members in groups.items()
    ]
    for vacancy in scenario.vacancies:
        if vacancy.max_hires > 0:
            hire = _hire(vacancy, vacancy.name)
            own = _legal_tours(scenario, frame, tariff, hire, None)
            crews.append(Crew((hire,), own.automata, vacancy, own.counters))
    return tuple(crews)


def told_apart_by_rules(scenario: Scenario, frame: Frame) -> frozenset[str]:
    """Agents and vacancies that rules about several people name."""
    rules = listed_coverage_rules(scenario)
    return frozenset().union(*(rule.tells_apart(frame) for rule in rules))


def _hire(vacancy: Vacancy, name: str) -> RosterAgent:
    return RosterAgent(
        name, name, vacancy.contract, frozenset(vacancy.skills), vacancy.name, grade=vacancy.grade
    )


@dataclass(frozen=True)
class _LegalTours:
    """What says which tours of one person are legal, and what they cost."""

    automata: tuple[DayAutomaton, ...]
    counters: tuple[ShiftCounter, ...]

    @property
    def key(self) -> Hashable:
        """Equal for people with the same legal tours."""
        return (
            tuple((one.key, one.start()) for one in self.automata),
            tuple((one.key, one.start(), one.lower, one.upper) for one in self.counters),
        )


def _legal_tours(
    scenario: Scenario, frame: Frame, tariff: Tariff, agent: RosterAgent, spec: Agent | None
) -> _LegalTours:
    automata: list[DayAutomaton] = [*always_kept(scenario, frame.horizon, agent)]
    counters: list[ShiftCounter] = []
    for rule in tour_rules(scenario, agent, spec):
        counter = rule_counter(rule, frame, agent.history) if isinstance(rule, TotalRule) else None
        if counter is not None:
            counters.append(counter)
        else:
            automata.append(rule_automaton(rule, frame, agent.history))
    automata += [pay_automaton(cost, frame, agent.history) for cost in tariff.tour_costs(agent)]
    return _LegalTours(tuple(automata), joined(counters))
