"""The paid minutes of a shift, and how many of them are at night and on public holidays."""

from dataclasses import dataclass

from models.calendar import WorkCalendar
from models.clock import ClockSpan
from models.horizon import Horizon
from models.night import minutes_in_band
from models.shift import Shift


@dataclass(frozen=True)
class PaidTime:
    """Paid minutes of one shift, and those of them that carry a premium."""

    minutes: int
    night_minutes: int
    holiday_minutes: int


def paid_time(shift: Shift, horizon: Horizon, calendar: WorkCalendar, night_band: ClockSpan) -> PaidTime:
    """Count a shift's paid minutes by the clock.

    Minutes are real ones: a night on which the clocks change is paid as the 7 or 9 hours it
    lasts.  An unpaid break takes its minutes out where it lies, premiums included.

    Notes
    -----
    Night: 22:00 to 06:00 (TK RF art. 96).  Holiday: from midnight to midnight, so a shift
    that runs into a holiday is split (TK RF art. 153: hours actually worked on the holiday).
    """
    night = holiday = 0
    for start, end in _paid_stretches(shift):
        night += minutes_in_band(horizon, night_band, start, end)
        holiday += _holiday_minutes(horizon, calendar, start, end)
    return PaidTime(shift.paid_minutes, night, holiday)


def _paid_stretches(shift: Shift) -> tuple[tuple[int, int], ...]:
    if shift.break_paid or shift.break_minutes == 0:
        return ((shift.start_minute, shift.end_minute),)
    return (shift.start_minute, shift.break_start_minute), (shift.break_end_minute, shift.end_minute)


def _holiday_minutes(horizon: Horizon, calendar: WorkCalendar, start: int, end: int) -> int:
    total = 0
    day = horizon.day_of(horizon.local(start).date())
    while horizon.day_start(day) < end:
        if calendar.is_holiday(horizon.date_of(day)):
            total += min(end, horizon.day_start(day + 1)) - max(start, horizon.day_start(day))
        day += 1
    return total
