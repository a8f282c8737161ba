"""The European directive, and the United Kingdom's regulations."""

from tests.audit.laws.known import Known, barred_from_nights, of, week_and_shift
from tests.audit.oracle.facts import Period, Rule

KINDS_EU = frozenset({"min_rest", "min_break", "weekly_rest", "average_weekly_minutes"})
KINDS_UK = frozenset(
    {
        "average_weekly_minutes",
        "max_weekly_minutes",
        "max_shift_minutes",
        "min_rest",
        "weekly_rest",
        "min_break",
        "no_night_work",
    }
)


def eu(known: Known, period: Period) -> tuple[Rule, ...]:
    """Art. 3 to 6."""
    return (
        {"kind": "min_rest", "minutes": 11 * 60},
        {"kind": "min_break", "minutes": 15, "after_minutes": 360, "counted": "work"},
        {"kind": "weekly_rest", "minutes": 35 * 60},
        *of(
            tuple(name for name in known.everybody if name not in known.opted_out),
            {"kind": "average_weekly_minutes", "minutes": 48 * 60, "weeks": 17, "since": period.first},
        ),
    )


def uk(known: Known, period: Period) -> tuple[Rule, ...]:
    """Reg. 4 to 12."""
    bound = tuple(name for name in known.everybody if name not in known.opted_out)
    average: Rule = {"kind": "average_weekly_minutes", "minutes": 48 * 60, "weeks": 17, "since": period.first}
    return (
        # reg. 4, 10, 11, 12; reg. 5A, 6A, 10, 11, 12 of the young; reg. 7
        *of(bound, average),
        {"kind": "min_rest", "minutes": 11 * 60},
        {"kind": "weekly_rest", "minutes": 35 * 60},
        {"kind": "min_break", "minutes": 20, "after_minutes": 360, "counted": "work"},
        *of(
            known.young,
            *week_and_shift(40, 8),
            {"kind": "min_rest", "minutes": 12 * 60},
            {"kind": "weekly_rest", "minutes": 48 * 60},
            {"kind": "min_break", "minutes": 30, "after_minutes": 270, "counted": "work"},
            {"kind": "no_night_work", "night_minutes": 1, "band": (22 * 60, 6 * 60)},
        ),
        *barred_from_nights(known, (23 * 60, 6 * 60)),
    )
