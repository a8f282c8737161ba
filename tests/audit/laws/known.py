"""What a law must know of people, and rules for some of them."""

import datetime as dt
from dataclasses import dataclass, field

from tests.audit.oracle.facts import DAY_NAMES, Rule

MONDAY_TO_FRIDAY = {day: [(0, 1440)] for day in DAY_NAMES[:5]}


@dataclass(frozen=True)
class Known:
    """What a law must know of people.

    Who may work overtime, who is barred from nights, overtime and holidays, who is 15 or 17, who
    opted out of the average week; days away and weekly hours of everybody.
    """

    overtime_contracts: tuple[str, ...]
    other_contracts: tuple[str, ...]
    barred: tuple[str, ...]
    overtime_minutes: dict[str, int]
    people: tuple[str, ...]
    aged_15: tuple[str, ...] = ()
    aged_17: tuple[str, ...] = ()
    opted_out: tuple[str, ...] = ()
    everybody: tuple[str, ...] = ()
    weekly_minutes: dict[str, int] = field(default_factory=dict)
    days_away: dict[str, frozenset[dt.date]] = field(default_factory=dict)

    @property
    def young(self) -> tuple[str, ...]:
        """Everybody under 18."""
        return (*self.aged_15, *self.aged_17)


def of(people: tuple[str, ...], *rules: Rule) -> list[Rule]:
    """The rules for some people; none where there are none."""
    return [{**rule, "agents": list(people)} for rule in rules] if people else []


def week_and_shift(week_hours: int, shift_hours: int) -> tuple[Rule, Rule]:
    """A longest week and a longest shift."""
    return (
        {"kind": "max_weekly_minutes", "minutes": week_hours * 60},
        {"kind": "max_shift_minutes", "minutes": shift_hours * 60},
    )


def barred_from_nights(known: Known, band: tuple[int, int]) -> list[Rule]:
    """No minute of the night for who is barred from it."""
    if not known.barred:
        return []
    return [{"kind": "no_night_work", "night_minutes": 1, "band": band, "agents": list(known.barred)}]


def overtime_of_year(known: Known, minutes: int) -> list[Rule]:
    """Overtime by weeks of 40 hours, with what each has used of the year."""
    if not known.overtime_contracts:
        return []
    return [
        {
            "kind": "overtime_budget",
            "minutes": minutes,
            "norm_minutes": 2400,
            "per": "week",
            "used_before_minutes": known.overtime_minutes.get(name, 0),
            "agents": [name],
        }
        for name in known.people
    ]
