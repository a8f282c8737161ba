"""Who is on the team, as rules about several people see it."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Member:
    """A named person, or a vacancy: people yet to be hired are alike, and have no past.

    Parameters
    ----------
    name
        Id of the agent, or name of the vacancy.
    contract, skills, grade
        As the scenario says.
    weekly_minutes
        Contracted minutes of a week.
    heads
        Most people it stands for; 1 for a named person.
    is_vacancy
        Whether these people are yet to be hired.
    away
        Dates of leave.
    balances
        Per burden of the fairness ledger, shifts above (or below) the fair share before the period.
    shown
        How readers know the person, where not by ``name``.
    """

    name: str
    contract: str
    weekly_minutes: int
    skills: frozenset[str] = frozenset()
    grade: str | None = None
    heads: int = 1
    is_vacancy: bool = False
    away: frozenset[dt.date] = frozenset()
    balances: tuple[tuple[str, Decimal], ...] = ()
    shown: str = ""

    def balance(self, burden: str) -> Decimal:
        """Shifts of a burden above the fair share before the period; 0 where nothing is known."""
        return dict(self.balances).get(burden, Decimal(0))


def chosen(
    team: Iterable[Member],
    names: Collection[str] = (),
    contracts: Collection[str] = (),
    grades: Collection[str] = (),
) -> tuple[Member, ...]:
    """Those who bear one of the names, hold one of the contracts or have one of the grades."""
    return tuple(one for one in team if one.name in names or one.contract in contracts or one.grade in grades)
