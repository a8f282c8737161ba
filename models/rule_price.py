"""What rules, people and wishes cost: each re-solved, with a proven range."""

from dataclasses import dataclass
from typing import Literal

from models.plan import Status
from models.text import Language, Text

#: What is priced: a rule as it is, a step of it, a person, a person's own condition, a wish.
PricedGroup = Literal["rule", "step", "person", "condition", "request"]
#: ``priced``: there is a range.  ``impossible``: no legal plan without (or with) it.
#: ``not_done``: no time was left.
PriceFinding = Literal["priced", "impossible", "not_done"]


@dataclass(frozen=True)
class RulePrice:
    """What one thing costs; money in minor units per average month.

    Parameters
    ----------
    key
        Stable name, as ``--only`` takes it.
    group
        See :data:`PricedGroup`.
    what
        The rule, person or wish.
    change
        What was done otherwise to price it.
    finding
        See :data:`PriceFinding`.
    at_least_minor, at_most_minor
        Proven range of what having it costs: the difference between the cheapest possible
        plans with and without it.  ``None`` unless priced.
    found_minor
        The same between the plans found.
    people
        People of the plan with it less those of the plan without, as found.
    understaffed_hours
        The same for hours short a month.
    """

    key: str
    group: PricedGroup
    what: Text
    change: Text
    finding: PriceFinding
    at_least_minor: int | None = None
    at_most_minor: int | None = None
    found_minor: int | None = None
    people: int | None = None
    understaffed_hours: float | None = None

    @property
    def width_minor(self) -> int:
        """How far apart the ends of the range lie; 0 where there is none."""
        if self.at_least_minor is None or self.at_most_minor is None:
            return 0
        return self.at_most_minor - self.at_least_minor

    @property
    def is_exact(self) -> bool:
        """Whether the range is one amount, but for rounding to minor units."""
        return self.at_least_minor is not None and self.width_minor <= 1

    @property
    def is_wide(self) -> bool:
        """Whether the range says little: it is wider than the amount found is large."""
        return not self.is_exact and self.width_minor > abs(self.found_minor or 0)


@dataclass(frozen=True)
class PriceList:
    """Prices of a scenario's rules, the dearest first, and the plan they are measured from.

    ``objective_minor`` and ``bound_minor`` are the cost of the plan as it is (pay, shortfalls
    and wishes) and its proven lower bound, per average month; ``None`` of ``prices`` is
    known where the scenario itself has no legal plan.
    """

    scenario: str
    language: Language
    currency: str
    days: int
    status: Status
    objective_minor: int
    bound_minor: int
    prices: tuple[RulePrice, ...]
    is_interrupted: bool = False
