"""Shifts worked just before the period, put on the horizon's axis."""

from models.agent import WorkedShift
from models.horizon import Horizon
from models.night import is_night_shift
from models.pay_terms import NightTerms
from models.shift import Shift


def past_shifts(horizon: Horizon, night: NightTerms, worked: tuple[WorkedShift, ...]) -> tuple[Shift, ...]:
    """Place worked shifts on the axis, oldest first; their days are negative.

    The length is read by the clock, as a shift pattern's is, so a night on which the clocks
    changed has its real length.  Paid minutes are the elapsed ones where not given, less the
    pause of a split shift; where a break lay is not known and no longer matters.
    """
    shifts = []
    for past in worked:
        day = horizon.day_of(past.date)
        start = horizon.minute_at(day, past.start)
        end = horizon.minute_at(day, past.start + past.length_minutes)
        pause = _split_pause(past, start)
        worked_minutes = end - start - (pause[1] - pause[0])
        paid = worked_minutes if past.paid_minutes is None else past.paid_minutes
        is_night = is_night_shift(horizon, night, start, end, pause)
        is_split = past.split_minutes is not None
        shifts.append(
            Shift(day, start, end, past.pattern, paid, *pause, is_night=is_night, is_split=is_split)
        )
    return tuple(sorted(shifts))


def _split_pause(past: WorkedShift, start: int) -> tuple[int, int]:
    """Begin and end of the pause of a split shift, as time gone by; equal where there was none."""
    if past.split_after_minutes is None or past.split_minutes is None:
        return 0, 0
    begin = start + past.split_after_minutes
    return begin, begin + past.split_minutes
