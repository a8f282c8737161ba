"""Reading a finished roster interval by interval, for the checks of coverage rules.

Nothing here is used by the rows of the rules, nor uses what makes them.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from models.clock import WEEKDAYS, ClockSpan, Weekday
from models.rule import Frame
from models.shift import Shift
from models.tour import Roster
from planner.rules.wording import date_text


class Asking(Protocol):
    """The fields that say when a rule asks, and for what price."""

    @property
    def hours(self) -> ClockSpan | None:
        """Span of the clock."""

    @property
    def weekdays(self) -> tuple[Weekday, ...]:
        """Days of the week."""

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """Dates; all where empty."""

    @property
    def only_open(self) -> bool:
        """Whether closed intervals are left alone."""


@dataclass(frozen=True)
class Head:
    """Who is on duty in one interval: everyone, and those who have the skill."""

    interval: int
    total: int
    skilled: int


@dataclass(frozen=True)
class Stretch:
    """Neighbouring intervals with the same people on duty, and the clock they span."""

    head: Head
    intervals: int
    date: dt.date
    when_en: str
    when_ru: str


def heads(
    asking: Asking, frame: Frame, roster: Roster, skill: str | None, *, counts_breaks: bool = False
) -> Iterator[Head]:
    """Count heads in each interval the rule asks about, in order; those on a break where they count."""
    is_there = Shift.spans if counts_breaks else Shift.works_throughout
    length = frame.horizon.interval_minutes
    people = [(tour.agent.skills, (*tour.agent.history, *tour.worked)) for tour in roster.tours]
    for interval, start in enumerate(frame.horizon.interval_starts):
        closed = bool(frame.open_intervals) and not frame.open_intervals[interval]
        if (closed and asking.only_open) or not _asked_at(asking, frame.horizon.local(start)):
            continue
        there = [
            skills
            for skills, shifts in people
            if any(is_there(shift, start, start + length) for shift in shifts)
        ]
        yield Head(interval, len(there), sum(skill is None or skill in skills for skills in there))


def _asked_at(asking: Asking, moment: dt.datetime) -> bool:
    """Whether the rule asks at a local time."""
    minute, date = moment.hour * 60 + moment.minute, moment.date()
    span = asking.hours
    if span is not None and span.start < span.end:
        if not span.start <= minute < span.end:
            return False
    elif span is not None and minute < span.start:
        if minute >= span.end:
            return False
        date -= dt.timedelta(days=1)
    named = not asking.dates or date in asking.dates
    return named and WEEKDAYS[date.weekday()] in asking.weekdays


def stretches(frame: Frame, found: list[Head]) -> Iterator[Stretch]:
    """Join neighbouring intervals in which the same was found."""

    def family(pair: tuple[int, Head]) -> tuple[int, int, int]:
        number, head = pair
        return head.interval - number, head.total, head.skilled

    for _, group in groupby(enumerate(found), key=family):
        members = [head for _, head in group]
        starts = frame.horizon.interval_starts
        begin = frame.horizon.local(starts[members[0].interval])
        end = frame.horizon.local(starts[members[-1].interval] + frame.horizon.interval_minutes)
        date = date_text(begin.date())
        clock = f"{begin:%H:%M}–{end:%H:%M}"
        yield Stretch(members[0], len(members), begin.date(), f"{date.en} {clock}", f"{date.ru} {clock}")
