"""Rules of every kind with random numbers, as a scenario file would write them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from tests.audit.oracle.facts import DAY, DAY_NAMES, Rule

#: Prices of minutes, and prices of people in intervals (divisible by whatever shares there are).
_PRICES = ("10", "7.77", "0.50", "100.01")
_EVEN_PRICES = ("12", "24", "60", "1.20")


@dataclass(frozen=True)
class Around:
    """What the numbers of a rule are drawn for."""

    random: Random
    first: dt.date
    days: int
    patterns: tuple[str, ...]
    people: tuple[str, ...]

    def some(self, *choices: Any) -> Any:
        """Draw one of the choices."""
        return self.random.choice(choices)

    def names(self, most: int = 3) -> list[str]:
        """Some patterns."""
        return self.random.sample(self.patterns, self.random.randint(1, min(most, len(self.patterns))))

    def before(self, most: int = 9) -> dt.date:
        """A date before the period, or its first."""
        return self.first - self.random.randint(0, most) * DAY

    def given(self, **fields: Any) -> Rule:
        """Fields but those that are ``None``."""
        return {name: value for name, value in fields.items() if value is not None}


def _night_work(a: Around) -> Rule:
    return a.given(
        night_minutes=a.some(None, 1, 120, 240), band=a.some(None, None, (23 * 60, 6 * 60), (0, 300))
    )


def _budget(a: Around) -> Rule:
    per = a.some("day", "week", "period")
    norm = {"day": 480, "week": a.some(1440, 1920), "period": a.some(2400, 3600)}[per]
    more = {"week_start": a.some("mon", "thu")} if per == "week" else {}
    if per == "period":
        more = {"since": a.before()}
    return {
        "minutes": a.some(0, 60, 240, 600),
        "norm_minutes": norm,
        "per": per,
        "used_before_minutes": a.some(0, 0, 90),
        **more,
    }


def _bounds(a: Around, name: str, low: tuple[int, ...], high: tuple[int, ...]) -> Rule:
    which = a.some("least", "most", "most", "both")
    least = {f"min_{name}": a.some(*low)} if which != "most" else {}
    return least | ({f"max_{name}": a.some(*high)} if which != "least" else {})


def _nights(a: Around) -> Rule:
    if a.some(True, False):
        return {"nights": a.some(1, 2, 3), "window_days": a.some(3, 5, 7)}
    return {"nights": a.some(2, 3, 4), "since": a.before(), "used_before": a.some(0, 1)}


def _rest_after(a: Around) -> Rule:
    which = a.some("minutes", "days_off", "both")
    more = {"minutes": a.some(24 * 60, 36 * 60, 47 * 60)} if which != "days_off" else {}
    return {"nights": a.some(1, 2), **more, **({"days_off": a.some(1, 2)} if which != "minutes" else {})}


def _runs(a: Around) -> Rule:
    of: Rule = a.some({}, {"nights": True}, {"patterns": a.names()})
    return _bounds(a, "days", (2,), (2, 3, 4)) | of


def _weekends_off(a: Around) -> Rule:
    days = a.some(["sat", "sun"], ["sun"], ["fri", "sat", "sun"])
    more = {"days": days, "count_overlap": a.some(True, False)}
    if a.some(True, False):
        return {"max_worked": a.some(0, 1), "used_before": a.some(0, 0, 1), **more}
    return {"min_off": a.some(1, 2), "off_before": a.some(0, 1), **more}


def _break(a: Around) -> Rule:
    return a.given(
        minutes=a.some(15, 30, 45, 60),
        after_minutes=a.some(240, 360, 480, 540),
        counted=a.some("elapsed", "work"),
        max_minutes=a.some(None, 60, 120),
        latest_after_minutes=a.some(None, None, 300, 240),
    )


def _sequence(a: Around) -> Rule:
    words = (*a.patterns, "off", "off", "any_shift", "any_shift", "night_shift", "any_day")
    sequence = [a.some(*words) for _ in range(a.some(2, 3))]
    return {"sequence": [*sequence, a.some(*words[-6:-1])] if set(sequence) <= {"any_day"} else sequence}


ABOUT_ONE: dict[str, Callable[[Around], Rule]] = {
    "average_weekly_minutes": lambda a: {
        "minutes": a.some(1500, 1800, 2400),
        "weeks": a.some(1, 2, 4),
        "since": a.before(12),
        "used_before_minutes": a.some(0, 300),
        "beyond": a.some("average", "nothing"),
    },
    "daily_overtime": lambda a: a.some(
        {"minutes": a.some(60, 120)},
        {"two_days_minutes": a.some(120, 240), "norm_minutes": a.some(420, 480)},
        {"minutes": 180, "two_days_minutes": 240},
    ),
    "days_between": lambda a: {
        "first": a.names(),
        "then": a.names(),
        "days": a.some(1, 2),
        "counted": a.some("days", "days_off"),
    },
    "forbidden_sequence": _sequence,
    "forbidden_succession": lambda a: {
        "first": a.names(),
        "then": a.names(),
        "scope": a.some("next_day", "next_duty"),
    },
    "max_consecutive_days": lambda a: {"days": a.some(2, 3, 4, 5)},
    "max_consecutive_weekends": lambda a: {"weekends": 1, "days": a.some(["sat", "sun"], ["sun"])},
    "max_night_shift": lambda a: {
        "minutes": a.some(420, 480, 600),
        "counted": a.some("paid", "elapsed"),
        **_night_work(a),
    },
    "max_nights": _nights,
    "max_shift_minutes": lambda a: {"minutes": a.some(420, 480, 600), "counted": a.some("paid", "elapsed")},
    "max_split_shifts": lambda a: {
        "shifts": a.some(0, 1, 1),
        "per": a.some("week", "period"),
        "week_start": a.some("mon", "sun", "wed"),
    },
    "max_weekly_minutes": lambda a: {"minutes": a.some(1440, 1920, 2160), "week_start": a.some(*DAY_NAMES)},
    "max_window_days": lambda a: a.some({"days": 3, "window_days": 5}, {"days": 5, "window_days": 7}),
    "max_window_minutes": lambda a: {
        "minutes": a.some(1500, 2100),
        "days": a.some(3, 5, 7),
        "counted": a.some("paid", "elapsed"),
    },
    "min_break": _break,
    "min_consecutive_days_off": lambda a: {"days": a.some(2, 3)},
    "min_rest": lambda a: {"minutes": a.some(660, 720, 960)},
    "no_back_to_back_nights": lambda a: {"meaning": a.some("consecutive_days", "consecutive_duties")},
    "no_double_shift": lambda a: a.given(gap_minutes=a.some(None, 0, 240)),
    "no_holiday_work": lambda a: {"reason": a.some("under_18", "no_consent")},
    "no_night_work": lambda a: {"reason": "other", **_night_work(a)},
    "overtime_budget": _budget,
    "period_minutes": lambda a: _bounds(a, "minutes", (960, 1440), (2400, 3600)) | {"since": a.before()},
    "period_shifts": lambda a: (
        _bounds(a, "shifts", (1, 2), (3, 5))
        | {"since": a.before(), "used_before": a.some(0, 1), "nights": a.some(True, False, False)}
        | a.some({}, {"weekdays": ["sat", "sun"]}, {"patterns": a.names()})
    ),
    "rest_after_nights": _rest_after,
    "rest_by_length": lambda a: {"factor": a.some("1", "1.5", "2", "1.01")},
    "rolling_rest": lambda a: {"minutes": a.some(2100, 1440), "days": a.some(3, 4, 6)},
    "same_start": lambda a: {"within_minutes": a.some(0, 60, 120), "scope": a.some("week", "run")},
    "shift_runs": _runs,
    "split_shape": lambda a: a.some(
        {"min_pause_minutes": 240, "max_pause_minutes": 240},
        {"max_spell_minutes": 240},
        {"min_spell_minutes": 210, "max_spread_minutes": 720},
        {"min_pause_minutes": a.some(180, 300)},
    ),
    "weekends_off": _weekends_off,
    "weekly_rest": lambda a: {"minutes": a.some(2100, 2520, 3600), "week_start": a.some("mon", "sun", "wed")},
    "whole_weekends": lambda a: {"days": a.some(["sat", "sun"], ["fri", "sat", "sun"])},
}


def _when(a: Around) -> Rule:
    return a.given(
        hours=a.some(None, (9 * 60, 12 * 60), (22 * 60, 2 * 60)),
        weekdays=a.some(None, ["mon", "sat"], ["tue", "wed", "sun"]),
        dates=a.some(None, None, [a.first + DAY, a.first + 5 * DAY]),
        only_open=a.some(None, True, False),
    )


def _mentors(a: Around) -> Rule:
    who = a.some({"newcomer_grades": ["newcomer"]}, {"agents": [a.people[0]]}, {"contracts": ["part"]})
    old = a.some({"mentor_grades": ["lead"]}, {"mentors": [a.people[-1], a.people[1]]})
    more = a.given(newcomers_per_mentor=a.some(None, 1), scope=a.some("throughout", "same_start"))
    return {**who, **old, **more}


def _burden(a: Around) -> Rule:
    what: Rule = a.some(
        {"counted": "nights"},
        {"counted": "weekends", "weekdays": ["sat", "sun"]},
        {"counted": "holidays"},
        {"counted": "patterns", "patterns": a.names(), "burden": "late"},
    )
    return {**what, "expected": a.some(0, 1, 3, 5), "leave_counts": a.some(True, False)}


ABOUT_SEVERAL: dict[str, Callable[[Around], Rule]] = {
    "always_together": lambda a: {
        "agents": a.random.sample(a.people, 2),
        "scope": a.some("throughout", "same_start"),
    },
    "fairness": lambda a: {**_burden(a), "tolerance": a.some(0, 0, 1)},
    "fairness_spread": lambda a: {**_burden(a), "tolerance": a.some(Decimal(0), Decimal(1), Decimal("1.25"))},
    "grade_mix": lambda a: {
        **_who_counts(a),
        "grades": a.some(["lead"], ["lead", "newcomer"]),
        "minimum": 1,
        **_share(a),
        **_when(a),
    },
    "max_seats": lambda a: {
        **_who_counts(a),
        "seats": a.some(1, 2),
        **a.given(skill=a.some(None, "mail"), count_breaks=a.some(None, True, False)),
        **_when(a),
    },
    "mentor_on_duty": _mentors,
    "min_staff": lambda a: {
        **_who_counts(a),
        "minimum": 1,
        **a.given(skill=a.some(None, None, "mail"), count_breaks=a.some(None, True)),
        **_when(a),
    },
    "never_together": lambda a: {"agents": a.random.sample(a.people, a.some(2, len(a.people)))},
    "skill_mix": lambda a: {**_who_counts(a), "skill": "mail", "minimum": 1, **_share(a), **_when(a)},
}


def _who_counts(a: Around) -> Rule:
    return a.given(
        agents=a.some(None, None, a.random.sample(a.people, min(2, len(a.people)))),
        contracts=a.some(None, None, ["part"]),
    )


def _share(a: Around) -> Rule:
    return a.given(of_every=a.some(None, 2, 3, 4))


def _validity(a: Around) -> Rule:
    """Dates of a part of the period, more often none."""
    dates: Rule = {}
    if a.random.random() < 0.2:
        dates["valid_from"] = a.first + a.random.randint(1, a.days // 2) * DAY
    if a.random.random() < 0.2:
        dates["valid_to"] = a.first + a.random.randint(a.days // 2, a.days - 2) * DAY
    return dates


def rule_of_one(kind: str, a: Around) -> Rule:
    """A rule about single people: of everyone or some, for the period or a part, hard or with a price."""
    rule: Rule = {"kind": kind, **ABOUT_ONE[kind](a)}
    rule |= a.some({}, {}, {"agents": [a.some(*a.people)]}, {"contracts": [a.some("full", "part")]})
    rule |= _validity(a)
    if a.random.random() < 0.3:
        rule["price"] = Decimal(a.some(*_PRICES))
    return rule


def rule_of_several(kind: str, a: Around) -> Rule:
    """A rule about several people, for the period or a part, hard or with a price."""
    rule: Rule = {"kind": kind, **ABOUT_SEVERAL[kind](a), **_validity(a)}
    if kind == "fairness" or a.random.random() < 0.65:
        rule["price"] = Decimal(a.some(*_EVEN_PRICES))
    return rule
