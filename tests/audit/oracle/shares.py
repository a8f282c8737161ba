"""Fair shares of a burden, and what every shift above one costs."""

from decimal import Decimal
from fractions import Fraction

from tests.audit.oracle.breach import Finding, in_minor
from tests.audit.oracle.facts import DAY_NAMES, Member, Period, Person, Rule, Work


def _sharers(rule: Rule, period: Period) -> list[tuple[Member, Fraction]]:
    """Who shares a burden, and their parts of it."""
    everyone = not rule.get("agents") and not rule.get("contracts")
    team = [
        one
        for one in period.team
        if everyone or one.name in rule.get("agents", ()) or one.contract in rule.get("contracts", ())
    ]
    days = [
        period.days - (len(one.away & set(period.dates)) if rule.get("leave_counts", True) else 0)
        for one in team
    ]
    whole = sum(one.weekly_minutes * there for one, there in zip(team, days, strict=True))
    if rule.get("expected") is None or not whole:
        return []
    parts = (Fraction(one.weekly_minutes * there, whole) for one, there in zip(team, days, strict=True))
    return list(zip(team, parts, strict=True))


def _count(rule: Rule, period: Period, people: list[Person], name: str) -> int:
    """How many shifts of the burden somebody named works."""
    works = [work for who in people if who.name == name and who.vacancy is None for work in who.works]
    return sum(_is_burden(rule, period, work) for work in works)


def _fair(rule: Rule, one: Member, part: Fraction) -> Fraction:
    """A fair share, less what the person had too much before."""
    balance = one.balances.get(rule.get("burden") or rule.get("counted", "nights"), Decimal(0))
    return Fraction(rule["expected"]) * part - Fraction(balance)


def fairness(rule: Rule, period: Period, people: list[Person]) -> list[Finding]:
    """The first shift above a share costs the price, the second twice, every further one three times."""
    sharers = _sharers(rule, period)
    found = []
    for one, part in sharers if len(sharers) > 1 else ():
        free = _fair(rule, one, part) + rule.get("tolerance", 0)
        cost = sum(
            _half_up(in_minor(rule["price"], period.minor) * (_times(n - free) - _times(n - 1 - free)))
            for n in range(1, _count(rule, period, people, one.name) + 1)
        )
        if cost:
            found.append(Finding(period.first, "fairness", "", False, cost))
    return found


def fairness_spread(rule: Rule, period: Period, people: list[Person]) -> list[Finding]:
    """From the one farthest above a share to the one farthest below; shares in hundredths of a shift."""
    above = [
        100 * _count(rule, period, people, one.name) + _half_up(-100 * _fair(rule, one, part))
        for one, part in _sharers(rule, period)
        if part
    ]
    if len(above) < 2:
        return []
    excess = max(above) - min(above) - int(100 * Decimal(str(rule.get("tolerance", 1))))
    if excess <= 0:
        return []
    if rule.get("price") is None:
        return [Finding(period.first, "fairness_spread", "", True)]
    # a hundredth of a shift costs a hundredth of the price, rounded up
    each = -(-Fraction(str(rule["price"])) * period.minor // 100)
    return [Finding(period.first, "fairness_spread", "", False, int(excess * each))]


def _is_burden(rule: Rule, period: Period, work: Work) -> bool:
    match rule.get("counted", "nights"):
        case "nights":
            return work.is_night
        case "weekends":
            return DAY_NAMES[work.date.weekday()] in rule.get("weekdays", ("sat", "sun"))
        case "holidays":
            return work.date in period.holidays
    return work.pattern in rule["patterns"]


def _times(above: Fraction) -> Fraction:
    """Prices paid for so much above a share: the area under steps of height 1, 2, 3, 3, 3 …"""
    steps = (Fraction(1), Fraction(1), max(Fraction(0), above))
    total, left = Fraction(0), max(Fraction(0), above)
    for height, width in zip((1, 2, 3), steps, strict=True):
        part = min(left, width)
        total, left = total + height * part, left - part
    return total


def _half_up(value: Fraction) -> int:
    return int((2 * value + 1) // 2)
