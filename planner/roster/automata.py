"""Rules and pay that depend on several days, as the engine's automata over shifts."""

from collections.abc import Hashable
from dataclasses import dataclass

from models.rule import Frame, State, TourRule
from models.shift import Shift
from models.tariff import TourCost
from planner.rules.part_of_period import PartOfPeriod, holds_throughout
from planner.solver.problem import Label

#: Fields of a rule that say whom it binds and why, not what it asks.
_NOT_MEANING = {"agents", "contracts", "source", "valid_from", "valid_to"}


@dataclass(frozen=True)
class ShiftAutomaton:
    """A rule or a pay automaton bound to a frame and to one person's history."""

    key: Hashable
    unit: TourRule | PartOfPeriod | TourCost
    frame: Frame
    history: tuple[Shift, ...]

    def sees_of_break(self, shift: Shift) -> Hashable:
        """What it asks of where in a shift the break lies; ``None`` where nothing."""
        if isinstance(self.unit, TourRule | PartOfPeriod):
            return shift.break_start_minute if self.unit.sees_break_place else None
        return self.unit.sees_of_break(shift)

    def start(self) -> State:
        """State before the period."""
        return self.unit.start(self.frame, self.history)

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Next state and cost; ``None`` where the rule forbids the shift."""
        if label is not None and not isinstance(label, Shift):
            raise TypeError(f"labels are shifts, found {label!r}")
        return self.unit.step(self.frame, state, day, label)

    def finish(self, state: State) -> int | None:
        """Cost of ending the period in a state."""
        return self.unit.finish(self.frame, state)


def rule_automaton(rule: TourRule, frame: Frame, history: tuple[Shift, ...]) -> ShiftAutomaton:
    """Bind a rule; equal rules of different people get equal keys, so the engine shares them."""
    if holds_throughout(rule, frame.horizon):
        return ShiftAutomaton(meaning(rule), rule, frame, history)
    key = meaning(rule), rule.valid_from, rule.valid_to
    return ShiftAutomaton(key, PartOfPeriod(rule), frame, history)


def meaning(rule: TourRule, besides: frozenset[str] = frozenset()) -> str:
    """What a rule asks, whomever it binds: equal texts, equal automata.

    Fields named in ``besides`` are left out too.
    """
    return rule.model_dump_json(exclude={*_NOT_MEANING, *besides})


def pay_automaton(cost: TourCost, frame: Frame, history: tuple[Shift, ...]) -> ShiftAutomaton:
    """Bind pay that depends on several shifts."""
    return ShiftAutomaton(("pay", cost.key), cost, frame, history)
