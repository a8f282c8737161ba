"""The paid minutes of a shift, in order, and the bands each of them lies in."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from models.calendar import WorkCalendar
from models.clock import MINUTES_PER_DAY, WEEKDAYS
from models.horizon import Horizon
from models.night import clock_runs
from models.pay_band import PayBand
from models.shift import Shift

#: Numbers of the bands a minute lies in.
Marks = tuple[int, ...]


@dataclass(frozen=True)
class Stretch:
    """Paid minutes in a row that lie in the same bands."""

    minutes: int
    marks: Marks


@dataclass(frozen=True)
class PaidTime:
    """Paid minutes of one shift, from its start to its end."""

    stretches: tuple[Stretch, ...]

    @property
    def by_marks(self) -> dict[Marks, int]:
        """Minutes for each set of bands that occurs."""
        total: Counter[Marks] = Counter()
        for stretch in self.stretches:
            total[stretch.marks] += stretch.minutes
        return dict(total)

    def minutes_in(self, band: int) -> int:
        """Minutes that lie in a band."""
        return sum(stretch.minutes for stretch in self.stretches if band in stretch.marks)


def paid_time(shift: Shift, horizon: Horizon, calendar: WorkCalendar, bands: tuple[PayBand, ...]) -> PaidTime:
    """Read a shift's paid minutes off the clock.

    Minutes are real ones: a night on which the clocks change is paid as the 7 or 9 hours it
    lasts.  An unpaid break, and the pause of a split shift, takes its minutes out where it lies,
    premiums included.  Dates
    change at local midnight, so a shift that runs into a holiday is split there.
    """
    edges = sorted(
        {0, *(edge for band in bands if band.clock for edge in (band.clock.start, band.clock.end))}
    )
    started = horizon.date_of(shift.day)
    pieces = []
    for start, end in _paid_spans(shift):
        for first_minute, length in _between_edges(horizon, start, end, edges):
            local = horizon.local(first_minute)
            clock = local.hour * 60 + local.minute
            marks = tuple(
                number
                for number, band in enumerate(bands)
                if (shift.is_split or not band.only_split_shifts)
                and _lies_in(band, clock, started if band.date_of == "shift" else local.date(), calendar)
            )
            pieces.append(Stretch(length, marks))
    return PaidTime(
        tuple(
            Stretch(sum(one.minutes for one in alike), marks)
            for marks, alike in groupby(pieces, lambda one: one.marks)
        )
    )


def _paid_spans(shift: Shift) -> tuple[tuple[int, int], ...]:
    if shift.break_paid or shift.break_minutes == 0:
        return ((shift.start_minute, shift.end_minute),)
    return (shift.start_minute, shift.break_start_minute), (shift.break_end_minute, shift.end_minute)


def _between_edges(horizon: Horizon, start: int, end: int, edges: list[int]) -> Iterator[tuple[int, int]]:
    """Split a stretch at clock changes and wherever the clock shows an edge: (minute, length)."""
    for clock, minutes in clock_runs(horizon, start, end):
        cuts = sorted({(edge - clock) % MINUTES_PER_DAY for edge in edges} - {0})
        inside = [0, *(cut for cut in _repeated(cuts, minutes) if cut < minutes), minutes]
        for begin, stop in pairwise(inside):
            if begin < stop:
                yield start + begin, stop - begin
        start += minutes


def _repeated(cuts: list[int], minutes: int) -> Iterator[int]:
    """The cuts of one day, day after day."""
    for days in range(0, minutes, MINUTES_PER_DAY):
        if days:
            yield days
        yield from (days + cut for cut in cuts)


def _lies_in(band: PayBand, clock: int, date: dt.date, calendar: WorkCalendar) -> bool:
    if band.clock is not None and (clock - band.clock.start) % MINUTES_PER_DAY >= (
        band.clock.end_unwrapped - band.clock.start
    ):
        return False
    if band.weekdays and WEEKDAYS[date.weekday()] not in band.weekdays:
        return False
    return not band.days or calendar.kind(date) in band.days
