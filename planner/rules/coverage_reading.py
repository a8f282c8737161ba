"""Reading a finished roster interval by interval, for the checks of coverage rules.

Nothing here is used by the rows of the rules, nor uses what makes them.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from models.clock import WEEKDAYS, ClockSpan, Weekday
from models.rule import Frame
from models.shift import Shift
from models.text import Text
from models.tour import Roster
from planner.rules.wording import date_text

Found = TypeVar("Found")


class Dated(Protocol):
    """The dates between which a rule holds."""

    @property
    def valid_from(self) -> dt.date | None:
        """First of them."""

    @property
    def valid_to(self) -> dt.date | None:
        """Last of them."""


class Asking(Dated, Protocol):
    """The fields that say when a rule asks."""

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

    @property
    def agents(self) -> tuple[str, ...]:
        """Ids of those who count, and names of vacancies."""

    @property
    def contracts(self) -> tuple[str, ...]:
        """Contracts of those who count; everyone where nobody is named either."""


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
    asking: Asking,
    frame: Frame,
    roster: Roster,
    skill: str | None,
    *,
    counts_breaks: bool = False,
    grades: tuple[str, ...] = (),
) -> Iterator[Head]:
    """Count heads in each interval the rule asks about, in order; those on a break where they count.

    Only people the rule names, or whose contract it names, have a head here, where it names any.
    Skilled is who has the skill and one of the grades, where these are given.
    """
    is_there = Shift.spans if counts_breaks else Shift.works_throughout
    length = frame.horizon.interval_minutes
    named, everyone = {*asking.agents}, not asking.agents and not asking.contracts
    people = [
        tour
        for tour in roster.tours
        if everyone
        or tour.agent.contract in asking.contracts
        or named & {tour.agent.agent, tour.agent.vacancy}
    ]
    by_day: dict[int, list[tuple[int, Shift]]] = defaultdict(list)
    for number, tour in enumerate(people):
        for shift in (*tour.agent.history, *tour.worked):
            for day in _days(shift.start_minute, shift.end_minute):
                by_day[day].append((number, shift))
    for interval, start in enumerate(frame.horizon.interval_starts):
        closed = bool(frame.open_intervals) and not frame.open_intervals[interval]
        if (closed and asking.only_open) or not _asked_at(asking, frame.horizon.local(start)):
            continue
        near = [one for day in _days(start, start + length) for one in by_day[day]]
        numbers = {number for number, shift in near if is_there(shift, start, start + length)}
        there = [people[number].agent for number in sorted(numbers)]
        able = [one for one in there if skill is None or skill in one.skills]
        yield Head(interval, len(there), sum(not grades or one.grade in grades for one in able))


def _days(start_minute: int, end_minute: int) -> range:
    """Stretches of 1,440 minutes of the axis that a span touches: where to look for shifts."""
    return range(start_minute // 1440, (end_minute - 1) // 1440 + 1)


def _is_valid_on(rule: Dated, date: dt.date) -> bool:
    """Whether a date lies between those of a rule."""
    return (rule.valid_from or date) <= date <= (rule.valid_to or date)


def _asked_at(asking: Asking, moment: dt.datetime) -> bool:
    """Whether the rule asks at a local time."""
    minute, date = moment.hour * 60 + moment.minute, moment.date()
    if not _is_valid_on(asking, date):
        return False
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
    for spell in spells(frame, [(head.interval, (head.total, head.skilled)) for head in found]):
        head = Head(spell.interval, *spell.found)
        yield Stretch(head, spell.intervals, spell.date, spell.when.en, spell.when.ru)


@dataclass(frozen=True)
class Spell(Generic[Found]):
    """Neighbouring intervals in which the same was found, from the first of them on."""

    interval: int
    found: Found
    intervals: int
    date: dt.date
    when: Text


def spells(frame: Frame, found: Iterable[tuple[int, Found]]) -> Iterator[Spell[Found]]:
    """Join neighbouring intervals (numbers, in order) in which the same was found."""

    def family(pair: tuple[int, tuple[int, Found]]) -> tuple[int, Found]:
        place, (interval, what) = pair
        return interval - place, what

    for (_, what), group in groupby(enumerate(found), key=family):
        intervals = [interval for _, (interval, _) in group]
        starts = frame.horizon.interval_starts
        begin = frame.horizon.local(starts[intervals[0]])
        end = frame.horizon.local(starts[intervals[-1]] + frame.horizon.interval_minutes)
        date, clock = date_text(begin.date()), f"{begin:%H:%M}–{end:%H:%M}"
        when = Text(en=f"{date.en} {clock}", ru=f"{date.ru} {clock}")
        yield Spell(intervals[0], what, len(intervals), begin.date(), when)


def who_is_there(
    rule: Dated, frame: Frame, roster: Roster, *, starting: bool = False
) -> Iterator[Counter[str]]:
    """Who is on shift in each interval, on a break or not; or whose shift begins in it.

    Nobody on dates on which the rule does not hold.  Hires count under the name of their vacancy,
    and everybody once, also where shifts overlap.
    """
    people = [
        (tour.agent.vacancy or tour.agent.agent, (*tour.agent.history, *tour.worked)) for tour in roster.tours
    ]
    length = frame.horizon.interval_minutes
    for start in frame.horizon.interval_starts:
        valid = _is_valid_on(rule, frame.horizon.local(start).date())
        yield Counter(
            name
            for name, shifts in people
            if valid
            and any(
                start <= shift.start_minute < start + length
                if starting
                else shift.spans(start, start + length)
                for shift in shifts
            )
        )
