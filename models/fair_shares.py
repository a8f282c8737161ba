"""How a burden is shared fairly among people of different hours and absences."""

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction

from models.member import Member


def fair_shares(
    team: Sequence[Member], dates: Iterable[dt.date], *, leave_counts: bool
) -> dict[str, Fraction]:
    """Share of each person in a burden, by name; the shares add up to 1.

    Parameters
    ----------
    team
        Named people.
    dates
        Dates of the period.
    leave_counts
        Whether days of leave make a share smaller.

    Returns
    -------
    dict
        Contracted minutes of a week times days not on leave, over the sum of all; empty where
        that is nothing.
    """
    days = frozenset(dates)
    hours = {
        one.name: one.weekly_minutes * (len(days) - (leave_counts and len(one.away & days))) for one in team
    }
    total = sum(hours.values())
    return {name: Fraction(own, total) for name, own in hours.items()} if total else {}
