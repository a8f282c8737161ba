"""Shifts worked just before the period, put on the horizon's axis."""

from models.agent import WorkedShift
from models.horizon import Horizon
from models.night import is_night_shift
from models.pay_terms import NightTerms
from models.shift import Shift


def past_shifts(horizon: Horizon, night: NightTerms, worked: tuple[WorkedShift, ...]) -> tuple[Shift, ...]:
    """Place worked shifts on the axis, oldest first; their days are negative.

    The length is read by the clock, as a shift pattern's is, so a night on which the clocks
    changed has its real length.  Paid minutes are the elapsed ones where not given; where a
    break lay is not known and no longer matters.
    """
    shifts = []
    for past in worked:
        day = horizon.day_of(past.date)
        start = horizon.minute_at(day, past.start)
        end = horizon.minute_at(day, past.start + past.length_minutes)
        paid = end - start if past.paid_minutes is None else past.paid_minutes
        is_night = is_night_shift(horizon, night, start, end)
        shifts.append(Shift(day, start, end, past.pattern, paid, is_night=is_night))
    return tuple(sorted(shifts))
