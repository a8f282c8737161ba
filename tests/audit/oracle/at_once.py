"""Several people at the same time, interval by interval."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from tests.audit.oracle.breach import Finding, in_minor
from tests.audit.oracle.facts import DAY, DAY_NAMES, Period, Person, Rule, Work

#: Minute and clock of an interval, what was found in it, and how much of it is wrong.
Wrong = tuple[int, dt.datetime, Any, Fraction]


@cache
def whole_intervals(work: Work, interval: int, *, breaks: bool) -> frozenset[int]:
    """Begin of every interval somebody is there throughout, on a break or not."""
    there = set()
    for begin in range(-(-work.begin // interval) * interval, work.end - interval + 1, interval):
        on_break = work.pause is not None and work.pause[0] < begin + interval and begin < work.pause[1]
        if not on_break or (breaks and not work.is_split):
            there.add(begin)
    return frozenset(there)


def hours_of(person: Person, period: Period, *, breaks: bool) -> set[int]:
    """Begin of every interval throughout which a person is there."""
    return {
        minute
        for work in (*person.past, *person.works)
        for minute in whole_intervals(work, period.interval, breaks=breaks)
    }


def _meant(rule: Rule, clock: dt.datetime) -> bool:
    """Whether a rule asks about a moment: hours across midnight belong to the date they begin on."""
    minute, date = clock.hour * 60 + clock.minute, clock.date()
    if rule.get("hours"):
        start, end = rule["hours"]
        if end <= start and minute < end:
            date -= DAY
        elif not (start <= minute and (minute < end or end <= start)):
            return False
    if rule.get("weekdays") and DAY_NAMES[date.weekday()] not in rule["weekdays"]:
        return False
    return not rule.get("dates") or date in rule["dates"]


def _findings(rule: Rule, period: Period, wrong: Iterable[Wrong], *, by_shift: bool = False) -> list[Finding]:
    """Join neighbouring intervals in which the same is wrong."""
    spells: list[list[Wrong]] = []
    for one in wrong:
        last = spells[-1][-1] if spells else None
        if last is not None and last[0] + period.interval == one[0] and last[2] == one[2]:
            spells[-1].append(one)
        else:
            spells.append([one])
    price = rule.get("price")
    hours = Fraction(1) if by_shift else Fraction(period.interval, 60)
    found = []
    for spell in spells:
        cost = Fraction(0)
        if price is not None:
            cost = in_minor(price, period.minor) * hours * sum(one[3] for one in spell)
            assert cost.denominator == 1, "prices in these tests are divisible"
        found.append(Finding(spell[0][1].date(), rule["kind"], "", price is None, int(cost)))
    return found


def _counts(rule: Rule, person: Person) -> bool:
    """Whether a rule about those on duty counts somebody: everyone, or those it names."""
    if not rule.get("agents") and not rule.get("contracts"):
        return True
    by_name = any(name in (person.name, person.vacancy) for name in rule.get("agents", ()))
    return by_name or person.contract in rule.get("contracts", ())


def _heads(
    rule: Rule, period: Period, people: list[Person], *, only_open: bool, breaks: bool
) -> Iterator[Any]:
    hours = [(one, hours_of(one, period, breaks=breaks)) for one in people if _counts(rule, one)]
    for number, (minute, clock) in enumerate(period.starts()):
        closed = bool(period.is_open) and not period.is_open[number]
        if (closed and rule.get("only_open", only_open)) or not _meant(rule, clock):
            continue
        there = [one for one, own in hours if minute in own]
        able = [one for one in there if rule.get("skill") is None or rule["skill"] in one.skills]
        able = [one for one in able if not rule.get("grades") or one.grade in rule["grades"]]
        yield minute, clock, len(there), len(able)


def min_staff(rule: Rule, period: Period, people: list[Person]) -> list[Finding]:
    """At least so many, perhaps of a skill."""
    heads = _heads(rule, period, people, only_open=True, breaks=rule.get("count_breaks", False))
    least = rule["minimum"]
    return _findings(
        rule,
        period,
        ((m, c, (all_, able), Fraction(least - able)) for m, c, all_, able in heads if able < least),
    )


def max_seats(rule: Rule, period: Period, people: list[Person]) -> list[Finding]:
    """At most so many."""
    heads = _heads(rule, period, people, only_open=False, breaks=rule.get("count_breaks", True))
    most = rule["seats"]
    return _findings(
        rule,
        period,
        ((m, c, (all_, able), Fraction(able - most)) for m, c, all_, able in heads if able > most),
    )


def mix(rule: Rule, period: Period, people: list[Person]) -> list[Finding]:
    """Of those there so many, or such a share, have a skill or a grade."""
    wrong: list[Wrong] = []
    for minute, clock, everyone, able in _heads(rule, period, people, only_open=True, breaks=False):
        asked = Fraction(rule.get("minimum", 1))
        if rule.get("of_every") is not None:
            asked = asked * everyone / rule["of_every"]
        if able < asked:
            wrong.append((minute, clock, (everyone, able), asked - able))
    return _findings(rule, period, wrong)


def _present(rule: Rule, period: Period, people: list[Person]) -> Counter[tuple[str, int]]:
    """How many of a name are on shift in an interval, or begin in it; hires count for their vacancy."""
    if rule.get("scope", "throughout") == "same_start":
        begins = [
            (one, work.begin // period.interval * period.interval)
            for one in people
            for work in (*one.past, *one.works)
        ]
    else:
        begins = [(one, minute) for one in people for minute in hours_of(one, period, breaks=True)]
    return Counter((one.vacancy or one.name, minute) for one, minute in begins)


def never_together(rule: Rule, period: Period, people: list[Person]) -> list[Finding]:
    """At most one of the named is on shift."""
    count = _present(rule, period, people)
    wrong: list[Wrong] = []
    for minute, clock in period.starts():
        there = tuple(name for name in rule["agents"] for _ in range(count[name, minute]))
        if len(there) > 1:
            wrong.append((minute, clock, there, Fraction(len(there) - 1)))
    return _findings(rule, period, wrong)


def always_together(rule: Rule, period: Period, people: list[Person]) -> list[Finding]:
    """Each of the named is there when the first is, and not without the first."""
    count, found = _present(rule, period, people), []
    first = rule["agents"][0]
    for other in rule["agents"][1:]:
        wrong: list[Wrong] = []
        for minute, clock in period.starts():
            here, there = count[first, minute], count[other, minute]
            if here != there:
                wrong.append((minute, clock, here > there, Fraction(abs(here - there))))
        found += _findings(rule, period, wrong, by_shift=rule.get("scope") == "same_start")
    return found


def mentor_on_duty(rule: Rule, period: Period, people: list[Person]) -> list[Finding]:
    """Nobody new is there without somebody who teaches; who is new teaches nobody."""

    def chosen(names: Any, contracts: Any, grades: Any) -> list[str]:
        return list(
            dict.fromkeys(
                one.vacancy or one.name
                for one in people
                if (one.vacancy or one.name) in names or one.contract in contracts or one.grade in grades
            )
        )

    count = _present(rule, period, people)
    new = chosen(rule.get("agents", ()), rule.get("contracts", ()), rule.get("newcomer_grades", ()))
    old = [
        one for one in chosen(rule.get("mentors", ()), (), rule.get("mentor_grades", ())) if one not in new
    ]
    wrong: list[Wrong] = []
    for minute, clock in period.starts():
        learning = tuple(name for name in new for _ in range(count[name, minute]))
        teaching = sum(count[name, minute] for name in old)
        room = teaching * (rule.get("newcomers_per_mentor") or len(learning))
        if len(learning) > room:
            wrong.append((minute, clock, (learning, teaching), Fraction(len(learning) - room)))
    return _findings(rule, period, wrong, by_shift=rule.get("scope") == "same_start")
