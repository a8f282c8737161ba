"""Legal rosters by a random walk: shifts put in, taken out and exchanged while the oracle finds no more."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.audit.oracle.facts import DAY_NAMES, Person, Rule, Work
from tests.audit.oracle.judge import Desk, said_of_one, said_of_several
from tests.audit.oracle.plain import Pattern

#: Changes tried for each person, for the desk as a whole, and from one roster to the next.
_OWN_STEPS, _DESK_STEPS, _FURTHER_STEPS = 45, 60, 10


def made_from(desk: Desk, made: Pattern, date: object, random: Random) -> Work:
    """A shift as its pattern says, with one of its starts and breaks."""
    period, clock = desk.period, random.choice(made.starts)
    day = next(one for one in period.dates if one == date)
    begin, end = period.minute(day, clock), period.minute(day, clock + made.length)
    pause = None
    if made.pause:
        start = min(begin + random.choice(made.pause_after), end - made.pause)
        pause = (start, start + made.pause)
    paid = end - begin - (0 if made.pause_paid else made.pause)
    return Work(
        begin,
        end,
        day,
        made.name,
        paid,
        pause,
        made.pause_paid and pause is not None,
        period.is_night(begin, end, pause if made.split else None),
        made.split,
    )


def any_shift(desk: Desk, person: Person, date: object, random: Random) -> Work | None:
    """A random shift the contract allows on a date; ``None`` where no pattern fits the weekday."""
    allowed = desk.contracts[person.contract][0] or tuple(desk.patterns)
    day = next(one for one in desk.period.dates if one == date)
    fitting = [name for name in allowed if DAY_NAMES[day.weekday()] in desk.patterns[name].weekdays]
    return made_from(desk, desk.patterns[random.choice(fitting)], day, random) if fitting else None


def with_work(person: Person, date: object, work: Work | None) -> Person:
    """The person with another shift on a date, or none."""
    others = [one for one in person.works if one.date != date]
    return replace(person, works=tuple(sorted([*others, work] if work is not None else others)))


def legal_rosters(desk: Desk, people: tuple[Person, ...], random: Random) -> Iterator[list[Person]]:
    """Rosters without a hard finding, one walked from the other; none where the walk comes to none."""
    desk = _without_wishes(desk)
    found = [_legal_tour(desk, person, random) for person in people]
    tours = [person for person in found if person is not None]
    roster = _legal_together(desk, tours, random) if len(tours) == len(people) else None
    while roster is not None:
        yield roster
        roster = _walked_on(desk, roster, random)


def _walked_on(desk: Desk, people: list[Person], random: Random) -> list[Person]:
    """Go on through legal rosters."""
    for _ in range(_FURTHER_STEPS * len(people)):
        place = random.randrange(len(people))
        changed = _changed(desk, people[place], random, 0.7)
        others = [*people[:place], changed, *people[place + 1 :]]
        if _is_legal(desk, changed) and not _hard_together(desk, others):
            people = others
    return people


def _without_wishes(desk: Desk) -> Desk:
    """The rules that may have something hard to say: without a price, and of notices the nearest dates."""

    def binding(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        return tuple(rule for rule in rules if rule.get("price") is None or rule["kind"] == "notice")

    own = {name: binding(rules) for name, rules in desk.own_rules.items()}
    return replace(desk, rules=binding(desk.rules), own_rules=own)


def _hard(desk: Desk, person: Person) -> int:
    return sum(finding.hard for finding in said_of_one(desk, person))


def _is_legal(desk: Desk, person: Person) -> bool:
    return not any(finding.hard for finding in said_of_one(desk, person))


def _hard_together(desk: Desk, people: list[Person]) -> int:
    return sum(finding.hard for finding in said_of_several(desk, people))


def _legal_tour(desk: Desk, person: Person, random: Random) -> Person | None:
    for rule in desk.own_rules.get(person.name, ()):
        if rule["kind"] == "fixed_shift" and not rule.get("off") and rule["date"] in desk.period.dates:
            made = desk.patterns[rule["pattern"]]
            starts = made.starts if rule["start_at"] is None else (rule["start_at"],)
            settled = made_from(desk, replace(made, starts=starts), rule["date"], random)
            person = with_work(person, rule["date"], settled)
        if rule["kind"] == "notice" and "price" not in rule:
            for one in rule["published"]:
                made = desk.patterns[one["pattern"]]
                starts = made.starts if one["start"] is None else (one["start"],)
                told = made_from(desk, replace(made, starts=starts), one["date"], random)
                person = with_work(person, one["date"], told)
    broken = _hard(desk, person)
    for _ in range(_OWN_STEPS if not broken else 2 * _OWN_STEPS):
        changed = _changed(desk, person, random, 0.7)
        now = _hard(desk, changed)
        if now <= broken:
            person, broken = changed, now
    return person if not broken else None


def _changed(desk: Desk, person: Person, random: Random, share_on: float) -> Person:
    date = random.choice(desk.period.dates)
    work = any_shift(desk, person, date, random) if random.random() < share_on else None
    return with_work(person, date, work)


def _legal_together(desk: Desk, people: list[Person], random: Random) -> list[Person] | None:
    """Change tours while they stay legal, until the rules about several are kept."""
    broken = _hard_together(desk, people)
    for _ in range(_DESK_STEPS):
        if not broken:
            return people
        place = random.randrange(len(people))
        changed = _changed(desk, people[place], random, 0.4)
        if not _is_legal(desk, changed):
            continue
        others = [*people[:place], changed, *people[place + 1 :]]
        now = _hard_together(desk, others)
        if now <= broken:
            people, broken = others, now
    return None
