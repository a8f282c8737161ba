"""What one person's tour must keep, each condition by itself."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from models.clock import WEEKDAYS
from models.rule import Frame, State, TourRule
from models.scenario import Scenario
from models.shift import Shift
from models.text import Text
from models.tour import RosterAgent
from planner.roster.always_kept import AllowedPatterns
from planner.roster.candidate_shifts import candidate_shifts, shifts_of_day
from planner.rules.bound import employment_rules, tour_rules
from planner.solver.problem import DayAutomaton, Label

Part = TourRule | DayAutomaton
#: Where a condition stands in the scenario.
Origin = Literal["scenario", "contract", "own", "patterns", "offered"]
#: Per day the shifts as rules see them, the place of breaks left out unless one asks for it.
Labels = tuple[tuple[Shift, ...], ...]


@dataclass(frozen=True)
class Condition:
    """One rule, settled day or limit; its parts can be told apart, as the days of a leave."""

    origin: Origin
    kind: str
    text: Text
    parts: tuple[Part, ...]
    rule: TourRule | None = None


@dataclass(frozen=True)
class OfferedShifts:
    """Only shifts that opening hours and the weekdays of patterns offer, as an automaton."""

    shifts: frozenset[Shift]
    key: Hashable = "offered shifts"

    def start(self) -> State:
        """The only state."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Forbid what is not offered."""
        del day
        return (state, 0) if label is None or label in self.shifts else None

    def finish(self, state: State) -> int | None:
        """End anywhere."""
        del state
        return 0


def conditions_of(scenario: Scenario, frame: Frame, agent: RosterAgent) -> tuple[Condition, ...]:
    """Everything that may stand in the way of a tour; wishes never do."""
    spec = next((one for one in scenario.agents if one.id == agent.agent), None)
    listed = {id(rule) for rule in scenario.rules}
    found = []
    common = [rule for rule in tour_rules(scenario, agent, None) if id(rule) in listed]
    employment = employment_rules(scenario, agent)
    of_contract = [
        rule
        for rule in tour_rules(scenario, agent, None)
        if id(rule) not in listed and rule not in employment
    ]
    own = tour_rules(scenario, agent, spec)[len(common) + len(of_contract) :]
    origins: tuple[tuple[Origin, list[TourRule]], ...] = (
        ("scenario", common),
        ("contract", of_contract),
        ("own", list(own)),
    )
    for origin, rules in origins:
        found += [
            Condition(origin, rule.kind, rule.explain(), rule.parts(frame), rule)
            for rule in rules
            if not rule.never_forbids
        ]
    allowed = scenario.contract(agent.contract).shift_patterns
    if allowed:
        names = ", ".join(allowed)
        text = Text(
            en=f"The contract {agent.contract} allows only these shifts: {names}.",
            ru=f"Договор {agent.contract} допускает только смены: {names}.",
        )
        found.append(Condition("patterns", "shift_patterns", text, (AllowedPatterns(frozenset(allowed)),)))
    offered = frozenset(_as_seen(scenario, candidate_shifts(scenario, frame.open_intervals)))
    if any(shift not in offered for day in every_shift(scenario) for shift in day):
        text = Text(
            en="Shifts are worked only on the weekdays of their patterns and while the desk is open.",
            ru="Смены возможны только в дни недели своих шаблонов и в часы работы службы.",
        )
        found.append(Condition("offered", "offered_shifts", text, (OfferedShifts(offered),)))
    return tuple(found)


def every_shift(scenario: Scenario) -> Labels:
    """Every pattern on every day, whatever its weekdays and the opening hours."""
    patterns = tuple(one.model_copy(update={"weekdays": WEEKDAYS}) for one in scenario.shift_patterns)
    everywhere, horizon = scenario.model_copy(update={"shift_patterns": patterns}), scenario.horizon
    return tuple(
        tuple(dict.fromkeys(_as_seen(scenario, shifts_of_day(everywhere, horizon, day))))
        for day in range(horizon.days)
    )


def _as_seen(scenario: Scenario, shifts: Iterable[Shift]) -> Iterator[Shift]:
    """Shifts as the rules see them: where a break lies only if one of them asks."""
    asked = any(isinstance(rule, TourRule) and rule.sees_break_place for rule in scenario.rules)
    return (shift if asked else shift.without_break_place() for shift in shifts)
