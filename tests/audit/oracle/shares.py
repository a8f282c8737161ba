"""Fair shares of a burden, and what every shift above one costs."""

from decimal import Decimal
from fractions import Fraction

from tests.audit.oracle.breach import Finding, in_minor
from tests.audit.oracle.facts import DAY_NAMES, Period, Person, Rule, Work


def fairness(rule: Rule, period: Period, people: list[Person]) -> list[Finding]:
    """The first shift above a share costs the price, the second twice, every further one three times."""
    everyone = not rule.get("agents") and not rule.get("contracts")
    team = [
        one
        for one in period.team
        if everyone or one.name in rule.get("agents", ()) or one.contract in rule.get("contracts", ())
    ]
    days = {
        one.name: period.days - (len(one.away & set(period.dates)) if rule.get("leave_counts", True) else 0)
        for one in team
    }
    whole = sum(one.weekly_minutes * days[one.name] for one in team)
    if rule.get("expected") is None or len(team) < 2 or not whole:
        return []
    found = []
    for one in team:
        works = [work for who in people if who.name == one.name and who.vacancy is None for work in who.works]
        share = Fraction(rule["expected"] * one.weekly_minutes * days[one.name], whole)
        balance = one.balances.get(rule.get("burden") or rule.get("counted", "nights"), Decimal(0))
        free = share - Fraction(balance) + rule.get("tolerance", 0)
        number = sum(_is_burden(rule, period, work) for work in works)
        cost = sum(
            _half_up(in_minor(rule["price"], period.minor) * (_times(n - free) - _times(n - 1 - free)))
            for n in range(1, number + 1)
        )
        if cost:
            found.append(Finding(period.first, "fairness", "", False, cost))
    return found


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
