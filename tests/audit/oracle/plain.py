"""What every roster keeps, rule or no rule: shifts as their patterns say, none over another."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tests.audit.oracle.at_once import hours_of
from tests.audit.oracle.breach import Finding
from tests.audit.oracle.facts import DAY_NAMES, Period, Person, Work


@dataclass(frozen=True)
class Pattern:
    """A shift pattern: clock starts, length, weekdays, and its break: length, starts after, whether paid.

    A break may split the shift.
    """

    name: str
    starts: tuple[int, ...]
    length: int
    weekdays: tuple[str, ...] = DAY_NAMES
    pause: int = 0
    pause_after: tuple[int, ...] = ()
    pause_paid: bool = False
    split: bool = False


def one_after_another(period: Period, person: Person) -> Iterator[Finding]:
    """No shift begins before the one before has ended."""
    for earlier, later in pairwise(person.every):
        if later.begin < earlier.end and later.date >= period.first:
            yield Finding(later.date, "shift_overlap", person.name, hard=True)


def as_patterns_say(
    patterns: dict[str, Pattern], allowed: tuple[str, ...], period: Period, person: Person
) -> Iterator[Finding]:
    """Weekday, start, length, break and paid time of each shift are its pattern's."""
    for work in person.works:
        made = patterns[work.pattern]
        wrong = [*_misfits(made, period, work)]
        if allowed and made.name not in allowed:
            wrong.append("contract_pattern")
        if work.is_night != period.is_night(work.begin, work.end, work.away):
            wrong.append("night_mark")
        for rule in wrong:
            yield Finding(work.date, rule, person.name, hard=True)


def _misfits(made: Pattern, period: Period, work: Work) -> Iterator[str]:
    clocks = [clock for clock in made.starts if period.minute(work.date, clock) == work.begin]
    if DAY_NAMES[work.date.weekday()] not in made.weekdays:
        yield "pattern_weekday"
    if not clocks:
        yield "pattern_start"
    elif all(period.minute(work.date, clock + made.length) != work.end for clock in clocks):
        yield "pattern_length"
    begin, end = work.pause or (0, 0)
    if not made.pause:
        right = work.pause is None
    else:
        gone_by = {min(work.begin + after, work.end - made.pause) for after in made.pause_after}
        by_clock = {period.minute(work.date, clock + after) for clock in clocks for after in made.pause_after}
        right = begin in gone_by | by_clock and end - begin == made.pause and end <= work.end
        right = right and work.pause_paid == made.pause_paid and work.is_split == made.split
    if not right:
        yield "pattern_break"
    if work.paid != work.elapsed - (0 if made.pause_paid else made.pause):
        yield "paid_minutes"


def enough_people(period: Period, people: list[Person], required: tuple[int, ...]) -> Iterator[Finding]:
    """One finding for each stretch of a date with fewer people than required."""
    hours = [hours_of(one, period, breaks=False) for one in people]
    before: tuple[int, dt.date] | None = None
    for (minute, clock), need in zip(period.starts(), required, strict=True):
        there = sum(minute in own for own in hours)
        if there >= need:
            continue
        if before != (minute - period.interval, clock.date()):
            yield Finding(clock.date(), "coverage", "", hard=True)
        before = minute, clock.date()
