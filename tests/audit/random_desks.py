"""Small desks with many rules, drawn at random: the facts from which scenario and oracle are made."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from tests.audit.laws import KINDS, Known, law_rules
from tests.audit.oracle.facts import DAY, DAY_NAMES, Member, Period, Person, Rule, Work
from tests.audit.oracle.judge import Desk
from tests.audit.oracle.plain import Pattern
from tests.audit.random_rules import ABOUT_ONE, ABOUT_SEVERAL, Around, rule_of_one, rule_of_several

PEOPLE = ("ana", "bob", "eve")
HIRE = "hire-01"
PATTERNS = (
    Pattern("Early", (360, 420), 480, pause=30, pause_after=(180, 240)),
    Pattern("Day", (480, 540, 600), 540, pause=60, pause_after=(180, 210, 240)),
    Pattern("Long", (480,), 720, pause=60, pause_after=(300,)),
    Pattern("Quick", (600, 840), 240, DAY_NAMES[:6]),
    Pattern("Late", (840, 900), 540, pause=45, pause_after=(240,), pause_paid=True),
    Pattern("Eve", (1080,), 360),
    Pattern("Night", (1200,), 720, pause=30, pause_after=(300, 360), pause_paid=True),
    Pattern("Short night", (1320, 1380), 480, pause=30, pause_after=(240,)),
    Pattern("Split", (480, 1080), 720, pause=240, pause_after=(180, 240), split=True),
)
#: Contracts: patterns allowed, minutes of a week, whether overtime is.
CONTRACTS: dict[str, tuple[tuple[str, ...], int, bool]] = {
    "full": ((), 2400, True),
    "part": (("Early", "Day", "Quick", "Late", "Night"), 1800, False),
}
#: A zone, and first dates around its clock changes and elsewhere.
WHERE: tuple[tuple[str, dt.date], ...] = (
    ("Europe/Moscow", dt.date(2026, 6, 1)),
    ("Europe/Moscow", dt.date(2026, 11, 4)),
    ("Europe/Berlin", dt.date(2026, 3, 21)),
    ("Europe/Berlin", dt.date(2026, 10, 16)),
    ("Europe/Berlin", dt.date(2026, 5, 8)),
)


#: Birth dates of people of 15 and of 17 in all of these periods.
AGED_15, AGED_17 = dt.date(2011, 1, 20), dt.date(2009, 1, 20)


@dataclass(frozen=True)
class Facts:
    """What a scenario says of one named person beside the contract."""

    leave: tuple[tuple[dt.date, dt.date], ...] = ()
    fixed: tuple[Rule, ...] = ()
    wishes: tuple[Rule, ...] = ()
    spans: dict[str, list[tuple[int, int]]] | None = None
    last_day: dt.date | None = None
    balances: dict[str, Decimal] = field(default_factory=dict)
    barred: bool = False
    overtime_minutes: int = 0
    birth_date: dt.date | None = None
    opt_out: bool = False


@dataclass(frozen=True)
class RandomDesk:
    """A desk for the oracle, its people before they work, and what only the scenario must say."""

    desk: Desk
    people: tuple[Person, ...]
    facts: dict[str, Facts]
    written_rules: tuple[Rule, ...]
    published: dict[str, Any] | None
    law: str | None
    hard_coverage: bool


def random_desk(random: Random) -> RandomDesk:
    """Two or three people and perhaps a hire, ten days to two weeks, half a dozen rules."""
    zone, first = random.choice(WHERE)
    days = random.randint(10, 15)
    period = Period(zone, first, days, 60)
    people = tuple(_person(random, period, name) for name in PEOPLE[: random.randint(2, 3)])
    if random.random() < 0.5:
        people = (*people, Person(HIRE, "full", "hire", frozenset(), None, (), ()))
    facts = {one.name: _facts(random, period) for one in people if one.vacancy is None}
    period = _told(random, period, people, facts)
    law = random.choice((None, None, None, None, *KINDS))
    around = Around(random, first, days, tuple(one.name for one in PATTERNS), PEOPLE[: len(facts)])
    written = _written(around, law)
    published = _published(random, period, facts)
    desk = Desk(
        period,
        {one.name: one for one in PATTERNS},
        {name: (allowed, 0 if over else week) for name, (allowed, week, over) in CONTRACTS.items()},
        (*written, *(law_rules(law, _known(people, facts, period), period) if law else ())),
        {name: _own(period, one, published, name) for name, one in facts.items()},
    )
    return RandomDesk(desk, people, facts, written, published, law, random.random() < 0.2)


def _person(random: Random, period: Period, name: str) -> Person:
    skills = frozenset(random.sample(("mail", "chat"), random.randint(0, 2)))
    grade = random.choice(("newcomer", "lead", "lead", None))
    contract = random.choice(("full", "full", "part"))
    past: list[Work] = []
    for number in range(random.choice((0, 3, 7)), 0, -1):
        made, date = random.choice(PATTERNS), period.first - number * DAY
        begin = period.minute(date, made.starts[0])
        end = period.minute(date, made.starts[0] + made.length)
        if random.random() < 0.5 and (not past or begin - past[-1].end >= 12 * 60):
            off = begin + made.pause_after[0] if made.split else begin
            pause = (off, off + made.pause) if made.split else None
            night = period.is_night(begin, end, pause)
            paid = end - begin - made.pause
            past.append(Work(begin, end, date, made.name, paid, pause, is_night=night, is_split=made.split))
    return Person(name, contract, None, skills, grade, tuple(past), ())


def _facts(random: Random, period: Period) -> Facts:
    def some_date(late: int = 0) -> dt.date:
        return period.first + random.randint(late, period.days - 1) * DAY

    given: dict[str, Any] = {}
    if random.random() < 0.25:
        begins = some_date()
        given["leave"] = ((begins, begins + random.randint(0, 3) * DAY),)
    elif random.random() < 0.25:
        made = random.choice(("Early", "Day", "Night"))
        start = {"Early": 420, "Day": None, "Night": 1200}[made]
        fixed: list[Rule] = [{"date": some_date(2), "pattern": made, "start_at": start}]
        given["fixed"] = tuple(random.choice((fixed, [{"date": some_date(), "off": True}])))
    if random.random() < 0.4:
        wish = {"date": some_date(), "wish": random.choice(("on", "off")), "price": Decimal("12.50")}
        given["wishes"] = (wish | random.choice(({}, {"pattern": "Night"})),)
    if random.random() < 0.15:
        some = random.sample(DAY_NAMES, 5)
        given["spans"] = {day: [random.choice(((0, 1440), (0, 1440), (360, 1200)))] for day in some}
    if random.random() < 0.1:
        given["last_day"] = some_date(5)
    if random.random() < 0.3:
        given["balances"] = {"nights": Decimal(random.choice(("0.5", "-1", "1.25"))), "late": Decimal("-0.5")}
    given["barred"] = random.random() < 0.1
    if random.random() < 0.12:
        given["birth_date"] = random.choice((AGED_15, AGED_17))
    given["opt_out"] = random.random() < 0.1
    given["overtime_minutes"] = random.choice((0, 0, 118 * 60))
    return Facts(**given)


def _told(random: Random, period: Period, people: tuple[Person, ...], facts: dict[str, Facts]) -> Period:
    """The period with what rules about several ask: opening hours, holidays, the team."""
    is_open = tuple(random.choice((True, 7 <= clock.hour < 22)) for _, clock in period.starts())
    team = tuple(
        Member(
            one.name,
            one.contract,
            CONTRACTS[one.contract][1],
            frozenset(date for date in period.dates if _is_away(facts[one.name], date)),
            facts[one.name].balances,
        )
        for one in people
        if one.vacancy is None
    )
    holidays = frozenset(random.sample(period.dates, 2))
    return Period(period.zone, period.first, period.days, 60, is_open=is_open, holidays=holidays, team=team)


def _is_away(facts: Facts, date: dt.date) -> bool:
    gone = facts.last_day is not None and date > facts.last_day
    return gone or any(first <= date <= last for first, last in facts.leave)


def _written(around: Around, law: str | None) -> tuple[Rule, ...]:
    random, barred = around.random, KINDS[law] if law else frozenset[str]()
    free = sorted(set(ABOUT_ONE) - barred)
    of_one = [rule_of_one(kind, around) for kind in random.sample(free, random.randint(3, 6))]
    several = random.sample(sorted(ABOUT_SEVERAL), random.randint(1, 2))
    return (*of_one, *(rule_of_several(kind, around) for kind in several))


def _published(random: Random, period: Period, facts: dict[str, Facts]) -> dict[str, Any] | None:
    if random.random() < 0.75:
        return None
    shifts = [
        {"date": date, "pattern": pattern, "start": start}
        for date in period.dates
        if random.random() < 0.5
        for pattern, start in [random.choice((("Day", 480), ("Early", 360), ("Long", None), ("Night", None)))]
    ]
    some: dict[str, Any] = {"agent": random.choice(sorted(facts)), "shifts": shifts}
    hard = random.random() < 0.3
    return {
        "today": period.first - random.randint(0, 3) * DAY,
        "notice_days": 3 if hard else 7,
        **({} if hard else {"price": Decimal(50)}),
        **random.choice(({}, {"later_price": Decimal("2.5")})),
        "tours": [some],
    }


def _known(people: tuple[Person, ...], facts: dict[str, Facts], period: Period) -> Known:
    over = tuple(name for name, (_, _, allowed) in CONTRACTS.items() if allowed)
    return Known(
        over,
        tuple(name for name in CONTRACTS if name not in over),
        tuple(name for name, one in facts.items() if one.barred),
        {name: one.overtime_minutes for name, one in facts.items()},
        tuple(one.name for one in people if one.contract in over),
        tuple(name for name, one in facts.items() if one.birth_date == AGED_15),
        tuple(name for name, one in facts.items() if one.birth_date == AGED_17),
        tuple(name for name, one in facts.items() if one.opt_out),
        tuple(one.name for one in people),
        {one.name: CONTRACTS[one.contract][1] for one in people},
        {
            name: frozenset(date for date in period.dates if _is_away(one, date))
            for name, one in facts.items()
        },
    )


def _own(period: Period, facts: Facts, published: dict[str, Any] | None, name: str) -> tuple[Rule, ...]:
    """Rules that stand with a person: hours, leave, settled days, wishes, what was published."""
    rules: list[Rule] = [{"kind": "availability", "spans": facts.spans}] if facts.spans else []
    rules += [{"kind": "days_off", "first_date": first, "last_date": last} for first, last in facts.leave]
    if facts.last_day is not None:
        morrow = facts.last_day + DAY
        rules.append({"kind": "days_off", "first_date": morrow, "last_date": period.last + DAY})
    rules += [{"kind": "fixed_shift", **one} for one in facts.fixed]
    rules += [{"kind": "shift_request", **one} for one in facts.wishes]
    for tour in published["tours"] if published else ():
        if tour["agent"] == name:
            rules.append(_notice(facts, published or {}, tour["shifts"]))
    return tuple(rules)


def _notice(facts: Facts, published: dict[str, Any], shifts: list[dict[str, Any]]) -> Rule:
    """Published days; leave, settled days and the eve of a leave a night runs into are free."""
    length = {one.name: max(one.starts) + one.length for one in PATTERNS}
    free = {one["date"] for one in facts.fixed}
    free |= {first + n * DAY for first, last in facts.leave for n in range((last - first).days + 1)}
    away = free - {one["date"] for one in facts.fixed}
    free |= {one["date"] for one in shifts if one["date"] + DAY in away and length[one["pattern"]] > 1440}
    said: Rule = {key: published[key] for key in ("today", "price", "later_price") if key in published}
    return {
        "kind": "notice",
        "published": shifts,
        "days": published["notice_days"],
        "free_dates": sorted(free),
        **said,
    }
