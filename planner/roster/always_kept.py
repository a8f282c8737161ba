"""What every tour keeps whatever the rules say: nobody is in two places, or outside the contract."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import cast

from models.horizon import Horizon
from models.rule import State
from models.scenario import Scenario
from models.shift import Shift
from models.tour import RosterAgent
from planner.solver.problem import DayAutomaton, Label


@dataclass(frozen=True)
class AllowedPatterns:
    """The patterns a contract may work, as an automaton without memory."""

    patterns: frozenset[str]

    @property
    def key(self) -> Hashable:
        """Identity of the automaton."""
        return ("patterns", tuple(sorted(self.patterns)))

    def start(self) -> State:
        """The only state."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Forbid shifts of other patterns on any day."""
        del day
        if isinstance(label, Shift) and label.pattern not in self.patterns:
            return None
        return state, 0

    def finish(self, state: State) -> int | None:
        """End anywhere."""
        del state
        return 0


@dataclass(frozen=True)
class OneShiftAtATime:
    """A shift begins when the one before has ended; the state is that end, while it is ahead."""

    horizon: Horizon
    history: tuple[Shift, ...]

    @property
    def key(self) -> Hashable:
        """Identity of the automaton."""
        return "one shift at a time"

    def start(self) -> State:
        """How far the last shifts before the period reach into it."""
        return max((0, *(shift.end_minute for shift in self.history)))

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Forbid a shift that begins too early."""
        busy_until = cast("int", state)
        if isinstance(label, Shift):
            if label.start_minute < busy_until:
                return None
            busy_until = label.end_minute
        return max(busy_until, self.horizon.day_start(day + 1)), 0

    def finish(self, state: State) -> int | None:
        """End anywhere."""
        del state
        return 0


def always_kept(scenario: Scenario, horizon: Horizon, agent: RosterAgent) -> tuple[DayAutomaton, ...]:
    """Automata of one person that no rule of the scenario has to ask for."""
    alone = OneShiftAtATime(horizon, agent.history)
    allowed = scenario.contract(agent.contract).shift_patterns
    return (alone, AllowedPatterns(frozenset(allowed))) if allowed else (alone,)
