"""One change to a roster: what a slip of the hand does to it."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.audit.legal_rosters import any_shift, made_from, with_work
from tests.audit.oracle.facts import DAY, Person, Work
from tests.audit.oracle.judge import Desk

People = list[Person]


def _marked(desk: Desk, work: Work) -> Work:
    return replace(work, is_night=desk.period.is_night(work.begin, work.end, work.away))


def _put(people: People, place: int, date: object, work: Work | None) -> People:
    return [*people[:place], with_work(people[place], date, work), *people[place + 1 :]]


def _one(people: People, random: Random) -> tuple[int, Work] | None:
    """A shift of somebody."""
    places = [(place, work) for place, person in enumerate(people) for work in person.works]
    return random.choice(places) if places else None


def moved(desk: Desk, people: People, random: Random) -> People | None:
    """A shift begins earlier or later; its break moves along."""
    found = _one(people, random)
    if found is None:
        return None
    place, work = found
    by = random.choice((-120, -60, -30, -15, 15, 30, 60, 120))
    pause = (work.pause[0] + by, work.pause[1] + by) if work.pause else None
    begin, end = work.begin + by, work.end + by
    if desk.period.clock(begin).date() != work.date:
        return None
    return _put(people, place, work.date, _marked(desk, replace(work, begin=begin, end=end, pause=pause)))


def moved_to_another_date(desk: Desk, people: People, random: Random) -> People | None:
    """A shift stands on another date, free before."""
    found = _one(people, random)
    if found is None:
        return None
    place, work = found
    free = [date for date in desk.period.dates if date not in people[place].dates]
    if not free:
        return None
    made, date = desk.patterns[work.pattern], random.choice(free)
    left = _put(people, place, work.date, None)
    clock = desk.period.clock(work.begin)
    again = made_from(desk, replace(made, starts=(clock.hour * 60 + clock.minute,)), date, random)
    return _put(left, place, date, again)


def lengthened(desk: Desk, people: People, random: Random) -> People | None:
    """A shift ends later, and is paid so or not."""
    found = _one(people, random)
    if found is None:
        return None
    place, work = found
    by = random.choice((15, 30, 60, 120, 240))
    paid = work.paid + random.choice((by, by, 0))
    return _put(people, place, work.date, _marked(desk, replace(work, end=work.end + by, paid=paid)))


def swapped(desk: Desk, people: People, random: Random) -> People | None:
    """Two people change what they do on a date."""
    dates = [date for date in desk.period.dates if any(date in person.dates for person in people)]
    if not dates or len(people) < 2:
        return None
    date = random.choice(dates)
    here, there = random.sample(range(len(people)), 2)
    one, other = (next((work for work in people[n].works if work.date == date), None) for n in (here, there))
    return _put(_put(people, here, date, other), there, date, one) if one != other else None


def added(desk: Desk, people: People, random: Random) -> People | None:
    """A shift stands on a date that was free."""
    place = random.randrange(len(people))
    free = [date for date in desk.period.dates if date not in people[place].dates]
    if not free:
        return None
    date = random.choice(free)
    work = any_shift(desk, people[place], date, random)
    return _put(people, place, date, work) if work is not None else None


def removed_at_an_edge(desk: Desk, people: People, random: Random) -> People | None:
    """The first or last shift of somebody is gone."""
    busy = [place for place, person in enumerate(people) if person.works]
    if not busy:
        return None
    place = random.choice(busy)
    work = people[place].works[random.choice((0, -1))]
    return _put(people, place, work.date, None)


def night_after_a_night(desk: Desk, people: People, random: Random) -> People | None:
    """The date after a night has a night, too; one before the period counts."""
    after = [
        (place, work.date + DAY)
        for place, person in enumerate(people)
        for work in person.every
        if work.is_night and work.date + DAY in desk.period.dates
    ]
    if not after:
        return None
    place, date = random.choice(after)
    made = desk.patterns[random.choice(("Night", "Short night"))]
    return _put(people, place, date, made_from(desk, made, date, random))


def other_break(desk: Desk, people: People, random: Random) -> People | None:
    """A break is shorter, longer, elsewhere or gone; what is paid stays."""
    found = _one(people, random)
    if found is None or found[1].pause is None:
        return None
    place, work = found
    begin, end = found[1].pause
    pause = random.choice(
        ((begin, end - 15), (begin, end + 30), (begin - 60, end - 60), (begin + 30, end + 30), None)
    )
    paid = work.pause_paid and pause is not None
    split = work.is_split and pause is not None
    return _put(people, place, work.date, replace(work, pause=pause, pause_paid=paid, is_split=split))


#: ``None`` where a roster has no place for it.
Mutation = Callable[[Desk, People, Random], People | None]
MUTATIONS: tuple[Mutation, ...] = (
    moved,
    moved_to_another_date,
    lengthened,
    swapped,
    added,
    removed_at_an_edge,
    night_after_a_night,
    other_break,
)
