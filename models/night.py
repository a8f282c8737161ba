"""What counts as night: minutes of a stretch of time inside a band of the local clock."""

from collections.abc import Iterator
from fractions import Fraction

from models.clock import MINUTES_PER_DAY, ClockSpan
from models.horizon import Horizon
from models.pay_terms import NightTerms
from models.shift import Shift


def is_night_shift(
    horizon: Horizon,
    night: NightTerms,
    start_minute: int,
    end_minute: int,
    split_pause: tuple[int, int] = (0, 0),
) -> bool:
    """Whether a shift is a night shift: enough of its elapsed length lies in the night band.

    Parameters
    ----------
    horizon
        Axis of minutes and zone.
    night
        The band, and the share of the shift that makes it a night shift.
    start_minute, end_minute
        The shift on the horizon's axis, its break included.
    split_pause
        Begin and end of the pause of a split shift, which is no part of it; equal where it has none.

    Notes
    -----
    TK RF art. 96 defines the night but not the night shift; "at least half of it at night"
    is the usual reading, and the share is a setting.
    """
    in_band = minutes_in_band(horizon, night.band, start_minute, end_minute)
    in_band -= minutes_in_band(horizon, night.band, *split_pause)
    length = end_minute - start_minute - (split_pause[1] - split_pause[0])
    # The share is read as the decimal fraction the user wrote, not as its binary neighbour.
    return in_band >= Fraction(str(night.night_shift_share)) * length


def is_night_work(
    horizon: Horizon, night: NightTerms, shift: Shift, least_minutes: int | None, band: ClockSpan | None
) -> bool:
    """Whether a shift is night work as a rule understands it.

    Parameters
    ----------
    horizon, night
        Axis of minutes, zone, and the scenario's night.
    shift
        The shift; where nothing else is said, its mark as a night shift decides.
    least_minutes
        Real minutes in the band that make it night work; the scenario's share of the shift
        where ``None``.
    band
        Another band than the scenario's: 23:00-06:00 under ArbZG § 2.
    """
    if least_minutes is None and band is None:
        return shift.is_night
    terms = night if band is None else night.model_copy(update={"band": band})
    if least_minutes is None:
        return is_night_shift(horizon, terms, shift.start_minute, shift.end_minute, shift.split_pause)
    at_night = sum(minutes_in_band(horizon, terms.band, begin, end) for begin, end in shift.spells)
    return at_night >= least_minutes


def minutes_in_band(horizon: Horizon, span: ClockSpan, start_minute: int, end_minute: int) -> int:
    """Count the real minutes of ``[start_minute, end_minute)`` whose local clock is inside the span.

    A night on which the clocks change has an hour more or less of them: an hour the clock
    shows twice counts twice.
    """
    total = 0
    for clock, minutes in clock_runs(horizon, start_minute, end_minute):
        band_start = span.start - MINUTES_PER_DAY
        while band_start < clock + minutes:
            band_end = band_start + span.end_unwrapped - span.start
            total += max(0, min(clock + minutes, band_end) - max(clock, band_start))
            band_start += MINUTES_PER_DAY
    return total


def clock_runs(horizon: Horizon, start_minute: int, end_minute: int) -> Iterator[tuple[int, int]]:
    """Split a stretch where the clocks change: (clock minute at the start, minutes), in order."""
    while start_minute < end_minute:
        run_end = _next_clock_change(horizon, start_minute, end_minute)
        local = horizon.local(start_minute)
        yield local.hour * 60 + local.minute, run_end - start_minute
        start_minute = run_end


def _next_clock_change(horizon: Horizon, start_minute: int, end_minute: int) -> int:
    """First minute at which the zone's offset is not that of ``start_minute``, else ``end_minute``.

    Bisects, so it relies on clocks changing at most once within a shift.
    """
    offset = horizon.local(start_minute).utcoffset()
    if horizon.local(end_minute - 1).utcoffset() == offset:
        return end_minute
    same, changed = start_minute, end_minute - 1
    while changed - same > 1:
        middle = (same + changed) // 2
        if horizon.local(middle).utcoffset() == offset:
            same = middle
        else:
            changed = middle
    return changed
