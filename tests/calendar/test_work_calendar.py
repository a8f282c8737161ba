import datetime as dt

import pytest

from models.calendar import CalendarOverride, HolidayCalendar
from models.errors import BadInputError
from planner.calendar.norm import norm_minutes
from planner.calendar.work_calendar import work_calendar

RUSSIA = HolidayCalendar(country="RU")


def whole_year(year: int, weekly_minutes: int = 2400) -> int:
    calendar = work_calendar(RUSSIA, [year])
    return norm_minutes(calendar, dt.date(year, 1, 1), dt.date(year, 12, 31), weekly_minutes)


@pytest.mark.parametrize(
    ("year", "hours"),
    # Production calendars of the Russian Federation for these years, 40-hour week.
    [(2022, 1973), (2023, 1973), (2024, 1979), (2025, 1972), (2026, 1972), (2027, 1972)],
)
def test_russian_norm_hours(year: int, hours: int) -> None:
    assert whole_year(year) == 60 * hours


@pytest.mark.parametrize(
    ("weekly_hours", "minutes"),
    # Published production calendar of 2026: 1,972, 1,774.4 and 1,181.6 hours.
    [(40, 1972 * 60), (36, 17744 * 6), (24, 11816 * 6)],
)
def test_the_hour_before_holidays_is_taken_off_weeks_of_any_length(weekly_hours: int, minutes: int) -> None:
    assert whole_year(2026, weekly_minutes=weekly_hours * 60) == minutes


def test_transfers_of_2024() -> None:
    calendar = work_calendar(RUSSIA, [2024])
    kinds = {
        dt.date(2024, 4, 27): "working",  # Saturday worked for Monday 29 April
        dt.date(2024, 4, 29): "weekend",
        dt.date(2024, 11, 2): "short",  # Saturday worked for 30 April, the eve of 1 May
        dt.date(2024, 12, 28): "working",  # Saturday worked for 30 December
        dt.date(2024, 12, 31): "weekend",
        dt.date(2024, 1, 7): "holiday",
        dt.date(2024, 5, 8): "short",
        dt.date(2024, 5, 10): "weekend",
        dt.date(2024, 6, 10): "working",
        dt.date(2024, 6, 15): "weekend",
    }
    assert {date: calendar.kind(date) for date in kinds} == kinds


def test_the_day_off_after_a_sunday_holiday_is_not_itself_a_holiday() -> None:
    calendar = work_calendar(RUSSIA, [2021])
    assert calendar.kind(dt.date(2021, 5, 9)) == "holiday"
    assert calendar.kind(dt.date(2021, 5, 10)) == "weekend"


def test_last_day_of_the_year_looks_into_the_next() -> None:
    assert work_calendar(RUSSIA, [2020]).kind(dt.date(2020, 12, 31)) == "short"


def test_names_come_in_the_language_asked_for() -> None:
    date = dt.date(2024, 6, 12)
    assert work_calendar(RUSSIA, [2024]).names[date] == "Russia Day"
    assert work_calendar(RUSSIA, [2024], "ru").names[date] == "День России"
    hungary = work_calendar(HolidayCalendar(country="HU"), [2024], "ru")
    assert hungary.names[dt.date(2024, 8, 20)] == "Az államalapítás ünnepe"


def test_replacement_days_with_spaces_in_their_dates_are_days_off() -> None:
    hungary = work_calendar(HolidayCalendar(country="HU"), [2024])
    assert hungary.kind(dt.date(2024, 8, 19)) == "weekend"
    assert hungary.kind(dt.date(2024, 8, 3)) == "working"


def test_no_country_means_saturdays_and_sundays() -> None:
    calendar = work_calendar(HolidayCalendar(), [2024])
    assert {date.weekday() for date, kind in calendar.kinds.items() if kind == "weekend"} == {5, 6}
    assert set(calendar.kinds.values()) == {"working", "weekend"}
    assert len(calendar.kinds) == 366


def test_weekend_is_the_countrys() -> None:
    israel = work_calendar(HolidayCalendar(country="IL"), [1999])
    assert israel.kind(dt.date(1999, 11, 7)) == "working"  # a Sunday
    assert israel.kind(dt.date(1999, 11, 6)) == "weekend"  # a Saturday


def test_overrides_win() -> None:
    settings = HolidayCalendar(
        country="RU",
        overrides=(
            CalendarOverride(date=dt.date(2024, 6, 12), kind="working"),
            CalendarOverride(date=dt.date(2024, 6, 13), kind="holiday", name="City day"),
            CalendarOverride(date=dt.date(2031, 1, 1), kind="holiday"),
        ),
    )
    calendar = work_calendar(settings, [2024])
    assert not calendar.is_day_off(dt.date(2024, 6, 12))
    assert dt.date(2024, 6, 12) not in calendar.names
    assert calendar.is_holiday(dt.date(2024, 6, 13))
    assert calendar.names[dt.date(2024, 6, 13)] == "City day"
    assert dt.date(2031, 1, 1) not in calendar.kinds


@pytest.mark.parametrize("year", [2028, 1990])
def test_years_without_known_transfers_are_refused(year: int) -> None:
    with pytest.raises(BadInputError, match=rf"not known for {year}.*1991 to 2027"):
        work_calendar(RUSSIA, [year])


def test_a_year_beyond_the_decrees_may_be_spelled_out() -> None:
    settings = HolidayCalendar(
        country="RU", overrides=(CalendarOverride(date=dt.date(2028, 1, 9), kind="weekend"),)
    )
    calendar = work_calendar(settings, [2028])
    assert calendar.kind(dt.date(2028, 1, 9)) == "weekend"
    assert calendar.is_holiday(dt.date(2028, 5, 9))


def test_unknown_country_and_region_are_refused() -> None:
    with pytest.raises(BadInputError, match=r'holidays\.country: .*"Narnia"'):
        work_calendar(HolidayCalendar(country="Narnia"), [2024])
    with pytest.raises(BadInputError, match=r'holidays\.subdivision: .*"ZZ".*BY'):
        work_calendar(HolidayCalendar(country="DE", subdivision="ZZ"), [2024])
    with pytest.raises(BadInputError, match="no regions; leave it out"):
        work_calendar(HolidayCalendar(country="RU", subdivision="MOW"), [2024])


def test_a_date_outside_the_years_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        work_calendar(RUSSIA, [2024]).kind(dt.date(2025, 1, 1))


def test_no_years_no_dates() -> None:
    assert work_calendar(RUSSIA, []).kinds == {}
