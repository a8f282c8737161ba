"""Who worked what, on the calendar: the facts every rule is read from."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any
from zoneinfo import ZoneInfo

#: A rule as a scenario file writes it; lengths are whole minutes.
Rule = dict[str, Any]
DAY = dt.timedelta(days=1)
DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@cache
def minute_of(zone: str, date: dt.date, clock: int) -> int:
    """Minutes since 1970 (UTC) at a clock time; from 24:00 on it is the next date's."""
    local = dt.datetime.combine(date + clock // 1440 * DAY, dt.time(clock % 1440 // 60, clock % 60))
    return int(local.replace(tzinfo=ZoneInfo(zone)).timestamp()) // 60


@cache
def clock_of(zone: str, minute: int) -> dt.datetime:
    """Date and clock in a zone at a minute since 1970."""
    return dt.datetime.fromtimestamp(minute * 60, ZoneInfo(zone)).replace(tzinfo=None)


@cache
def starts_of(zone: str, first: dt.date, last: dt.date, interval: int) -> tuple[tuple[int, dt.datetime], ...]:
    """Begin of every interval of some dates, as minute and by the clock."""
    minutes = range(minute_of(zone, first, 0), minute_of(zone, last + DAY, 0), interval)
    return tuple((minute, clock_of(zone, minute)) for minute in minutes)


@cache
def night_minutes_of(zone: str, begin: int, end: int, band: tuple[int, int]) -> int:
    """Real minutes of a stretch in a band of clock times."""
    start, stop = band
    stop += 1440 if stop <= start else 0
    first, last = clock_of(zone, begin).date() - DAY, clock_of(zone, end).date()
    nights = [first + n * DAY for n in range((last - first).days + 1)]
    return sum(
        max(0, min(end, minute_of(zone, night, stop)) - max(begin, minute_of(zone, night, start)))
        for night in nights
    )


@dataclass(frozen=True, order=True)
class Work:
    """A shift: the date it starts on, minutes since 1970, and what the roster says of it."""

    begin: int
    end: int
    date: dt.date
    pattern: str
    paid: int
    pause: tuple[int, int] | None = None
    pause_paid: bool = False
    is_night: bool = False
    is_split: bool = False

    @property
    def away(self) -> tuple[int, int]:
        """The pause of a split shift, in which nobody is on shift; empty of any other."""
        return self.pause if self.pause and self.is_split else (self.begin, self.begin)

    @property
    def elapsed(self) -> int:
        """Minutes from start to end."""
        return self.end - self.begin


@dataclass(frozen=True)
class Person:
    """Somebody on the roster, with the shifts before the period and in it, in order."""

    name: str
    contract: str
    vacancy: str | None
    skills: frozenset[str]
    grade: str | None
    past: tuple[Work, ...]
    works: tuple[Work, ...]

    @cached_property
    def every(self) -> tuple[Work, ...]:
        """All shifts known, in order."""
        return tuple(sorted((*self.past, *self.works)))

    @cached_property
    def dates(self) -> set[dt.date]:
        """Dates on which a shift starts."""
        return {work.date for work in (*self.past, *self.works)}


@dataclass(frozen=True)
class Member:
    """Somebody named in the scenario, as fair shares see them."""

    name: str
    contract: str
    weekly_minutes: int
    away: frozenset[dt.date]
    balances: dict[str, Any]


@dataclass(frozen=True)
class Period:
    """The dates planned, the zone, the length of an interval and what else rules ask about."""

    zone: str
    first: dt.date
    days: int
    interval: int
    band: tuple[int, int] = (22 * 60, 6 * 60)
    night_share: tuple[int, int] = (1, 2)
    minor: int = 100
    is_open: tuple[bool, ...] = ()
    holidays: frozenset[dt.date] = frozenset()
    team: tuple[Member, ...] = ()

    @property
    def last(self) -> dt.date:
        """Last date of the period."""
        return self.first + (self.days - 1) * DAY

    @cached_property
    def dates(self) -> list[dt.date]:
        """Every date of the period."""
        return [self.first + n * DAY for n in range(self.days)]

    def minute(self, date: dt.date, clock: int = 0) -> int:
        """Minutes since 1970 at a clock time."""
        return minute_of(self.zone, date, clock)

    def clock(self, minute: int) -> dt.datetime:
        """Date and clock at a minute."""
        return clock_of(self.zone, minute)

    def starts(self) -> Iterator[tuple[int, dt.datetime]]:
        """Begin of every interval, as minute and by the clock."""
        yield from starts_of(self.zone, self.first, self.last, self.interval)

    def night_minutes(self, begin: int, end: int, band: tuple[int, int] | None = None) -> int:
        """Real minutes of a stretch in the night."""
        return night_minutes_of(self.zone, begin, end, band or self.band)

    def is_night(self, begin: int, end: int, away: tuple[int, int] | None = None) -> bool:
        """Whether a shift is a night shift under the scenario's night; ``away`` is the pause of a split one."""
        part, whole = self.night_share
        off, back = away or (begin, begin)
        at_night = self.night_minutes(begin, off) + self.night_minutes(back, end)
        return at_night * whole >= part * (end - back + off - begin)


def in_force(rule: Rule, period: Period, person: Person) -> tuple[Period, Person] | None:
    """The dates on which a rule holds, read as a period of their own; ``None`` where there are none.

    What was worked earlier counts as worked before, and later time is free.
    """
    if "valid_from" not in rule and "valid_to" not in rule:
        return period, person
    first = max(period.first, rule.get("valid_from") or period.first)
    last = min(period.last, rule.get("valid_to") or period.last)
    if last < first:
        return None
    part = replace(period, first=first, days=(last - first).days + 1)
    past = tuple(work for work in person.every if work.date < first)
    works = tuple(work for work in person.works if first <= work.date <= last)
    return part, replace(person, past=past, works=works)
