"""What labour laws ask of a roster, written from their articles as plain rules."""

import datetime as dt
from dataclasses import dataclass, field

from tests.audit.oracle.facts import DAY_NAMES, Period, Rule

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
            "no_holiday_work",
            "max_shift_minutes",
            "availability",
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
            "max_weekly_minutes",
            "availability",
            "no_holiday_work",
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
    "uk": frozenset(
        {
            "average_weekly_minutes",
            "max_weekly_minutes",
            "max_shift_minutes",
            "min_rest",
            "weekly_rest",
            "min_break",
            "no_night_work",
        }
    ),
    "us": frozenset({"max_shift_minutes", "max_weekly_minutes", "availability"}),
    "california": frozenset({"min_break", "max_shift_minutes", "max_consecutive_days"}),
    "russia summed": frozenset(
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
    ),
}


#: Days off and shorter days of the Russian calendar among the dates of these tests, in 2026.
_OFF = frozenset(dt.date(2026, *day) for day in ((5, 1), (5, 9), (5, 11), (6, 12), (11, 4)))
_SHORT = frozenset(dt.date(2026, *day) for day in ((4, 30), (5, 8), (6, 11), (11, 3)))
_YOUNG_BREAK: Rule = {"kind": "min_break", "counted": "work", "latest_after_minutes": 270}
_MONDAY_TO_FRIDAY = {day: [(0, 1440)] for day in DAY_NAMES[:5]}


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


def law_rules(law: str, known: Known, period: Period) -> tuple[Rule, ...]:
    """Rules of one law."""
    laws = {
        "russia": _russia,
        "russia summed": _russia_summed,
        "eu": _eu,
        "germany": _germany,
        "kazakhstan": _kazakhstan,
        "uk": _uk,
        "us": _us,
        "california": _california,
    }
    return laws[law](known, period)


def _of(people: tuple[str, ...], *rules: Rule) -> list[Rule]:
    """The rules for some people; none where there are none."""
    return [{**rule, "agents": list(people)} for rule in rules] if people else []


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
        *_russia_protected(known),
    )


def _russia_protected(known: Known) -> list[Rule]:
    """Art. 92, 94, 96, 259 and 268: the young, and who does not work on holidays."""
    nights: Rule = {"kind": "no_night_work", "night_minutes": 1, "band": (22 * 60, 6 * 60)}
    young = ({"kind": "availability", "spans": _MONDAY_TO_FRIDAY}, {"kind": "no_holiday_work"}, nights)
    return [
        *_of(known.young, *young),
        *_of(known.aged_15, *_week_and_shift(24, 5)),
        *_of(known.aged_17, *_week_and_shift(35, 7)),
        *_of(known.barred, {"kind": "no_holiday_work"}),
    ]


def _week_and_shift(week_hours: int, shift_hours: int) -> tuple[Rule, Rule]:
    return (
        {"kind": "max_weekly_minutes", "minutes": week_hours * 60},
        {"kind": "max_shift_minutes", "minutes": shift_hours * 60},
    )


def _russia_summed(known: Known, period: Period) -> tuple[Rule, ...]:
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
        *_barred_from_nights(known, (22 * 60, 6 * 60)),
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


def _uk(known: Known, period: Period) -> tuple[Rule, ...]:
    bound = tuple(name for name in known.everybody if name not in known.opted_out)
    average: Rule = {"kind": "average_weekly_minutes", "minutes": 48 * 60, "weeks": 17, "since": period.first}
    return (
        # reg. 4, 10, 11, 12; reg. 5A, 6A, 10, 11, 12 of the young; reg. 7
        *_of(bound, average),
        {"kind": "min_rest", "minutes": 11 * 60},
        {"kind": "weekly_rest", "minutes": 35 * 60},
        {"kind": "min_break", "minutes": 20, "after_minutes": 360, "counted": "work"},
        *_of(
            known.young,
            *_week_and_shift(40, 8),
            {"kind": "min_rest", "minutes": 12 * 60},
            {"kind": "weekly_rest", "minutes": 48 * 60},
            {"kind": "min_break", "minutes": 30, "after_minutes": 270, "counted": "work"},
            {"kind": "no_night_work", "night_minutes": 1, "band": (22 * 60, 6 * 60)},
        ),
        *_barred_from_nights(known, (23 * 60, 6 * 60)),
    )


def _us(known: Known, period: Period) -> tuple[Rule, ...]:
    # 29 CFR 570.35: 14 and 15 years
    seven_to_seven = {day: [(7 * 60, 19 * 60)] for day in DAY_NAMES}
    young = (*_week_and_shift(40, 8), {"kind": "availability", "spans": seven_to_seven})
    return tuple(_of(known.aged_15, *young))


def _california(known: Known, period: Period) -> tuple[Rule, ...]:
    return (
        # § 512: a meal in shifts of over 5 h, begun in the first 5; no shift that needs two; § 551
        {"kind": "min_break", "minutes": 30, "after_minutes": 300, "latest_after_minutes": 300},
        {"kind": "max_shift_minutes", "minutes": 10 * 60},
        {"kind": "max_consecutive_days", "days": 6},
    )


def _eu(known: Known, period: Period) -> tuple[Rule, ...]:
    return (
        {"kind": "min_rest", "minutes": 11 * 60},
        {"kind": "min_break", "minutes": 15, "after_minutes": 360, "counted": "work"},
        {"kind": "weekly_rest", "minutes": 35 * 60},
        *_of(
            tuple(name for name in known.everybody if name not in known.opted_out),
            {"kind": "average_weekly_minutes", "minutes": 48 * 60, "weeks": 17, "since": period.first},
        ),
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
        # JArbSchG § 8 to 18
        *_of(
            known.young,
            *_week_and_shift(40, 8),
            {"kind": "max_shift_minutes", "minutes": 10 * 60, "counted": "elapsed"},
            {**_YOUNG_BREAK, "minutes": 60, "after_minutes": 360},
            {**_YOUNG_BREAK, "minutes": 30, "after_minutes": 270},
            {"kind": "min_rest", "minutes": 12 * 60},
            {"kind": "no_night_work", "night_minutes": 1, "band": (20 * 60, 6 * 60)},
            {"kind": "availability", "spans": _MONDAY_TO_FRIDAY},
            {"kind": "no_holiday_work"},
        ),
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
        # art. 69, 76
        *_of(known.aged_15, {**week, "minutes": 24 * 60}),
        *_of(known.aged_17, {**week, "minutes": 36 * 60}),
        *_of(known.young, {"kind": "no_night_work", "night_minutes": 1, "band": (22 * 60, 6 * 60)}),
    )
