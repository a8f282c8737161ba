"""The United States: federal law, and California."""

from tests.audit.laws.known import Known, of, week_and_shift
from tests.audit.oracle.facts import DAY_NAMES, Period, Rule

KINDS = frozenset({"max_shift_minutes", "max_weekly_minutes", "availability"})
KINDS_CALIFORNIA = frozenset({"min_break", "max_shift_minutes", "max_consecutive_days"})


def us(known: Known, period: Period) -> tuple[Rule, ...]:
    """29 CFR 570.35."""
    # 29 CFR 570.35: 14 and 15 years
    seven_to_seven = {day: [(7 * 60, 19 * 60)] for day in DAY_NAMES}
    young = (*week_and_shift(40, 8), {"kind": "availability", "spans": seven_to_seven})
    return tuple(of(known.aged_15, *young))


def california(known: Known, period: Period) -> tuple[Rule, ...]:
    """Section 512 and 551."""
    return (
        # § 512: a meal in shifts of over 5 h, begun in the first 5; no shift that needs two; § 551
        {"kind": "min_break", "minutes": 30, "after_minutes": 300, "latest_after_minutes": 300},
        {"kind": "max_shift_minutes", "minutes": 10 * 60},
        {"kind": "max_consecutive_days", "days": 6},
    )
