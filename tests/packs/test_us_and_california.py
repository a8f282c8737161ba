"""The Fair Labor Standards Act and the California Labor Code, section by section."""

import pytest

from planner.packs.california import California
from planner.packs.us import UnitedStates
from tests.packs.desk import Case, every_day
from tests.packs.tables import names_of, rule_lines

AGED_15 = {"birth_date": "2011-01-01"}
WEEK = every_day("09:00-17:00", range(5))
WAIVED = {"meal_waivers": True}

US = (
    Case("young_hours", ("0 08:00-16:00",), ("0 08:00-16:30",), AGED_15),
    Case("young_week", WEEK, (*WEEK, "5 09:00-09:30"), AGED_15),
    Case("young_times", ("0 07:00-15:00",), ("0 06:30-14:30",), AGED_15),
    Case("young_times", ("0 11:00-19:00",), ("0 11:00-19:30",), AGED_15),
)
CALIFORNIA = (
    Case("meal", ("0 09:00-14:00",), ("0 09:00-14:30",)),
    Case("meal", ("0 09:00-17:30/30@14:00",), ("0 09:00-17:30/25@14:00",)),
    Case("meal", ("0 09:00-17:30/30@14:00",), ("0 09:00-17:30/30@14:30",)),
    Case("meal", ("0 09:00-15:00",), ("0 09:00-15:30",), options=WAIVED),
    Case("second_meal", ("0 08:00-18:30/30@12:00",), ("0 08:00-19:00/30@12:00",)),
    Case("second_meal", ("0 08:00-20:30/30@12:00",), ("0 08:00-21:00/30@12:00",), options=WAIVED),
    Case("day_of_rest", every_day("09:00-17:00", range(6)), every_day("09:00-17:00", range(7))),
)


@pytest.mark.parametrize("case", US, ids=names_of(US))
def test_federal_just_right_and_just_wrong(case: Case) -> None:
    assert case.findings("us", case.kept) == 0
    assert case.findings("us", case.wrong) == 1


@pytest.mark.parametrize("case", CALIFORNIA, ids=names_of(CALIFORNIA))
def test_california_just_right_and_just_wrong(case: Case) -> None:
    assert case.findings("california", case.kept) == 0
    assert case.findings("california", case.wrong) == 1


def test_every_line_with_a_rule_has_its_tours() -> None:
    assert rule_lines(UnitedStates()) <= {case.line for case in US}
    assert rule_lines(California()) <= {case.line for case in CALIFORNIA}
