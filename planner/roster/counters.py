"""Rules that ask for a total over the period, as the engine's counters over shifts."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from models.rule import Frame, State, TotalRule
from models.shift import Shift
from planner.roster.automata import meaning
from planner.rules.part_of_period import holds_throughout
from planner.solver.problem import Label


@dataclass(frozen=True)
class ShiftCounter:
    """A rule about a total, bound to a frame and to what one person worked before.

    Parameters
    ----------
    key
        Equal for rules that count alike, whatever their bounds.
    rule, frame
        What counts, and where.
    memory
        What is remembered before the period.
    lower, upper
        Bounds of the total, in units.
    unit
        Amounts are divided by it.
    """

    key: Hashable
    rule: TotalRule
    frame: Frame
    memory: State
    lower: int
    upper: int
    unit: int = 1

    def start(self) -> State:
        """What is remembered before the period."""
        return self.memory

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int]:
        """What is remembered after a shift, and the amount it counts."""
        if label is not None and not isinstance(label, Shift):
            raise TypeError(f"labels are shifts, found {label!r}")
        memory, amount = self.rule.count(self.frame, state, day, label)
        return memory, amount // self.unit

    def in_units(self, unit: int) -> "ShiftCounter":
        """Count in units that divide every amount; bounds are rounded inwards."""
        return replace(self, lower=-(-self.lower // unit), upper=self.upper // unit, unit=unit)


def rule_counter(rule: TotalRule, frame: Frame, history: tuple[Shift, ...]) -> ShiftCounter | None:
    """Bind a rule; ``None`` where only its automaton says what it asks."""
    if not holds_throughout(rule, frame.horizon):
        return None
    bounds = rule.bounds(frame, history)
    if bounds is None:
        return None
    key = ("total", meaning(rule, rule.bound_fields))
    return ShiftCounter(key, rule, frame, rule.memory(frame, history), *bounds)


def joined(counters: Iterable[ShiftCounter]) -> tuple[ShiftCounter, ...]:
    """Make one counter of those that count the same: a maximum for all, a minimum of a contract."""
    alike: dict[Hashable, ShiftCounter] = {}
    for one in counters:
        known = alike.setdefault((one.key, one.memory), one)
        lower, upper = max(known.lower, one.lower), min(known.upper, one.upper)
        alike[one.key, one.memory] = replace(known, lower=lower, upper=upper)
    return tuple(alike.values())
