"""Russia, article by article: just right and just wrong on either side of each limit."""

import datetime as dt
from dataclasses import replace

import pytest

from planner.packs.russia import Russia
from tests.packs.desk import Case, every_day
from tests.packs.tables import names_of, rule_lines

SUMMED = {"accounting": "summed"}
SHORTER = {"shorter_night_contracts": ["standard"]}
OVERTIME = {"overtime_allowed": True}
AGED_15 = {"birth_date": "2010-09-01"}
AGED_14 = {"birth_date": "2011-09-01"}
#: A Monday; the Friday after it, 12 June 2026, is a public holiday.
JUNE_8 = dt.date(2026, 6, 8)
AGED_17 = {"birth_date": "2009-01-01"}
FORTY = every_day("09:00-17:00", range(5))
EIGHTY = (*every_day("08:00-20:00", (0, 2, 4, 6, 8, 10)), "12 08:00-16:00")
NEARLY_SPENT = {"overtime_minutes_this_year": "119h"}
NIGHTS = ((("0 14:00-22:00",), ("0 14:00-22:30",)), (("0 06:00-14:00",), ("0 05:30-14:00",)))
THURSDAY = dt.date(2026, 3, 19)
LAST_THREE_DAYS = {
    "worked_before": [
        {"date": dt.date(2026, 3, day), "start": "08:00", "length_minutes": 640} for day in (16, 17, 18)
    ]
}
EVE_OF_TEN_HOURS = {
    "worked_before": [{"date": dt.date(2026, 3, 15), "start": "08:00", "length_minutes": "10h"}]
}
EVE_NIGHT = {"worked_before": [{"date": dt.date(2026, 3, 15), "start": "20:00", "length_minutes": "12h"}]}
BARRED = ({"night_work": "barred"}, "night_barred")
UNASKED = ({"night_work": "consent_missing"}, "night_consent")

CASES = (
    Case("week_40", FORTY, (*FORTY, "5 09:00-09:30")),
    Case(
        "overtime_two_days",
        every_day("08:00-18:00", range(2)),
        ("0 08:00-18:00", "1 08:00-18:30"),
        contract=OVERTIME,
    ),
    Case("overtime_two_days", ("0 08:00-20:00", "2 08:00-20:00"), ("0 08:00-20:30",), contract=OVERTIME),
    Case(
        "overtime_year", (*FORTY, "5 09:00-10:00"), (*FORTY, "5 09:00-10:30"), NEARLY_SPENT, contract=OVERTIME
    ),
    *(
        Case(line, FORTY, (*FORTY, "5 09:00-09:30"), {"overtime_work": word}, contract=OVERTIME)
        for line, word in (("overtime_barred", "barred"), ("overtime_consent", "consent_missing"))
    ),
    Case("norm_hours", EIGHTY, (*EIGHTY[:-1], "12 08:00-16:30"), options=SUMMED),
    Case(
        "overtime_year",
        (*EIGHTY, "13 08:00-09:00"),
        (*EIGHTY, "13 08:00-09:30"),
        NEARLY_SPENT,
        contract=OVERTIME,
        options=SUMMED,
    ),
    *(
        Case(
            line,
            EIGHTY,
            (*EIGHTY[:-1], "12 08:00-16:30"),
            {"overtime_work": word},
            contract=OVERTIME,
            options=SUMMED,
        )
        for line, word in (("overtime_barred", "barred"), ("overtime_consent", "consent_missing"))
    ),
    Case("week_under_16", every_day("09:00-17:00", range(3)), (*FORTY[:3], "3 09:00-09:30"), AGED_15),
    Case(
        "week_16_17",
        every_day("09:00-16:00", range(5)),
        (*every_day("09:00-16:00", range(5)), "5 09:00-09:30"),
        AGED_17,
    ),
    Case("shift_14", ("0 09:00-13:00",), ("0 09:00-13:30",), AGED_14),
    Case("shift_under_16", ("0 09:00-14:00",), ("0 09:00-14:30",), AGED_15),
    Case("shift_16_17", ("0 09:00-16:30/30@12:00",), ("0 09:00-16:30",), AGED_17),
    Case("young_days_off", ("4 09:00-16:00", "7 09:00-16:00"), ("5 09:00-16:00",), AGED_17),
    Case("young_days_off", ("4 09:00-16:00", "7 09:00-16:00"), ("6 09:00-16:00",), AGED_17),
    *(
        Case(line, kept, wrong, facts, first_date=JUNE_8)
        for line, facts in (
            ("young_holidays", AGED_17),
            ("holidays_barred", {"holiday_work": "barred"}),
            ("holidays_consent", {"holiday_work": "consent_missing"}),
        )
        for kept, wrong in (
            (("3 09:00-16:00", "5 09:00-16:00"), ("4 09:00-16:00",)),
            (("3 17:00-24:00",), ("3 17:30-00:30",)),
            (("5 00:00-07:00",), ("4 23:30-06:30",)),
        )
    ),
    *(Case("night_young", kept, wrong, AGED_17) for kept, wrong in NIGHTS),
    *(Case(line, kept, wrong, facts) for kept, wrong in NIGHTS for facts, line in (BARRED, UNASKED)),
    Case("two_shifts", ("0 20:00-08:00", "1 20:00-08:00"), ("0 20:00-08:00", "1 08:00-20:00")),
    # after an hour it is no longer the second one in a row
    Case("two_shifts", ("0 08:00-14:00", "1 08:00-14:00"), ("0 20:00-07:00", "1 08:00-14:00")),
    Case("two_shifts", ("0 20:00-07:00", "1 08:30-14:00"), ("0 20:00-07:00", "1 08:00-14:00")),
    # shifts of the eve and of the week the plan begins in
    Case("two_shifts", ("0 09:30-14:00",), ("0 09:00-14:00",), EVE_NIGHT),
    Case("week_40", ("0 09:00-17:00",), ("0 09:00-17:30",), LAST_THREE_DAYS, first_date=THURSDAY),
    Case("overtime_two_days", ("0 09:00-19:00",), ("0 09:00-19:30",), EVE_OF_TEN_HOURS, contract=OVERTIME),
    Case(
        "weekly_rest",
        ("0 09:00-17:00", "1 09:00-17:00", "2 09:00-15:00", "4 09:00-17:00"),
        ("0 09:00-17:00", "1 09:00-17:00", "2 09:00-15:30", "4 09:00-17:00"),
        LAST_THREE_DAYS,
        first_date=THURSDAY,
    ),
    Case(
        "weekly_rest",
        (*FORTY, "5 09:00-15:00", "7 09:00-17:00"),
        (*FORTY, "5 09:00-15:30", "7 09:00-17:00"),
    ),
    # a day's shift less an hour, where at least half of it is from 22:00 to 6:00
    Case("night_shorter", ("0 22:00-05:00",), ("0 22:00-05:30",), options=SHORTER),
    Case("night_shorter", ("0 17:30-02:00/30@20:00",), ("0 18:00-02:00/30@20:00",), options=SHORTER),
    Case(
        "night_shorter",
        ("0 20:00-08:00/60@00:00",),
        ("0 20:00-08:00/30@00:00",),
        options={**SHORTER, "day_shift_minutes": "12h"},
    ),
    Case("meal_break", ("0 09:00-13:00",), ("0 09:00-13:30",)),
    # the break itself is part of the shift of more than four hours
    Case("meal_break", ("0 09:00-13:30/30@11:00",), ("0 09:00-13:30/15@11:00",)),
    Case("meal_break", ("0 09:00-18:00/30@13:00",), ("0 09:00-18:00/25@13:00",)),
    Case("meal_break", ("0 09:00-18:00/120@13:00",), ("0 09:00-18:00/125@13:00",)),
)


@pytest.mark.parametrize("case", CASES, ids=names_of(CASES))
def test_just_right_and_just_wrong(case: Case) -> None:
    assert case.findings("russia", case.kept) == 0
    assert case.findings("russia", case.wrong) == 1


@pytest.mark.parametrize("options", [{}, SUMMED, {"meals_at_desk": True}, SHORTER])
def test_every_line_with_a_rule_has_its_tours(options: dict[str, object]) -> None:
    assert rule_lines(Russia.model_validate(options)) <= {case.line for case in CASES}


def test_the_budget_of_120_hours_is_the_years_and_not_a_later_ones() -> None:
    """119 h are used of 2026; in the first week of January there are 40 + 2 h, of 2027 alone."""
    new_year = Case(
        "overtime_year",
        (*every_day("09:00-17:00", range(4, 9)), "9 09:00-11:00"),
        (*every_day("09:00-17:00", range(5)), "5 09:00-11:00"),
        NEARLY_SPENT,
        contract=OVERTIME,
        options={"unchanged_until": "2027-12-31"},
        first_date=dt.date(2026, 12, 31),
    )
    assert new_year.findings("russia", new_year.kept) == 0
    in_the_year = replace(new_year, first_date=dt.date(2026, 12, 14))
    assert in_the_year.findings("russia", in_the_year.wrong) == 1


def test_who_is_hired_for_nights_is_owed_no_hour() -> None:
    others = {"shorter_night_contracts": ["by day"]}
    case = Case("night_shorter", ("0 20:00-08:00",), (), options=others)
    assert case.findings("russia", case.kept) == 0
    assert replace(case, options=SHORTER).findings("russia", case.kept) == 1


def test_who_is_paid_for_eating_at_the_desk_has_no_break() -> None:
    case = Case("meal_break", ("0 08:00-20:00",), (), options={"meals_at_desk": True})
    assert case.findings("russia", case.kept) == 0
