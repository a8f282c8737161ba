"""Worked shifts on the axis."""

import datetime as dt

from models.agent import WorkedShift
from models.horizon import Horizon
from models.past_shifts import past_shifts
from models.pay_terms import NightTerms

BERLIN = Horizon(zone="Europe/Berlin", first_date=dt.date(2026, 10, 26), days=7, interval_minutes=30)


def worked(date: dt.date, start_hour: int, **more: int) -> WorkedShift:
    return WorkedShift(date=date, start=start_hour * 60, length_minutes=480, **more)


def test_days_are_negative_and_in_order() -> None:
    late, early = worked(dt.date(2026, 10, 25), 9), worked(dt.date(2026, 10, 23), 9, paid_minutes=450)
    shifts = past_shifts(BERLIN, NightTerms(), (late, early))
    assert [shift.day for shift in shifts] == [-3, -1]
    assert [shift.paid_minutes for shift in shifts] == [450, 480]


def test_a_long_night_has_its_real_length() -> None:
    (night,) = past_shifts(BERLIN, NightTerms(), (worked(dt.date(2026, 10, 24), 22),))
    assert night.paid_minutes == night.end_minute - night.start_minute == 9 * 60
    assert night.is_night
    assert BERLIN.local(night.end_minute).hour == 6
