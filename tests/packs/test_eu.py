"""The Directive 2003/88/EC, article by article."""

import datetime as dt
from typing import Any

import pytest

from planner.packs.eu import EuropeanUnion
from tests.packs.desk import Case, every_day
from tests.packs.tables import names_of, rule_lines

WEEK = every_day("09:00-17:00", range(5))
SPRING: dict[str, Any] = {"first_date": dt.date(2026, 3, 28), "zone": "Europe/Berlin"}
AUTUMN: dict[str, Any] = {"first_date": dt.date(2026, 10, 24), "zone": "Europe/Berlin"}
EVE_UNTIL_21 = {"worked_before": [{"date": dt.date(2026, 3, 15), "start": "13:00", "length_minutes": "8h"}]}
SEVENTEEN_WEEKS = tuple(f"{7 * week + day} 09:00-17:00" for week in range(17) for day in range(6))

CASES = (
    Case("daily_rest", ("0 12:00-21:00", "1 08:00-16:00"), ("0 12:00-21:00", "1 07:30-16:00")),
    # the night the clocks go forward is an hour short, the one they go back an hour long
    Case("daily_rest", ("0 13:00-22:00", "1 10:00-16:00"), ("0 13:00-22:00", "1 09:30-16:00"), **SPRING),
    Case("daily_rest", ("0 13:00-22:00", "1 08:00-16:00"), ("0 13:00-22:00", "1 07:30-16:00"), **AUTUMN),
    Case("daily_rest", ("0 08:00-16:00",), ("0 07:30-16:00",), EVE_UNTIL_21),
    Case("break", ("0 09:00-15:00",), ("0 09:00-15:30",)),
    # six hours of work, the break left out
    Case("break", ("0 09:00-15:10/10@12:00",), ("0 09:00-15:15/10@12:00",)),
    Case("break", ("0 09:00-17:00/15@12:00",), ("0 09:00-17:00/10@12:00",)),
    Case("break", ("0 09:00-17:00/30@12:00",), ("0 09:00-17:00/25@12:00",), options={"break_minutes": "30m"}),
    Case(
        "weekly_rest",
        (*WEEK, "5 14:00-22:00", "7 09:00-17:00"),
        (*WEEK, "5 14:00-22:30", "7 09:00-17:00"),
    ),
    Case(
        "average_week",
        SEVENTEEN_WEEKS,
        (*SEVENTEEN_WEEKS, "118 09:00-09:30"),
        days=119,
    ),
    Case(
        "average_week",
        SEVENTEEN_WEEKS[:24],
        (*SEVENTEEN_WEEKS[:24], "27 09:00-09:30"),
        options={"averaging_weeks": 4},
        days=28,
    ),
    # a reference period that began two weeks before the plan, 96 h of it worked
    Case(
        "average_week",
        SEVENTEEN_WEEKS[:12],
        (*SEVENTEEN_WEEKS[:12], "13 09:00-09:30"),
        {"accounting_minutes": "96h"},
        options={"averaging_weeks": 4, "averaging_first_date": "2026-03-02"},
    ),
    # and the next one begins afresh
    Case(
        "average_week",
        (*SEVENTEEN_WEEKS[:6], *SEVENTEEN_WEEKS[6:12]),
        (*SEVENTEEN_WEEKS[:6], "6 09:00-09:30", *SEVENTEEN_WEEKS[6:12]),
        options={"averaging_weeks": 1},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=names_of(CASES))
def test_just_right_and_just_wrong(case: Case) -> None:
    assert case.findings("eu", case.kept) == 0
    assert case.findings("eu", case.wrong) == 1


def test_every_line_with_a_rule_has_its_tours() -> None:
    assert rule_lines(EuropeanUnion()) <= {case.line for case in CASES}


def test_who_opted_out_may_work_more_on_average() -> None:
    case = Case(
        "average_week",
        (*SEVENTEEN_WEEKS[:24], "27 09:00-21:00"),
        (),
        {"opt_out": True},
        options={"averaging_weeks": 4},
        days=28,
    )
    assert case.findings("eu", case.kept) == 0
