"""What labour laws ask of a roster, written from their articles as plain rules."""

from dataclasses import dataclass

from tests.audit.oracle.facts import Period, Rule

#: Kinds each law asks for: a desk under it writes no rule of these.
KINDS: dict[str, frozenset[str]] = {
    "russia": frozenset(
        {
            "max_weekly_minutes",
            "daily_overtime",
            "overtime_budget",
            "no_night_work",
            "no_double_shift",
            "weekly_rest",
            "min_break",
        }
    ),
    "eu": frozenset({"min_rest", "min_break", "weekly_rest", "average_weekly_minutes"}),
    "germany": frozenset(
        {
            "max_shift_minutes",
            "average_weekly_minutes",
            "min_break",
            "min_rest",
            "no_night_work",
            "max_window_days",
        }
    ),
    "kazakhstan": frozenset(
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
    ),
}


@dataclass(frozen=True)
class Known:
    """What a law must know of people: who may work overtime, who is barred from nights and overtime."""

    overtime_contracts: tuple[str, ...]
    other_contracts: tuple[str, ...]
    barred: tuple[str, ...]
    overtime_minutes: dict[str, int]
    people: tuple[str, ...]


def law_rules(law: str, known: Known, period: Period) -> tuple[Rule, ...]:
    """Rules of one law."""
    return {"russia": _russia, "eu": _eu, "germany": _germany, "kazakhstan": _kazakhstan}[law](known, period)


def _overtime_of_year(known: Known, minutes: int) -> list[Rule]:
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


def _barred_from_nights(known: Known, band: tuple[int, int]) -> list[Rule]:
    if not known.barred:
        return []
    return [{"kind": "no_night_work", "night_minutes": 1, "band": band, "agents": list(known.barred)}]


def _russia(known: Known, period: Period) -> tuple[Rule, ...]:
    week = {"kind": "max_weekly_minutes", "minutes": 40 * 60}
    return (
        # art. 91: 40 hours a week; art. 99: overtime 4 h in two days, 120 h a year
        *([{**week, "contracts": list(known.other_contracts)}] if known.other_contracts else ()),
        *(
            {"kind": "daily_overtime", "two_days_minutes": 240, "norm_minutes": 480, "contracts": [name]}
            for name in known.overtime_contracts
        ),
        *_overtime_of_year(known, 120 * 60),
        # art. 96: pregnant women work neither at night nor, art. 99, overtime
        *_barred_from_nights(known, (22 * 60, 6 * 60)),
        *([{**week, "agents": list(known.barred)}] if known.barred else ()),
        # art. 103, 110, 108
        {"kind": "no_double_shift"},
        {"kind": "weekly_rest", "minutes": 42 * 60},
        {"kind": "min_break", "minutes": 30, "max_minutes": 120, "after_minutes": 240},
    )


def _eu(known: Known, period: Period) -> tuple[Rule, ...]:
    return (
        {"kind": "min_rest", "minutes": 11 * 60},
        {"kind": "min_break", "minutes": 15, "after_minutes": 360, "counted": "work"},
        {"kind": "weekly_rest", "minutes": 35 * 60},
        {"kind": "average_weekly_minutes", "minutes": 48 * 60, "weeks": 17, "since": period.first},
    )


def _germany(known: Known, period: Period) -> tuple[Rule, ...]:
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
        *_barred_from_nights(known, (20 * 60, 6 * 60)),
    )


def _kazakhstan(known: Known, period: Period) -> tuple[Rule, ...]:
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
        *_overtime_of_year(known, 120 * 60),
        *([{**week, "agents": list(known.barred)}] if known.barred else ()),
        # art. 71, 73, 76, 81, 83
        {"kind": "max_shift_minutes", "minutes": 12 * 60},
        {"kind": "no_double_shift"},
        *_barred_from_nights(known, (22 * 60, 6 * 60)),
        {"kind": "min_break", "minutes": 30, "after_minutes": 240},
        {"kind": "min_rest", "minutes": 12 * 60},
    )
