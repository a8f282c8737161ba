import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calendar import HolidayCalendar, WorkCalendar
from models.clock import WEEKDAYS, ClockSpan
from models.horizon import Horizon
from models.opening import Opening
from planner.calendar.hours import lead_in_open, open_intervals, open_spans
from planner.calendar.work_calendar import work_calendar

PLAIN = work_calendar(HolidayCalendar(), [2023, 2024])
RUSSIA = work_calendar(HolidayCalendar(country="RU"), [2023, 2024])


def horizon(first: str = "2024-01-08", days: int = 7, zone: str = "Europe/Moscow", step: int = 30) -> Horizon:
    return Horizon(zone=zone, first_date=dt.date.fromisoformat(first), days=days, interval_minutes=step)


def opening(hours: Any, **rest: Any) -> Opening:
    return Opening.model_validate({"hours": hours, **rest})


def test_round_the_clock_is_one_span() -> None:
    assert open_spans(opening("24/7"), PLAIN, horizon()) == ((0, 7 * 1440),)
    assert all(open_intervals(opening("24/7"), PLAIN, horizon()))


def test_office_hours() -> None:
    spans = open_spans(opening("mon-fri 09:00-18:00"), PLAIN, horizon())
    assert spans == tuple((1440 * day + 540, 1440 * day + 1080) for day in range(5))


def test_hours_past_midnight_reach_into_the_first_day_and_stop_at_the_end() -> None:
    spans = open_spans(opening("fri-sun 20:00-04:00"), PLAIN, horizon())
    # The Sunday before the period runs into Monday; the last Sunday is cut at midnight.
    assert spans[0] == (0, 240)
    assert spans[-1] == (6 * 1440 + 1200, 7 * 1440)


def test_touching_and_overlapping_hours_merge() -> None:
    hours = {"mon": ["09:00-12:00", "12:00-15:00", "14:00-16:00"]}
    assert open_spans(opening(hours), PLAIN, horizon()) == ((540, 960),)


def test_an_interval_partly_open_counts_as_closed() -> None:
    flags = open_intervals(opening("mon 09:15-10:45"), PLAIN, horizon())
    assert [index for index, flag in enumerate(flags) if flag] == [19, 20]


@pytest.mark.parametrize(
    ("on_holidays", "first_day"),
    [("as_usual", ((540, 1080),)), ("closed", ()), ("as_sunday", ((600, 840),))],
)
def test_public_holidays(on_holidays: str, first_day: tuple[tuple[int, int], ...]) -> None:
    # Monday 8 January 2024 is a public holiday in Russia.
    hours = opening("mon-sat 09:00-18:00; sun 10:00-14:00", on_holidays=on_holidays)
    assert open_spans(hours, RUSSIA, horizon(days=1)) == first_day


def test_an_exception_wins_over_a_holiday_and_leaves_the_night_before_alone() -> None:
    hours = opening(
        "mon-sun 20:00-04:00",
        on_holidays="closed",
        exceptions=[{"date": dt.date(2024, 1, 8), "spans": ["10:00-11:00"]}, {"date": dt.date(2024, 1, 10)}],
    )
    spans = open_spans(hours, RUSSIA, horizon(days=4))
    night = 1440 + 1200, 2 * 1440 + 240
    # Sunday 7 January is a holiday itself, so nothing runs into Monday.
    assert spans == ((600, 660), night, (3 * 1440 + 1200, 4 * 1440))


def test_clocks_going_forward_shorten_the_day() -> None:
    spring = horizon("2024-03-31", days=1, zone="Europe/Berlin")
    assert open_spans(opening("24/7"), PLAIN, spring) == ((0, 23 * 60),)
    assert open_spans(opening("sun 01:00-04:00"), PLAIN, spring) == ((60, 180),)
    assert sum(open_intervals(opening("sun 01:00-04:00"), PLAIN, spring)) == 4


def test_clocks_going_back_lengthen_the_day() -> None:
    autumn = horizon("2024-10-27", days=1, zone="Europe/Berlin")
    assert open_spans(opening("sun 01:00-04:00"), PLAIN, autumn) == ((60, 300),)


def test_lead_in_ends_where_the_period_begins() -> None:
    # The last four hours of Sunday: open from 20:30.
    flags = lead_in_open(opening("sun 20:30-24:00"), PLAIN, horizon(), 8)
    assert flags == (False,) + (True,) * 7
    assert lead_in_open(opening("24/7"), PLAIN, horizon(), 0) == ()


def test_lead_in_crosses_a_clock_change() -> None:
    # Sunday 31 March 2024 has 23 hours in Berlin: 24 hours before Monday is Saturday 23:00.
    monday = horizon("2024-04-01", zone="Europe/Berlin", step=60)
    flags = lead_in_open(opening("sat 22:00-24:00"), PLAIN, monday, 25)
    assert [index for index, flag in enumerate(flags) if flag] == [0, 1]


hours_of_week = st.dictionaries(
    st.sampled_from(WEEKDAYS),
    st.lists(
        st.tuples(st.integers(0, 95), st.integers(0, 96)).map(
            lambda pair: ClockSpan(start=15 * pair[0], end=15 * pair[1])
        ),
        max_size=3,
    ),
    min_size=1,
)


@given(
    hours=hours_of_week,
    first=st.dates(dt.date(2023, 3, 1), dt.date(2024, 11, 1)),
    zone=st.sampled_from(["Europe/Berlin", "Europe/Moscow", "America/New_York", "Asia/Kolkata"]),
)
def test_an_interval_is_open_exactly_when_the_clock_says_so(
    hours: dict[Any, list[ClockSpan]], first: dt.date, zone: str
) -> None:
    frame = Horizon(zone=zone, first_date=first, days=3, interval_minutes=15)
    desk = Opening.model_validate({"hours": {day: list(spans) for day, spans in hours.items()}})
    calendar = WorkCalendar(kinds={}, names={})
    flags = open_intervals(desk, calendar, frame)
    for start, flag in zip(frame.interval_starts, flags, strict=True):
        clock = frame.local(start)
        if clock.replace(fold=1).utcoffset() != clock.replace(fold=0).utcoffset():
            continue
        minute = clock.hour * 60 + clock.minute
        today = hours.get(WEEKDAYS[clock.weekday()], [])
        yesterday = hours.get(WEEKDAYS[clock.weekday() - 1], [])
        expected = any(span.start <= minute < span.end_unwrapped for span in today) or any(
            minute < span.end_unwrapped - 1440 for span in yesterday
        )
        assert flag == expected or _near_clock_change(frame, start)


def _near_clock_change(frame: Horizon, minute: int) -> bool:
    """Whether the clocks move within a day of this minute, where skipped times are read as if they had not."""
    offsets = {frame.local(minute + 60 * hours).utcoffset() for hours in range(-24, 25)}
    return len(offsets) > 1
