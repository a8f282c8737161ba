"""A scenario that differs from another in one thing."""

from dataclasses import dataclass
from typing import Literal

from models.rule_price import PricedGroup
from models.scenario import Scenario
from models.text import Text

#: How the cheapest cost of a changed scenario lies to that of the scenario as it is.
#: ``looser``: never above, every plan stays legal and costs no more.  ``tighter``: never
#: below, every plan of it is one of the scenario as it is.  ``other``: either.
Relation = Literal["looser", "tighter", "other"]


@dataclass(frozen=True)
class Change:
    """A changed scenario, and how its cost lies to that of the scenario as it is.

    With ``same_roster`` the roster of the plan as it is may be priced in it as well: what is
    required, and of whom, is the same.
    """

    scenario: Scenario
    relation: Relation
    same_roster: bool = False


@dataclass(frozen=True)
class Variant:
    """One thing to be priced.

    Parameters
    ----------
    key, group, what, text
        As told: name, kind, the thing, and what is done otherwise.
    without
        The scenario without it; ``None`` where that is the scenario as it is.
    having
        The scenario with it; ``None`` where that is the scenario as it is.
    """

    key: str
    group: PricedGroup
    what: Text
    text: Text
    without: Change | None = None
    having: Change | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """The scenarios to solve."""
        return tuple(one for one in (self.having, self.without) if one is not None)
