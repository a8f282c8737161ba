"""The Working Time Regulations 1998, regulation by regulation."""

import pytest

from planner.packs.uk import UnitedKingdom
from tests.packs.desk import Case, every_day
from tests.packs.tables import names_of, rule_lines

YOUNG = {"birth_date": "2009-01-01"}
WEEK = every_day("09:00-17:00", range(5))
FOUR_WEEKS = tuple(f"{7 * week + day} 09:00-17:00" for week in range(4) for day in range(6))
SEVENTEEN_WEEKS = tuple(f"{7 * week + day} 09:00-17:00" for week in range(17) for day in range(6))

CASES = (
    Case("average_week", SEVENTEEN_WEEKS, (*SEVENTEEN_WEEKS, "118 09:00-09:30"), days=119),
    Case(
        "average_week",
        FOUR_WEEKS,
        (*FOUR_WEEKS, "27 09:00-09:30"),
        options={"averaging_weeks": 4},
        days=28,
    ),
    Case("young_week", WEEK, (*WEEK, "5 09:00-09:30"), YOUNG),
    Case("young_day", ("0 09:00-17:30/30@12:00",), ("0 09:00-17:30",), YOUNG),
    Case("young_rest", ("0 12:00-20:00", "1 08:00-16:00"), ("0 12:00-20:00", "1 07:30-16:00"), YOUNG),
    Case(
        "young_weekly_rest",
        (*WEEK, "5 09:00-12:00", "7 12:00-20:00"),
        (*WEEK, "5 09:00-12:00", "7 11:30-20:00"),
        YOUNG,
    ),
    Case("young_break", ("0 09:00-13:30",), ("0 09:00-14:00",), YOUNG),
    Case("young_break", ("0 09:00-13:45/15@12:00",), ("0 09:00-13:50/15@12:00",), YOUNG),
    Case("young_break", ("0 09:00-15:00/30@12:00",), ("0 09:00-15:00/25@12:00",), YOUNG),
    Case("young_nights", ("0 14:00-22:00",), ("0 14:00-22:30",), YOUNG),
    Case("young_nights", ("0 06:00-14:00",), ("0 05:30-14:00",), YOUNG),
    Case("nights_barred", ("0 15:00-23:00",), ("0 15:00-23:30",), {"night_work": "barred"}),
    Case("nights_barred", ("0 06:00-14:00",), ("0 05:30-14:00",), {"night_work": "barred"}),
    Case("daily_rest", ("0 12:00-21:00", "1 08:00-16:00"), ("0 12:00-21:00", "1 07:30-16:00")),
    Case(
        "weekly_rest",
        (*WEEK, "5 14:00-22:00", "7 09:00-17:00"),
        (*WEEK, "5 14:00-22:30", "7 09:00-17:00"),
    ),
    Case("break", ("0 09:00-15:00",), ("0 09:00-15:30",)),
    # six hours of work, the break left out
    Case("break", ("0 09:00-15:10/10@12:00",), ("0 09:00-15:15/10@12:00",)),
    Case("break", ("0 09:00-17:00/20@12:00",), ("0 09:00-17:00/19@12:00",)),
)


@pytest.mark.parametrize("case", CASES, ids=names_of(CASES))
def test_just_right_and_just_wrong(case: Case) -> None:
    assert case.findings("uk", case.kept) == 0
    assert case.findings("uk", case.wrong) == 1


def test_every_line_with_a_rule_has_its_tours() -> None:
    assert rule_lines(UnitedKingdom()) <= {case.line for case in CASES}


def test_who_opted_out_may_work_more_on_average() -> None:
    case = Case(
        "average_week",
        (*FOUR_WEEKS, "27 09:00-21:00"),
        (),
        {"opt_out": True},
        options={"averaging_weeks": 4},
        days=28,
    )
    assert case.findings("uk", case.kept) == 0
