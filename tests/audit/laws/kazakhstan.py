"""Kazakhstan: the Labour Code."""

from tests.audit.laws.known import Known, barred_from_nights, of, overtime_of_year
from tests.audit.oracle.facts import Period, Rule

KINDS = frozenset(
    {
        "max_weekly_minutes",
        "daily_overtime",
        "overtime_budget",
        "no_night_work",
        "no_double_shift",
        "min_break",
        "min_rest",
        "max_shift_minutes",
    }
)


def kazakhstan(known: Known, period: Period) -> tuple[Rule, ...]:
    """Art. 68 to 83."""
    week = {"kind": "max_weekly_minutes", "minutes": 40 * 60}
    monthly = {"kind": "overtime_budget", "minutes": 12 * 60, "norm_minutes": 2400, "per": "week"}
    return (
        # art. 68; art. 77, 78: overtime 2 h a day, 12 h a month, 120 h a year
        *([{**week, "contracts": list(known.other_contracts)}] if known.other_contracts else ()),
        *(
            rule
            for name in known.overtime_contracts
            for rule in (
                {"kind": "daily_overtime", "minutes": 120, "norm_minutes": 480, "contracts": [name]},
                {**monthly, "contracts": [name]},
            )
        ),
        *overtime_of_year(known, 120 * 60),
        *([{**week, "agents": list(known.barred)}] if known.barred else ()),
        # art. 71, 73, 76, 81, 83
        {"kind": "max_shift_minutes", "minutes": 12 * 60},
        {"kind": "no_double_shift"},
        *barred_from_nights(known, (22 * 60, 6 * 60)),
        {"kind": "min_break", "minutes": 30, "after_minutes": 240},
        {"kind": "min_rest", "minutes": 12 * 60},
        # art. 69, 76
        *of(known.aged_15, {**week, "minutes": 24 * 60}),
        *of(known.aged_17, {**week, "minutes": 36 * 60}),
        *of(known.young, {"kind": "no_night_work", "night_minutes": 1, "band": (22 * 60, 6 * 60)}),
    )
