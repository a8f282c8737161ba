"""Everything said of one roster, rule by rule."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.audit.oracle.breach import Breach, Finding, in_minor, price_of
from tests.audit.oracle.facts import DAY, Period, Person, Rule, in_force
from tests.audit.oracle.kinds import OF_ONE, OF_SEVERAL
from tests.audit.oracle.plain import Pattern, as_patterns_say, enough_people, one_after_another


@dataclass(frozen=True)
class Desk:
    """What is asked: rules of the desk, rules of single people, patterns, and the period."""

    period: Period
    patterns: dict[str, Pattern]
    #: Patterns each contract allows (all where empty), and the most minutes of a week (0: any).
    contracts: dict[str, tuple[tuple[str, ...], int]]
    rules: tuple[Rule, ...]
    own_rules: dict[str, tuple[Rule, ...]] = field(default_factory=dict)


def binds(rule: Rule, person: Person) -> bool:
    """Whether a rule is about a person: named, hired into a named vacancy, or on a named contract."""
    names, contracts = rule.get("agents", ()), rule.get("contracts", ())
    if not names and not contracts:
        return True
    return person.name in names or (person.vacancy or "") in names or person.contract in contracts


def said_of(desk: Desk, people: list[Person], required: tuple[int, ...] = ()) -> list[Finding]:
    """All findings about a roster, in order."""
    found = [finding for person in people for finding in said_of_one(desk, person)]
    found += said_of_several(desk, people)
    if required:
        found += enough_people(desk.period, people, required)
    return sorted(found)


def said_of_several(desk: Desk, people: list[Person]) -> list[Finding]:
    """Findings about the desk as a whole."""
    found = []
    for rule in desk.rules:
        if rule["kind"] in OF_SEVERAL:
            held = [in_force(rule, desk.period, person) for person in people]
            parts = [one for one in held if one is not None]
            if parts:
                there = [person for _, person in parts]
                found += OF_SEVERAL[rule["kind"]](rule, _opened(desk.period, parts[0][0]), there)
    return found


def _opened(whole: Period, part: Period) -> Period:
    """The part of a period with its own opening hours."""
    if not whole.is_open or part is whole:
        return part
    minutes = {minute for minute, _ in part.starts()}
    hours = zip(whole.starts(), whole.is_open, strict=True)
    return replace(part, is_open=tuple(is_open for (minute, _), is_open in hours if minute in minutes))


def said_of_one(desk: Desk, person: Person) -> Iterator[Finding]:
    """Findings about one person."""
    allowed, weekly = desk.contracts[person.contract]
    yield from one_after_another(desk.period, person)
    yield from as_patterns_say(desk.patterns, allowed, desk.period, person)
    rules = [rule for rule in desk.rules if rule["kind"] in OF_ONE and binds(rule, person)]
    rules += desk.own_rules.get(person.name, ())
    if weekly:
        rules.append({"kind": "max_weekly_minutes", "minutes": weekly})
    told: set[tuple[Finding, tuple[object, ...]]] = set()
    for rule in rules:
        held = in_force(rule, desk.period, person)
        if held is not None:
            for breach in OF_ONE[rule["kind"]](rule, *held):
                for finding in _priced(desk, rule, person, breach):
                    once = (finding, breach.measured) if finding.hard and breach.measured else None
                    if once not in told:
                        yield finding
                    if once is not None:
                        told.add(once)


def _priced(desk: Desk, rule: Rule, person: Person, breach: Breach) -> Iterator[Finding]:
    price, kind = rule.get("price"), rule["kind"]
    if kind == "notice":
        today = rule.get("today") or desk.period.first
        if breach.date >= today + rule.get("days", 14) * DAY:
            price = rule.get("later_price") or 0
    if price is None:
        yield Finding(breach.date, kind, person.name, hard=True)
        return
    cost = price_of(breach, in_minor(price, desk.period.minor))
    if cost or kind != "notice":
        yield Finding(breach.date, kind, person.name, hard=False, minor=cost)
