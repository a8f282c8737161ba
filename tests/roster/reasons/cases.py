"""Impossible scenarios: Ana, who has no legal tour for a reason of each kind, and Bob, who has."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models.agent import Agent, FixedShift, Leave, WorkedShift
from models.contract import Contract
from models.pay_terms import Prices
from models.scenario import Scenario
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.max_nights import MaxNights
from planner.rules.min_consecutive_days_off import MinConsecutiveDaysOff
from planner.rules.min_rest import MinRest
from planner.rules.period_minutes import PeriodMinutes
from planner.rules.weekends_off import WeekendsOff
from planner.rules.weekly_rest import WeeklyRest
from tests.roster.desks import BOB, DAY, HOURLY, MONDAY, NIGHT, desk, pattern


def day(number: int) -> dt.date:
    """A date counted from day 0."""
    return MONDAY + dt.timedelta(days=number)


@dataclass(frozen=True)
class Impossible:
    """A scenario, the kinds and dates of its conflict, and words of ways out of it."""

    scenario: Scenario
    members: tuple[tuple[str, tuple[int, ...]], ...]
    ways: tuple[str, ...]


def _desk(rules: tuple[Any, ...], days: int, more: dict[str, Any], **fields: Any) -> Scenario:
    ana = Agent(**{"id": "ana", "name": "Ana Li", "contract": "crew", **fields})
    prices = Prices(understaffed_hour=Decimal(500))
    patterns = (DAY, NIGHT, pattern("Early", 6, 8))
    given: dict[str, Any] = {"prices": prices, "shift_patterns": patterns, **more}
    return desk(agents=(ana, BOB), rules=rules, days=days, **given)


def _fixed(*places: tuple[int, str]) -> tuple[FixedShift, ...]:
    return tuple(FixedShift(date=day(number), pattern=name) for number, name in places)


REST = MinRest(minutes=660)

CASES = {
    "a fixed shift during leave": Impossible(
        _desk(
            (REST, MaxNights(nights=2)),
            3,
            {},
            leave=(Leave(first_date=day(0), last_date=day(2)),),
            fixed_shifts=_fixed((1, "Day")),
        ),
        (("days_off", (1,)), ("fixed_shift", (1,))),
        ("without “No work on 2026-06-02 (vacation)”", "without “2026-06-02 is settled: Day”"),
    ),
    "a minimum of hours with leave": Impossible(
        _desk(
            (PeriodMinutes(min_minutes=24 * 60, max_minutes=36 * 60, agents=("ana",)), REST),
            4,
            {"shift_patterns": (DAY,)},
            leave=(Leave(first_date=day(1), last_date=day(2)),),
        ),
        (("days_off", (1, 2)), ("period_minutes", ())),
        ("Paid work in the period: at least 16 h”", "without “No work on 2026-06-02 (vacation)”"),
    ),
    "rest between two fixed shifts": Impossible(
        _desk(
            (MinRest(minutes=13 * 60), MaxNights(nights=3)),
            3,
            {},
            fixed_shifts=_fixed((0, "Night"), (1, "Night")),
        ),
        (("fixed_shift", (0,)), ("fixed_shift", (1,)), ("min_rest", ())),
        ("“At least 12 h of rest", "without “2026-06-01 is settled: Night”"),
    ),
    "a run begun before the period": Impossible(
        _desk(
            (MaxConsecutiveDays(days=3), REST),
            3,
            {},
            fixed_shifts=_fixed((0, "Day"), (1, "Day")),
            worked_before=tuple(
                WorkedShift(date=day(-number), start=480, length_minutes=480) for number in (4, 2, 1)
            ),
        ),
        (("fixed_shift", (0,)), ("fixed_shift", (1,)), ("history", (-2, -1)), ("max_consecutive_days", ())),
        ("“At most 4 days of work in a row”", "without “2026-06-02 is settled: Day”"),
    ),
    "a fixed night where nights are forbidden": Impossible(
        _desk((REST, MaxNights(nights=0, agents=("ana",))), 3, {}, fixed_shifts=_fixed((1, "Night"))),
        (("fixed_shift", (1,)), ("max_nights", ())),
        ("“At most 1 night shift in the period”", "without “2026-06-02 is settled: Night”"),
    ),
    "no pattern of the contract": Impossible(
        _desk(
            (REST,),
            3,
            {"contracts": (HOURLY, Contract(name="days", hourly_rate=Decimal(300), shift_patterns=("Day",)))},
            contract="days",
            fixed_shifts=_fixed((1, "Night")),
        ),
        (("fixed_shift", (1,)), ("shift_patterns", ())),
        ("without “The contract days allows only", "without “2026-06-02 is settled: Night”"),
    ),
    "no shift while the desk is open": Impossible(
        _desk(
            (PeriodMinutes(min_minutes=24 * 60, agents=("ana",)),),
            4,
            {
                "hours": {"hours": {"mon": ("08:00-16:00",), "tue": ("08:00-16:00",)}},
                "shift_patterns": (DAY,),
            },
        ),
        (("offered_shifts", ()), ("period_minutes", ())),
        ("at least 16 h” instead of",),
    ),
    "more fixed shifts than the week of the contract": Impossible(
        _desk((REST,), 4, {}, fixed_shifts=_fixed(*((number, "Night") for number in range(4)))),
        (*(("fixed_shift", (number,)) for number in range(4)), ("max_weekly_minutes", ())),
        ("“At most 48 h of paid work in a week", "without “2026-06-03 is settled: Night”"),
    ),
    "work on a weekend that must be free": Impossible(
        _desk((REST, WeekendsOff(min_off=1)), 7, {"shift_patterns": (DAY,)}, fixed_shifts=_fixed((5, "Day"))),
        (("fixed_shift", (5,)), ("weekends_off", ())),
        ("without “2026-06-06 is settled: Day”",),
    ),
    "a single day off where two must come together": Impossible(
        _desk(
            (MinConsecutiveDaysOff(days=2), MaxNights(nights=3)),
            3,
            {},
            fixed_shifts=(*_fixed((0, "Day"), (2, "Day")), FixedShift(date=day(1), off=True)),
        ),
        (*(("fixed_shift", (number,)) for number in range(3)), ("min_consecutive_days_off", ())),
        ("without “2026-06-02 is settled: a day off”", "without “2026-06-03 is settled: Day”"),
    ),
    "a weekly rest that fixed shifts leave no room for": Impossible(
        _desk(
            (WeeklyRest(minutes=50 * 60), MaxNights(nights=3)),
            8,
            {"shift_patterns": (DAY,)},
            fixed_shifts=_fixed(*((number, "Day") for number in (0, 2, 4, 6, 7))),
        ),
        (*(("fixed_shift", (number,)) for number in (0, 2, 4, 6, 7)), ("weekly_rest", ())),
        ("without “2026-06-03 is settled: Day”",),
    ),
    "more hours in the period than its weeks allow": Impossible(
        _desk((PeriodMinutes(min_minutes=48 * 60, agents=("ana",)), REST), 7, {"shift_patterns": (DAY,)}),
        (("max_weekly_minutes", ()), ("period_minutes", ())),
        ("at least 40 h” instead of",),
    ),
    "a fixed shift outside the hours of availability": Impossible(
        _desk(
            (REST,),
            3,
            {},
            fixed_shifts=_fixed((1, "Night")),
            availability={"mon": ("06:00-18:00",), "tue": ("06:00-18:00",), "wed": ("00:00-24:00",)},
        ),
        (("availability", (1,)), ("fixed_shift", (1,))),
        ("without “2026-06-02 is settled: Night”", "without “Available:"),
    ),
}
