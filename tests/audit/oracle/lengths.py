"""Hours of a shift, a day, a week, a window, the period."""

import datetime as dt
from collections.abc import Iterable, Iterator

from tests.audit.oracle.breach import Breach
from tests.audit.oracle.facts import DAY, DAY_NAMES, Period, Person, Rule, Work


def _length(rule: Rule, work: Work) -> int:
    return work.elapsed if rule.get("counted", "paid") == "elapsed" else work.paid


def is_night_work(rule: Rule, period: Period, work: Work) -> bool:
    """Night work as a rule takes it: a night shift, or so many minutes at night."""
    band = rule.get("band")
    off, back = work.away
    at_night = period.night_minutes(work.begin, off, band) + period.night_minutes(back, work.end, band)
    if rule.get("night_minutes") is not None:
        return at_night >= int(rule["night_minutes"])
    if band is None:
        return work.is_night
    part, whole = period.night_share
    return at_night * whole >= part * (work.elapsed - (back - off))


def max_shift_minutes(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """No shift of the period is longer."""
    for work in person.works:
        if _length(rule, work) > rule["minutes"]:
            length, most = _length(rule, work), rule["minutes"]
            yield Breach(work.date, pieces=(length - most,), measured=(length, most))


def max_night_shift(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """No night work is longer."""
    nights = tuple(work for work in person.works if is_night_work(rule, period, work))
    for work in nights:
        if _length(rule, work) > rule["minutes"]:
            yield Breach(work.date, pieces=(_length(rule, work) - rule["minutes"],))


def _beyond(limit: int, before: int, amounts: Iterable[int]) -> tuple[int, ...]:
    """What each amount, added to those before, adds beyond a limit."""
    pieces = []
    for amount in amounts:
        pieces.append(max(0, before + amount - max(before, limit)))
        before += amount
    return tuple(pieces)


def week_of(date: dt.date, first_weekday: str) -> dt.date:
    """First date of the week a date lies in."""
    return date - (date.weekday() - DAY_NAMES.index(first_weekday)) % 7 * DAY


def max_weekly_minutes(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Paid minutes of each week; what was there before only bars more."""
    opening = rule.get("week_start", "mon")
    for week in sorted({week_of(work.date, opening) for work in person.works}):
        before = sum(work.paid for work in person.past if week_of(work.date, opening) == week)
        own = [work for work in person.works if week_of(work.date, opening) == week]
        pieces = _beyond(rule["minutes"], before, [work.paid for work in own])
        if any(pieces):
            yield Breach(own[-1].date, pieces=pieces)


def max_window_minutes(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Each window that ends on a date of work; no more is beyond than that date's own work."""
    for ends in person.works:
        first = ends.date - (rule.get("days", 7) - 1) * DAY
        total = sum(_length(rule, work) for work in person.every if first <= work.date <= ends.date)
        if total > rule["minutes"]:
            yield Breach(ends.date, pieces=(min(_length(rule, ends), total - rule["minutes"]),))


def average_weekly_minutes(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Reference periods one after the other; what lies beyond the plan is at the average, or nothing."""
    first, whole = rule["since"], 7 * rule.get("weeks", 17)
    while first <= period.last:
        end = first + whole * DAY
        days = whole
        if rule.get("beyond", "average") == "average":
            days = min(whole, (period.last - first).days + 1)
        limit = rule.get("minutes", 48 * 60) * days // 7
        before = sum(work.paid for work in person.past if first <= work.date < end)
        if first < period.first < end:
            before += rule.get("used_before_minutes", 0)
        own = [work for work in person.works if first <= work.date < end]
        pieces = _beyond(limit, before, [work.paid for work in own])
        if any(pieces):
            yield Breach(own[-1].date, pieces=pieces)
        first = end


def daily_overtime(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Overtime of a date, and of a date with the one before, this up to the limit."""
    over = {work.date: max(0, work.paid - rule.get("norm_minutes", 480)) for work in person.every}
    for work in person.works:
        own, eve = over[work.date], over.get(work.date - DAY, 0)
        one, two = rule.get("minutes"), rule.get("two_days_minutes")
        if one is not None and own > one:
            yield Breach(work.date, pieces=(own - one,))
        if two is not None and own and own + min(eve, two) > two:
            yield Breach(work.date, pieces=(own + min(eve, two) - two,))


def overtime_budget(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """What each shift adds above the norm of its day, week or the period, against the budget."""
    norm, per = rule["norm_minutes"], rule.get("per", "week")
    since = (rule.get("since") or period.first) if per == "period" else dt.date.min

    def span(work: Work) -> dt.date:
        if per == "period":
            return since
        return work.date if per == "day" else week_of(work.date, rule.get("week_start", "mon"))

    spent: dict[dt.date, int] = {}
    for work in person.past:
        if work.date >= since:
            spent[span(work)] = spent.get(span(work), 0) + work.paid
    # of the accounting period the known shifts' own overtime uses up the budget, too
    before = rule.get("used_before_minutes", 0)
    before += max(0, spent.get(since, 0) - norm) if per == "period" else 0
    added = []
    for work in person.works:
        was = spent.get(span(work), 0)
        spent[span(work)] = was + work.paid
        added.append(max(0, was + work.paid - max(was, norm)))
    pieces = _beyond(rule["minutes"], before, added)
    if any(pieces):
        last = max(work.date for work, piece in zip(person.works, pieces, strict=True) if piece)
        yield Breach(last, pieces=pieces)


def period_minutes(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Paid minutes since the accounting period began."""
    since = rule.get("since") or period.first
    before = sum(work.paid for work in person.past if work.date >= since)
    own = [work.paid for work in person.works if work.date >= since]
    least, most = rule.get("min_minutes"), rule.get("max_minutes")
    if least is not None and before + sum(own) < least:
        yield Breach(period.last, pieces=(least - before - sum(own),))
    if most is not None and any(_beyond(most, before, own)):
        yield Breach(period.last, pieces=_beyond(most, before, own))
