"""The Labour Code of Kazakhstan, article by article."""

import pytest

from planner.packs.kazakhstan import Kazakhstan
from tests.packs.desk import Case, every_day
from tests.packs.tables import names_of, rule_lines

SUMMED = {"accounting": "summed", "accounting_first_date": "2026-03-01", "accounting_last_date": "2026-03-31"}
OVERTIME = {"overtime_allowed": True}
AGED_15 = {"birth_date": "2010-09-01"}
AGED_17 = {"birth_date": "2009-01-01"}
FORTY = every_day("09:00-17:00", range(5))
FORTY_SIX = (*FORTY, "5 09:00-15:00")
NEXT_FORTY = every_day("09:00-17:00", range(7, 12))
NEARLY_SPENT = {"overtime_minutes_this_year": "119h"}
#: March 2026 has 18 working days in Kazakhstan (9 and 23 to 25 March are off): 144 h, of which 80 are left.
LEFT_80 = {"accounting_minutes": "64h"}
EIGHTY = (*every_day("08:00-20:00", (0, 2, 4, 6, 8, 10)), "12 08:00-16:00")

CASES = (
    Case("week_40", FORTY, (*FORTY, "5 09:00-09:30")),
    Case("overtime_day", ("0 08:00-18:00",), ("0 08:00-18:30",), contract=OVERTIME),
    Case(
        "overtime_month",
        (*FORTY_SIX, *NEXT_FORTY, "12 09:00-15:00"),
        (*FORTY_SIX, *NEXT_FORTY, "12 09:00-15:30"),
        contract=OVERTIME,
    ),
    Case(
        "overtime_year", (*FORTY, "5 09:00-10:00"), (*FORTY, "5 09:00-10:30"), NEARLY_SPENT, contract=OVERTIME
    ),
    *(
        Case(line, FORTY, (*FORTY, "5 09:00-09:30"), {"overtime_work": word}, contract=OVERTIME)
        for line, word in (("overtime_barred", "barred"), ("overtime_consent", "consent_missing"))
    ),
    Case("norm_hours", EIGHTY, (*EIGHTY[:-1], "12 08:00-16:30"), LEFT_80, options=SUMMED),
    Case(
        "overtime_year",
        (*EIGHTY, "13 08:00-09:00"),
        (*EIGHTY, "13 08:00-09:30"),
        NEARLY_SPENT | LEFT_80,
        contract=OVERTIME,
        options=SUMMED,
    ),
    Case("shift", ("0 08:00-20:30/30@13:00",), ("0 08:00-20:30",)),
    Case("week_under_16", every_day("09:00-17:00", range(3)), (*FORTY[:3], "3 09:00-09:30"), AGED_15),
    Case("week_16_17", (*FORTY[:4], "4 09:00-13:00"), (*FORTY[:4], "4 09:00-13:30"), AGED_17),
    *(
        Case(line, kept, wrong, facts)
        for line, facts in (
            ("night_young", AGED_17),
            ("night_barred", {"night_work": "barred"}),
            ("night_consent", {"night_work": "consent_missing"}),
        )
        for kept, wrong in (
            (("0 14:00-22:00",), ("0 14:00-22:30",)),
            (("0 06:00-14:00",), ("0 05:30-14:00",)),
        )
    ),
    Case("two_shifts", ("0 20:00-08:00", "1 20:00-08:00"), ("0 20:00-08:00", "1 08:00-20:00")),
    Case("two_shifts", ("0 20:00-07:00", "1 08:30-14:00"), ("0 20:00-07:00", "1 08:00-14:00")),
    # the 12 hours of a month are not those of the next: 10 h in the week to 29 March, 10 h in April
    Case(
        "overtime_month",
        (*every_day("09:00-19:00", range(7, 12)), *every_day("09:00-19:00", range(21, 26))),
        (*every_day("09:00-19:00", range(7, 12)), *every_day("09:00-19:00", range(5)), "5 09:00-09:30"),
        contract=OVERTIME,
        days=28,
    ),
    Case("meal_break", ("0 09:00-13:00",), ("0 09:00-13:30",)),
    Case("meal_break", ("0 09:00-17:00/30@12:00",), ("0 09:00-17:00/25@12:00",)),
    Case("daily_rest", ("0 12:00-20:00", "1 08:00-16:00"), ("0 12:00-20:00", "1 07:30-16:00")),
)


@pytest.mark.parametrize("case", CASES, ids=names_of(CASES))
def test_just_right_and_just_wrong(case: Case) -> None:
    assert case.findings("kazakhstan", case.kept) == 0
    assert case.findings("kazakhstan", case.wrong) == 1


@pytest.mark.parametrize("options", [{}, {"accounting": "summed"}])
def test_every_line_with_a_rule_has_its_tours(options: dict[str, object]) -> None:
    assert rule_lines(Kazakhstan.model_validate(options)) <= {case.line for case in CASES}
