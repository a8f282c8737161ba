"""The Arbeitszeitgesetz, section by section."""

import datetime as dt

import pytest

from planner.packs.germany import Germany
from tests.packs.desk import Case, every_day
from tests.packs.tables import names_of, rule_lines

YOUNG = {"birth_date": "2009-01-01"}
WEEK = every_day("09:00-17:00", range(5))
FOUR_WEEKS = tuple(f"{7 * week + day} 09:00-17:00" for week in range(4) for day in range(6))
HALF_YEAR = tuple(f"{7 * week + day} 09:00-17:00" for week in range(24) for day in range(6))

CASES = (
    Case("day", ("0 08:00-18:30/30@13:00",), ("0 08:00-19:00/30@13:00",)),
    Case("average_week", HALF_YEAR, (*HALF_YEAR, "167 09:00-09:30"), days=168),
    Case(
        "average_week",
        FOUR_WEEKS,
        (*FOUR_WEEKS, "27 09:00-09:30"),
        options={"averaging_weeks": 4},
        days=28,
    ),
    Case("break_30", ("0 08:00-14:00",), ("0 08:00-14:30",)),
    Case("break_30", ("0 08:00-16:30/30@12:00",), ("0 08:00-16:30/25@12:00",)),
    Case("break_30", ("0 08:00-16:30/30@14:00",), ("0 08:00-16:30/30@14:30",)),
    # more than six and nine hours of work, the break left out
    Case("break_30", ("0 08:00-14:15/15@11:00",), ("0 08:00-14:20/15@11:00",)),
    Case("break_45", ("0 08:00-17:30/30@12:00",), ("0 08:00-18:00/30@12:00",)),
    Case("break_45", ("0 08:00-18:00/45@12:00",), ("0 08:00-18:00/40@12:00",)),
    Case("daily_rest", ("0 12:00-21:00", "1 08:00-16:00"), ("0 12:00-21:00", "1 07:30-16:00")),
    Case("night_barred", ("0 12:00-20:00",), ("0 12:00-20:30",), {"night_work": "barred"}),
    Case("night_barred", ("0 06:00-14:00",), ("0 05:30-14:00",), {"night_work": "barred"}),
    Case("replacement_day", every_day("09:00-17:00", range(12)), every_day("09:00-17:00", range(13))),
    # any 14 days, not those of the calendar
    Case(
        "replacement_day",
        every_day("09:00-17:00", (*range(3, 15), 17, 18)),
        every_day("09:00-17:00", (*range(3, 15), 16)),
        days=21,
    ),
    Case("young_day", ("0 08:00-17:00/60@12:00",), ("0 08:00-17:00/30@12:00",), YOUNG),
    Case("young_week", WEEK, (*WEEK, "5 09:00-09:30"), YOUNG),
    Case("young_break", ("0 08:00-17:00/60@12:00",), ("0 08:00-17:00/55@12:00",), YOUNG),
    Case("young_break", ("0 08:00-17:00/60@12:30",), ("0 08:00-17:00/60@13:00",), YOUNG),
    Case("young_short_break", ("0 09:00-13:30",), ("0 09:00-14:00",), YOUNG),
    Case("young_short_break", ("0 09:00-14:30/30@12:00",), ("0 09:00-14:30/25@12:00",), YOUNG),
    Case("young_short_break", ("0 09:00-15:00/30@13:30",), ("0 09:00-15:00/30@14:00",), YOUNG),
    Case("young_shift", ("0 08:00-18:00/60@12:00",), ("0 08:00-18:30/90@12:00",), YOUNG),
    # 1 May 2026 is the Friday
    Case("young_holidays", ("3 09:00-16:00",), ("4 09:00-16:00",), YOUNG, first_date=dt.date(2026, 4, 27)),
    Case("young_rest", ("0 12:00-20:00", "1 08:00-16:00"), ("0 12:00-20:00", "1 07:30-16:00"), YOUNG),
    Case("young_nights", ("0 12:00-20:00",), ("0 12:00-20:30",), YOUNG),
    Case("young_nights", ("0 06:00-14:00",), ("0 05:30-14:00",), YOUNG),
    Case("young_five_days", ("4 09:00-16:00",), ("5 09:00-16:00",), YOUNG),
    Case("young_five_days", ("7 09:00-16:00",), ("6 09:00-16:00",), YOUNG),
)


@pytest.mark.parametrize("case", CASES, ids=names_of(CASES))
def test_just_right_and_just_wrong(case: Case) -> None:
    assert case.findings("germany", case.kept) == 0
    assert case.findings("germany", case.wrong) == 1


def test_every_line_with_a_rule_has_its_tours() -> None:
    assert rule_lines(Germany()) <= {case.line for case in CASES}
