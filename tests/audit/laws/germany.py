"""Germany: ArbZG, MuSchG and JArbSchG."""

from tests.audit.laws.known import MONDAY_TO_FRIDAY, Known, barred_from_nights, of, week_and_shift
from tests.audit.oracle.facts import Period, Rule

KINDS = frozenset(
    {
        "max_shift_minutes",
        "average_weekly_minutes",
        "min_break",
        "min_rest",
        "no_night_work",
        "max_window_days",
        "max_weekly_minutes",
        "availability",
        "no_holiday_work",
    }
)
_YOUNG_BREAK: Rule = {"kind": "min_break", "counted": "work", "latest_after_minutes": 270}


def germany(known: Known, period: Period) -> tuple[Rule, ...]:
    """Hours, breaks, rest and nights."""
    return (
        # ArbZG § 3, 4, 5, 11; MuSchG § 5
        {"kind": "max_shift_minutes", "minutes": 10 * 60},
        {"kind": "average_weekly_minutes", "minutes": 48 * 60, "weeks": 24, "since": period.first},
        {
            "kind": "min_break",
            "minutes": 30,
            "after_minutes": 360,
            "counted": "work",
            "latest_after_minutes": 360,
        },
        {"kind": "min_break", "minutes": 45, "after_minutes": 540, "counted": "work"},
        {"kind": "min_rest", "minutes": 11 * 60},
        {"kind": "max_window_days", "days": 12, "window_days": 14},
        *barred_from_nights(known, (20 * 60, 6 * 60)),
        # JArbSchG § 8 to 18
        *of(
            known.young,
            *week_and_shift(40, 8),
            {"kind": "max_shift_minutes", "minutes": 10 * 60, "counted": "elapsed"},
            {**_YOUNG_BREAK, "minutes": 60, "after_minutes": 360},
            {**_YOUNG_BREAK, "minutes": 30, "after_minutes": 270},
            {"kind": "min_rest", "minutes": 12 * 60},
            {"kind": "no_night_work", "night_minutes": 1, "band": (20 * 60, 6 * 60)},
            {"kind": "availability", "spans": MONDAY_TO_FRIDAY},
            {"kind": "no_holiday_work"},
        ),
    )
