"""Rules without their prices: what is legal stays legal, and costs nothing."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from models.rule import State
from planner.solver.problem import DayAutomaton, Label, TourProblem, Trade


@dataclass(frozen=True)
class Unpriced:
    """Another automaton with every price 0."""

    asked: DayAutomaton

    @property
    def key(self) -> Hashable:
        """Identity of the automaton."""
        return ("unpriced", self.asked.key)

    def start(self) -> State:
        """State before the period."""
        return self.asked.start()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Next state, free of charge."""
        step = self.asked.step(state, day, label)
        return None if step is None else (step[0], 0)

    def finish(self, state: State) -> int | None:
        """End free of charge."""
        return None if self.asked.finish(state) is None else 0


def unpaid(problem: TourProblem) -> TourProblem:
    """Leave pay and wishes out of a problem; its rows keep their prices."""
    trades = tuple(Trade((0,) * len(trade.costs), trade.covers) for trade in problem.trades)
    profiles = tuple(
        replace(profile, head_cost=0, automata=tuple(Unpriced(one) for one in profile.automata))
        for profile in problem.profiles
    )
    return replace(problem, trades=trades, profiles=profiles)
