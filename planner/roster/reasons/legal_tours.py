"""Whether some of a person's conditions have a legal tour together, asked of the engine's networks."""

import random
from collections.abc import Callable, Hashable, Iterable

import numpy as np

from models.rule import Frame, TourRule
from models.scenario import Scenario
from models.shift import Shift
from planner.roster.always_kept import OneShiftAtATime
from planner.roster.automata import rule_automaton
from planner.roster.reasons.condition import Part, every_shift
from planner.roster.reasons.remembered import DayByDay, Remembered
from planner.rules.part_of_period import holds_throughout
from planner.solver.layers import FORBIDDEN, Layers
from planner.solver.network import build_networks
from planner.solver.problem import DayAutomaton, Duty, NoLegalTourError, Profile, TourProblem, Trade

#: Per day the number of a label, ``None`` for a day off.
LabelTour = tuple[int | None, ...]
History = tuple[Shift, ...]
Chooser = Callable[[list[int]], int]

#: Tours walked at random beside the idlest and the busiest one.
_RANDOM_TOURS = 6


class LegalTours:
    """Answers for one scenario and frame; the same question is worked out once.

    Nobody is in two places at once, whatever the conditions.
    """

    def __init__(self, scenario: Scenario, frame: Frame) -> None:
        self._frame = frame
        self._labels = every_shift(scenario)
        self._numbers = tuple(tuple(range(len(own))) for own in self._labels)
        self._duties = tuple(
            Duty(day, label) for day, own in enumerate(self._labels) for label in range(len(own))
        )
        self._known: dict[Hashable, tuple[LabelTour, ...]] = {}
        self._bound: dict[tuple[Part, History], Remembered] = {}
        self._kept: dict[tuple[Hashable, History, LabelTour], bool] = {}
        self._met: dict[History, dict[LabelTour, None]] = {}

    @property
    def frame(self) -> Frame:
        """Horizon and open hours."""
        return self._frame

    def some(self, parts: Iterable[Part], history: History) -> tuple[LabelTour, ...]:
        """A few tours that keep all of the parts; none where no tour does."""
        bound = {self.bound(part, history).key: part for part in parts}
        question = frozenset(bound), history
        if question not in self._known:
            alone = Remembered(OneShiftAtATime(self._frame.horizon, history), self._labels)
            found = self._found((alone, *self._automata(tuple(bound.values()), history)))
            self._known[question] = found
            self._met.setdefault(history, {}).update(dict.fromkeys(found))
        return self._known[question]

    def met(self, history: History) -> tuple[LabelTour, ...]:
        """All tours answered so far to questions about the same history."""
        return tuple(self._met.get(history, ()))

    def kept(self, part: Part, tour: LabelTour, history: History) -> bool:
        """Whether a tour keeps one part."""
        automaton = self.bound(part, history)
        question = automaton.key, history, tour
        if question not in self._kept:
            self._kept[question] = _accepts(automaton, tour)
        return self._kept[question]

    def bound(self, part: Part, history: History) -> Remembered:
        """The automaton of a part, over numbers of labels."""
        if (part, history) not in self._bound:
            own = rule_automaton(part, self._frame, history) if isinstance(part, TourRule) else part
            self._bound[part, history] = Remembered(own, self._labels)
        return self._bound[part, history]

    def same(self, one: Part, other: Part) -> bool:
        """Whether two parts allow the same tours to somebody without history."""
        first, second = (self._network((self.bound(part, ()),)) for part in (one, other))
        if first is None or second is None:
            return first is second
        # minimised networks of the same tours are the same arrays
        return len(first.allowed_ends) == len(second.allowed_ends) and all(
            np.array_equal(a, b) for a, b in zip(first.successors, second.successors, strict=True)
        )

    def _automata(self, parts: tuple[Part, ...], history: History) -> tuple[DayAutomaton, ...]:
        """One automaton per part with a memory, one for all the others."""
        singled = [part for part in parts if self._is_day_by_day(part)]
        others = [self.bound(part, history) for part in parts if part not in singled]
        return (*others, DayByDay(tuple(self.bound(part, history) for part in singled)))

    def _is_day_by_day(self, part: Part) -> bool:
        if not isinstance(part, TourRule):
            # those without a memory begin with nothing
            return part.start() == ()
        # a rule that begins within the period has a memory until then
        return holds_throughout(part, self._frame.horizon) and bool(part.asked_dates(self._frame))

    def _network(self, automata: tuple[DayAutomaton, ...]) -> Layers | None:
        number = len(self._duties)
        nothing = Trade((0,) * number, ((),) * number)
        one = Profile("one", 0, automata, 1, 1)
        problem = TourProblem(len(self._numbers), self._numbers, self._duties, (nothing,), (one,), ())
        try:
            return build_networks(problem)[0]
        except NoLegalTourError:
            return None

    def _found(self, automata: tuple[DayAutomaton, ...]) -> tuple[LabelTour, ...]:
        network = self._network(automata)
        if network is None:
            return ()
        chance = random.Random(0)  # noqa: S311
        walks: list[Chooser] = [lambda columns: columns[0], lambda columns: columns[-1]]
        walks += [chance.choice] * _RANDOM_TOURS
        return tuple(dict.fromkeys(self._walk(network, choose) for choose in walks))

    def _walk(self, network: Layers, choose: Chooser) -> LabelTour:
        """Go through a network, all of whose states reach the end."""
        (state,) = network.starts.values()
        tour: list[int | None] = []
        for table in network.successors:
            columns = [column for column, target in enumerate(table[state]) if target != FORBIDDEN]
            column = choose(columns)
            tour.append(column - 1 if column else None)
            state = int(table[state][column])
        return tuple(tour)


def _accepts(automaton: DayAutomaton, tour: LabelTour) -> bool:
    state = automaton.start()
    for day, label in enumerate(tour):
        step = automaton.step(state, day, label)
        if step is None:
            return False
        state = step[0]
    return automaton.finish(state) is not None
