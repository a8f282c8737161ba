"""Weekends: chosen days of one Monday-to-Sunday week."""

import datetime as dt
from collections.abc import Iterator

from tests.audit.oracle.breach import Breach
from tests.audit.oracle.facts import DAY, DAY_NAMES, Period, Person, Rule, Work


def _weekend(rule: Rule, monday: dt.date) -> list[dt.date]:
    """Dates of the weekend of a week."""
    return [monday + n * DAY for n, name in enumerate(DAY_NAMES) if name in rule.get("days", ("sat", "sun"))]


def _mondays(period: Period) -> list[dt.date]:
    first = period.first - period.first.weekday() * DAY
    return [first + 7 * n * DAY for n in range((period.last - first).days // 7 + 1)]


def weekends_off(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Weekends with a date in the period: at most so many worked, or at least so many free.

    Told on the last weekend the period itself works on, or else on the last there is.
    """

    def touched(dates: list[dt.date], works: tuple[Work, ...]) -> bool:
        over = rule.get("count_overlap")
        return any(
            work.date == date
            or (over and work.begin < period.minute(date + DAY) and work.end > period.minute(date))
            for work in works
            for date in dates
        )

    meant = [dates for monday in _mondays(period) if set(dates := _weekend(rule, monday)) & set(period.dates)]
    worked = [dates for dates in meant if touched(dates, person.every)]
    own = [dates for dates in meant if touched(dates, person.works)]
    told = max(period.first, (own or meant)[-1][0]) if meant else period.last
    most, least = rule.get("max_worked"), rule.get("min_off")
    if most is not None:
        used = rule.get("used_before", 0) + len(worked) - len(own)
        if own and used + len(own) > most:
            yield Breach(told, units=used + len(own) - max(most, used))
    if least is not None:
        free = len(meant) - len(worked) + rule.get("off_before", 0)
        if free < least:
            yield Breach(told, units=least - free)


def whole_weekends(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """All days of a weekend or none; dates after the period may be worked or not."""
    for monday in _mondays(period):
        dates = [date for date in _weekend(rule, monday) if date <= period.last]
        worked = [date for date in dates if date in person.dates]
        past = {date in person.dates for date in dates if date < period.first}
        if any(date >= period.first for date in dates) and 0 < len(worked) < len(dates) and len(past) < 2:
            yield Breach(next(date for date in dates if date >= period.first))


def max_consecutive_weekends(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Each weekend worked in the period that follows so many worked ones."""
    run, monday = 0, period.first - (period.first.weekday() + 7 * 60) * DAY
    while monday <= period.last:
        dates = [date for date in _weekend(rule, monday) if date in person.dates]
        run = run + 1 if dates else 0
        own = [date for date in dates if period.first <= date <= period.last]
        if run > rule["weekends"] and own:
            yield Breach(own[0])
        monday += 7 * DAY
