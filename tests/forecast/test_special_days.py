"""What is said of holidays and moved days in the period."""

import datetime as dt

import numpy as np
import pytest

from models.calendar import CalendarOverride, HolidayCalendar
from models.text import Language
from planner.calendar.work_calendar import work_calendar
from planner.forecast.profile import fit_profile
from planner.forecast.special_days import special_days_note
from tests.forecast.histories import AnyChannel, period

FIRST = dt.date(2024, 1, 1)
DAYS = 140
#: Came before, never came, another like it came, and one on a weekday that is closed.
MAY_DAY, NEW, OTHER, CLOSED = (dt.date(2024, *at) for at in ((5, 1), (5, 23), (5, 28), (5, 26)))
CHANNEL = AnyChannel.model_validate(
    {"kind": "any", "name": "calls", "aht_seconds": 300, "history": {"file": "calls.csv"}}
)


def note(*days: tuple[dt.date, str, str], language: Language = "en") -> tuple[str, ...]:
    overrides = tuple(CalendarOverride.model_validate({"date": d, "kind": k, "name": n}) for d, k, n in days)
    calendar = work_calendar(HolidayCalendar(overrides=overrides), [2024])
    dates = [FIRST + dt.timedelta(days=number) for number in range(DAYS)]
    counts = np.array([[0.0 if date.weekday() == 6 else 10.0] * 24 for date in dates])
    counts[[date in {day for day, _, _ in days} for date in dates]] *= 0.5
    return special_days_note(
        CHANNEL, period(FIRST + dt.timedelta(days=DAYS), 14), fit_profile(counts, dates, calendar), language
    )


def test_a_period_of_usual_days_has_nothing_to_say() -> None:
    assert note() == ()
    assert note((MAY_DAY, "holiday", "May Day"), (CLOSED, "holiday", "Sunday")) == ()


def test_each_special_day_is_told_with_its_factor_and_what_it_rests_on() -> None:
    was = (MAY_DAY, "holiday", "May Day")
    (said,) = note(was, (NEW, "holiday", "May Day"), (OTHER, "holiday", "Founders' Day"))
    assert said.startswith("calls: days of the period unlike others")
    assert "2024-05-23 May Day × 0.62 (as it was before)" in said
    assert "2024-05-28 Founders' Day × 0.75 (not in the history: like other such days there)" in said


@pytest.mark.parametrize(("language", "told"), [("en", "give an event"), ("ru", "задайте событие")])
def test_a_day_whose_like_never_came_is_usual_and_the_user_is_told_so(language: Language, told: str) -> None:
    (said,) = note((NEW, "holiday", ""), language=language)
    assert "2024-05-23 × 1 (" in said
    assert told in said


def test_many_special_days_are_not_all_listed() -> None:
    days = [(FIRST + dt.timedelta(days=DAYS + k), "holiday", f"Day {k}") for k in range(14)]
    (said,) = note(*days)
    assert said.endswith("; 4 more.")
