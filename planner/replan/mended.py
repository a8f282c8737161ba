"""A roster that a search came to, and what counts in it."""

from dataclasses import dataclass
from fractions import Fraction

from models.roster_answer import RosterAnswer
from planner.replan.changed_world import Cell


@dataclass(frozen=True)
class Mended:
    """A roster and what it comes to.

    Parameters
    ----------
    answer
        As the roster stage gives it; its objective is pay and priced shortfalls alone.
    changed
        Days that are not as published and could have been.
    holes
        People missing, interval by interval, beyond those missed as published.
    hole_intervals
        Where they are missing.
    """

    answer: RosterAnswer
    changed: frozenset[Cell]
    holes: int | Fraction
    hole_intervals: frozenset[int]

    @property
    def objective_minor(self) -> int:
        """Pay and priced shortfalls."""
        return self.answer.proof.objective_minor


@dataclass(frozen=True)
class Weights:
    """What a person missing in an interval counts, a change, and one within the notice period."""

    hole: int
    change: int
    in_notice: int

    def of(self, holes: int | Fraction, in_notice: int, changes: int) -> int:
        """Weigh a roster; ``changes`` are those in all."""
        # a part of a person is one of those the weight was multiplied with
        return int(self.hole * holes) + self.in_notice * in_notice + self.change * (changes - in_notice)
