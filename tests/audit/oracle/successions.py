"""What may follow what."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from tests.audit.oracle.breach import Breach
from tests.audit.oracle.facts import DAY, Period, Person, Rule, Work
from tests.audit.oracle.lengths import week_of


def forbidden_succession(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """One of the first list, then one of the second: on the next date, or as the next shift."""
    for earlier, later in pairwise(person.every):
        next_date = later.date - earlier.date == DAY
        meant = earlier.pattern in rule["first"] and later.pattern in rule["then"]
        if meant and later.date >= period.first and (next_date or rule.get("scope") == "next_duty"):
            yield Breach(later.date)


def forbidden_sequence(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Dates one after the other that are as the words say; the last of them in the period."""
    on = {work.date: work for work in person.every}
    known = min(on, default=period.first)

    def is_so(word: str, date: dt.date) -> bool:
        work = on.get(date)
        if date < min(known, period.first):
            return False
        match word:
            case "any_day":
                return True
            case "off":
                return work is None
            case "any_shift":
                return work is not None
            case "night_shift":
                return work is not None and work.is_night
        return work is not None and work.pattern == word

    length = len(rule["sequence"])
    for last in period.dates:
        dates = [last - n * DAY for n in reversed(range(length))]
        if all(is_so(word, date) for word, date in zip(rule["sequence"], dates, strict=True)):
            yield Breach(last)


def days_between(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Dates between the last shift of one list and the next of the other, all or those off."""
    before: Work | None = None
    for work in person.every:
        if before is not None and work.pattern in rule["then"]:
            between = [before.date + n * DAY for n in range(1, (work.date - before.date).days)]
            if rule.get("counted", "days_off") == "days_off":
                between = [date for date in between if date not in person.dates]
            if len(between) < rule["days"] and work.date >= period.first:
                yield Breach(work.date, units=rule["days"] - len(between))
            before = None
        if work.pattern in rule["first"]:
            before = work


def same_start(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Clock starts of one week, or of one run of dates, lie close together."""
    groups: list[list[Work]] = []
    for work in person.every:
        last = groups[-1][-1] if groups else None
        if last is None:
            together = False
        elif rule.get("scope", "week") == "week":
            together = week_of(last.date, "mon") == week_of(work.date, "mon")
        else:
            together = work.date - last.date == DAY
        if together:
            groups[-1].append(work)
        else:
            groups.append([work])
    for group in groups:
        seen: list[int] = []
        for work in group:
            clock = period.clock(work.begin)
            seen.append(clock.hour * 60 + clock.minute)
            if max(seen) - min(seen) > rule.get("within_minutes", 0):
                if work.date >= period.first:
                    yield Breach(work.date)
                break
