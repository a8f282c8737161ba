"""A published plan mended after changes: which shifts change, and what more changes would save."""

from dataclasses import dataclass
from fractions import Fraction

from models.shift import Shift


@dataclass(frozen=True)
class ShiftChange:
    """One person's day that is not as published.

    Parameters
    ----------
    agent, name
        Whose day.
    day
        Day of the period.
    before, after
        What was published and what stands there now; ``None`` is a day off.
    is_forced
        The published shift cannot be worked any more, whatever is planned.
    in_notice
        The day lies within the notice period.
    """

    agent: str
    name: str
    day: int
    before: Shift | None
    after: Shift | None
    is_forced: bool
    in_notice: bool


@dataclass(frozen=True)
class FrontierPoint:
    """The least cost with at most so many changes beyond the forced ones.

    Parameters
    ----------
    most_changes
        At most so many.
    changes
        Changes of the plan found; ``None`` where none was found that keeps to the number.
    objective_minor
        Its pay and priced shortfalls, minor units of the period.
    bound_minor
        No plan with so few changes costs less.
    holes
        People missing in the plan found, interval by interval, beyond those missed as published.
    """

    most_changes: int
    changes: int | None
    objective_minor: int | None
    bound_minor: int
    holes: int | Fraction | None

    @property
    def is_proven(self) -> bool:
        """Whether no plan with so few changes is cheaper than the one found."""
        return self.objective_minor is not None and self.objective_minor <= self.bound_minor


@dataclass(frozen=True)
class Fewest:
    """What the fewest changes are, and how far that is proven.

    Parameters
    ----------
    holes
        People missing, interval by interval, beyond those missed as published: nobody can
        be found for these.
    in_notice, changes
        Changes within the notice period, and in all, beyond the forced ones.
    is_proven
        Whether no plan leaves fewer holes, none that leaves no more changes fewer shifts
        within the notice period, and none such fewer in all.
    at_least
        No plan that leaves no more holes, and changes no more within the notice period,
        changes fewer shifts than this.
    """

    holes: int | Fraction
    in_notice: int
    changes: int
    is_proven: bool
    at_least: int


@dataclass(frozen=True)
class Replanning:
    """What changes, why so much, and what more or fewer changes would cost; minor units of the period.

    ``as_published_minor`` is what the plan cost before the changes, ``objective_minor`` what the
    new one does, both without what hiring cost; ``fewest`` is ``None`` where changes were chosen by price.
    """

    changes: tuple[ShiftChange, ...]
    as_published_minor: int
    objective_minor: int
    fewest: Fewest | None
    frontier: tuple[FrontierPoint, ...]
    is_interrupted: bool = False
