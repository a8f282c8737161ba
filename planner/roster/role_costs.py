"""Roles that a larger desk needs, in the engine's terms: a constant, and a charge on each hire.

Their cost steps with the number of people, and the engine knows no steps.  It is told what
the fewest people there can be cost, and for each person more the steepest charge that is
never above the steps.  So its bound stays a bound; what it was not told is added to the cost
of the roster it finds.  Where that leaves a gap, :mod:`planner.roster.headcount_search` goes on by
numbers of people.
"""

from dataclasses import dataclass

from models.tariff import Tariff
from planner.roster.people import Crew


@dataclass(frozen=True)
class RoleCosts:
    """Cost of the roles for every number of people a roster may have (minor units).

    Parameters
    ----------
    fewest
        Fewest people.
    by_headcount
        Cost with so many, one more, and so on.
    """

    fewest: int = 0
    by_headcount: tuple[int, ...] = (0,)

    @property
    def per_person(self) -> int:
        """Charge on each person above the fewest: never above the steps."""
        least, *more = self.by_headcount
        return max(0, min(((cost - least) // n for n, cost in enumerate(more, start=1)), default=0))

    @property
    def are_stepped(self) -> bool:
        """Whether rosters of some numbers of people cost more than the engine is told."""
        return any(self.untold(self.fewest + n) for n in range(len(self.by_headcount)))

    def charged_on(self, crew: Crew) -> int:
        """Charge on each tour of a crew; named people are always there."""
        return self.per_person if _is_open(crew) else 0

    def constant(self, crews: tuple[Crew, ...]) -> int:
        """What the fewest people cost, without the charge on those of them who are hires."""
        charged = sum(crew.bounds[0] for crew in crews if _is_open(crew))
        return self.by_headcount[0] - self.per_person * charged

    def cost_minor(self, headcount: int) -> int:
        """What the roles of so many people cost."""
        return self.by_headcount[headcount - self.fewest]

    def untold(self, headcount: int) -> int:
        """What the roles cost beyond what the engine was told, never below zero."""
        told = self.by_headcount[0] + self.per_person * (headcount - self.fewest)
        return self.cost_minor(headcount) - told


def role_costs(tariff: Tariff, crews: tuple[Crew, ...]) -> RoleCosts:
    """Price the roles for every number of people these crews may come to."""
    fewest = sum(crew.bounds[0] for crew in crews)
    most = sum(crew.bounds[1] for crew in crews)
    return RoleCosts(fewest, tariff.role_costs_minor(fewest, most))


def _is_open(crew: Crew) -> bool:
    return crew.bounds[0] < crew.bounds[1]
