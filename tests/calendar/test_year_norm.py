"""Norms of hours, held against published production calendars."""

import datetime as dt

import pytest

from models.calendar import CalendarOverride, HolidayCalendar
from planner.calendar.work_calendar import work_calendar
from planner.calendar.year_norm import month_norms, stretch_norm

WEEKS = (2400, 2160, 1440)
RUSSIA = HolidayCalendar(country="RU")


def test_the_months_of_2026() -> None:
    months = month_norms(work_calendar(RUSSIA, [2026]), 2026, WEEKS)
    assert [month.working_days for month in months] == [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22]
    assert [month.norm_minutes[0] // 60 for month in months] == [
        120, 152, 168, 175, 151, 167, 184, 168, 176, 176, 159, 176
    ]  # fmt: skip
    assert sum(month.days_off for month in months) == 118
    assert [month.short_days for month in months] == [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("quarter", "days", "tenths_of_hours"),
    [
        (1, 55, (4400, 3960, 2640)),
        (2, 62, (4930, 4434, 2946)),
        (3, 66, (5280, 4752, 3168)),
        (4, 64, (5110, 4598, 3062)),
    ],
)
def test_the_quarters_of_2026(quarter: int, days: int, tenths_of_hours: tuple[int, ...]) -> None:
    last = dt.date(2026 + (quarter == 4), 3 * quarter % 12 + 1, 1) - dt.timedelta(days=1)
    norm = stretch_norm(work_calendar(RUSSIA, [2026]), dt.date(2026, 3 * quarter - 2, 1), last, WEEKS)
    assert norm.working_days == days
    assert norm.norm_minutes == tuple(6 * tenths for tenths in tenths_of_hours)


def test_a_decree_in_the_overrides_counts() -> None:
    days = (
        CalendarOverride(date=dt.date(2026, 10, 30), kind="weekend"),
        CalendarOverride(date=dt.date(2026, 10, 31), kind="short"),
    )
    calendar = work_calendar(RUSSIA.model_copy(update={"overrides": days}), [2026])
    october = month_norms(calendar, 2026, WEEKS)[9]
    assert (october.working_days, october.short_days, october.norm_minutes[0]) == (22, 1, 175 * 60)
