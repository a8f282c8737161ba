"""Russia: the Labour Code, by weeks and summed."""

import datetime as dt

from tests.audit.laws.known import (
    MONDAY_TO_FRIDAY,
    Known,
    barred_from_nights,
    of,
    overtime_of_year,
    week_and_shift,
)
from tests.audit.oracle.facts import Period, Rule

KINDS = frozenset(
    {
        "max_weekly_minutes",
        "daily_overtime",
        "overtime_budget",
        "no_night_work",
        "no_double_shift",
        "weekly_rest",
        "min_break",
        "no_holiday_work",
        "max_shift_minutes",
        "availability",
    }
)
KINDS_SUMMED = frozenset(
    {
        "period_minutes",
        "overtime_budget",
        "max_weekly_minutes",
        "max_shift_minutes",
        "availability",
        "no_holiday_work",
        "no_night_work",
        "no_double_shift",
        "weekly_rest",
        "min_break",
    }
)
#: Days off and shorter days of the Russian calendar among the dates of these tests, in 2026.
_OFF = frozenset(dt.date(2026, *day) for day in ((5, 1), (5, 9), (5, 11), (6, 12), (11, 4)))
_SHORT = frozenset(dt.date(2026, *day) for day in ((4, 30), (5, 8), (6, 11), (11, 3)))


def russia(known: Known, period: Period) -> tuple[Rule, ...]:
    """Art. 91, 96, 99, 103, 108 and 110, by weeks."""
    week = {"kind": "max_weekly_minutes", "minutes": 40 * 60}
    return (
        # art. 91: 40 hours a week; art. 99: overtime 4 h in two days, 120 h a year
        *([{**week, "contracts": list(known.other_contracts)}] if known.other_contracts else ()),
        *(
            {"kind": "daily_overtime", "two_days_minutes": 240, "norm_minutes": 480, "contracts": [name]}
            for name in known.overtime_contracts
        ),
        *overtime_of_year(known, 120 * 60),
        # art. 96: pregnant women work neither at night nor, art. 99, overtime
        *barred_from_nights(known, (22 * 60, 6 * 60)),
        *([{**week, "agents": list(known.barred)}] if known.barred else ()),
        # art. 103, 110, 108
        {"kind": "no_double_shift"},
        {"kind": "weekly_rest", "minutes": 42 * 60},
        {"kind": "min_break", "minutes": 30, "max_minutes": 120, "after_minutes": 240},
        *_russia_protected(known),
    )


def _russia_protected(known: Known) -> list[Rule]:
    """Art. 92, 94, 96, 259 and 268: the young, and who does not work on holidays."""
    nights: Rule = {"kind": "no_night_work", "night_minutes": 1, "band": (22 * 60, 6 * 60)}
    young = ({"kind": "availability", "spans": MONDAY_TO_FRIDAY}, {"kind": "no_holiday_work"}, nights)
    return [
        *of(known.young, *young),
        *of(known.aged_15, *week_and_shift(24, 5)),
        *of(known.aged_17, *week_and_shift(35, 7)),
        *of(known.barred, {"kind": "no_holiday_work"}),
    ]


def russia_summed(known: Known, period: Period) -> tuple[Rule, ...]:
    """Art. 104: the norm of the period instead of the week, of the days somebody is there."""
    norms = {name: _norm(known, period, name) for name in known.everybody}
    held = [name for name in known.everybody if name not in known.people or name in known.barred]
    return (
        *({"kind": "period_minutes", "max_minutes": norms[name], "agents": [name]} for name in held),
        *(
            {
                "kind": "overtime_budget",
                "minutes": 120 * 60,
                "norm_minutes": norms[name],
                "per": "period",
                "used_before_minutes": known.overtime_minutes.get(name, 0),
                "agents": [name],
            }
            for name in known.people
        ),
        *barred_from_nights(known, (22 * 60, 6 * 60)),
        {"kind": "no_double_shift"},
        {"kind": "weekly_rest", "minutes": 42 * 60},
        {"kind": "min_break", "minutes": 30, "max_minutes": 120, "after_minutes": 240},
        *_russia_protected(known),
    )


def _norm(known: Known, period: Period, name: str) -> int:
    """A fifth of the week for each working day, an hour less on the eve of a holiday."""
    week = known.weekly_minutes[name]
    there = [date for date in period.dates if date not in known.days_away.get(name, frozenset())]
    working = [date for date in there if date.weekday() < 5 and date not in _OFF]
    return len(working) * week // 5 - sum(60 for date in working if date in _SHORT)
