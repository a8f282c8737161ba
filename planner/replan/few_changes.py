"""At most so many changed days of one person, as an automaton."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from models.rule import State
from models.shift import Shift
from planner.replan.one_by_one import OneByOne
from planner.replan.settled_days import same_shift
from planner.solver.problem import Label, TourProblem


@dataclass(frozen=True)
class FewChanges:
    """Tours that differ from what was published on few days; the state is on how many so far.

    Parameters
    ----------
    person
        Whose days they are.
    published
        Days that count, and what was published for them.
    most
        On so many of them another shift, or day off, may stand.
    """

    person: str
    published: Mapping[int, Shift | None]
    most: int

    @property
    def key(self) -> Hashable:
        """Identity of the automaton."""
        return ("few changes", self.person, self.most)

    def start(self) -> State:
        """Nothing has changed yet."""
        return 0

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Count a changed day; forbid one too many."""
        shift = label if isinstance(label, Shift) else None
        changed = cast("int", state)
        if day in self.published and not same_shift(shift, self.published[day]):
            changed += 1
        return None if changed > self.most else (changed, 0)

    def finish(self, state: State) -> int | None:
        """End anywhere."""
        del state
        return 0


def each_changes_few(problem: TourProblem, told: OneByOne, most: int) -> TourProblem:
    """Let nobody's tour have more than so many changed days: few tours are left to each.

    Parameters
    ----------
    problem
        With one profile per person.
    told
        Who published what, and which days count.
    most
        Changed days of one person.
    """
    profiles = []
    for profile, person in zip(problem.profiles, told.people, strict=True):
        own = told.published[person]
        counted = {day: own[day] for who, day in told.open_cells if who == person}
        few = FewChanges(person, counted, most)
        profiles.append(replace(profile, automata=(*profile.automata, few)))
    return replace(problem, profiles=tuple(profiles))
