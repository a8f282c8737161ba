"""Time between shifts, in minutes that really pass."""

import datetime as dt
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise

from tests.audit.oracle.breach import Breach
from tests.audit.oracle.facts import DAY, DAY_NAMES, Period, Person, Rule, Work


def _judged_pairs(period: Period, person: Person) -> list[tuple[Work, Work]]:
    """Each shift with the one before it; two shifts before the period are not judged."""
    return [(a, b) for a, b in pairwise(person.every) if b.date >= period.first]


def min_rest(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """From the end of a shift to the start of the next."""
    for earlier, later in _judged_pairs(period, person):
        rest = later.begin - earlier.end
        if rest < rule["minutes"]:
            yield Breach(later.date, pieces=(rule["minutes"] - rest,))


def rest_by_length(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """So many times as long as the shift before, rounded up to the minute."""
    for earlier, later in _judged_pairs(period, person):
        length = earlier.elapsed - (earlier.away[1] - earlier.away[0])
        least = int((Decimal(str(rule["factor"])) * length).quantize(Decimal(1), ROUND_CEILING))
        rest = later.begin - earlier.end
        if rest < least:
            yield Breach(later.date, pieces=(least - rest,))


def no_double_shift(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """A shift that begins no later than the gap after another is the second in a row."""
    for earlier, later in _judged_pairs(period, person):
        if later.begin <= earlier.end + rule.get("gap_minutes", 60):
            yield Breach(later.date)


def weekly_rest(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """A rest belongs to the week it begins in; of an earlier one the part inside counts."""
    opening = DAY_NAMES.index(rule.get("week_start", "mon"))
    week = period.first - (period.first.weekday() - opening) % 7 * DAY
    every = person.every
    while week <= period.last:
        begins, ends = period.minute(week), period.minute(week + 7 * DAY)
        free_from, rested = begins, False
        for work in every:
            rested = rested or (free_from < ends and work.begin - free_from >= rule.get("minutes", 2520))
            free_from = max(free_from, work.end)
        if not rested and free_from >= ends:
            yield Breach(max(week, period.first))
        week += 7 * DAY


def rolling_rest(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """No shift starts later than so many dates from the first after a long rest."""
    since: dt.date | None = None
    before: Work | None = None
    for work in person.every:
        if since is None or before is None or work.begin - before.end >= rule.get("minutes", 35 * 60):
            since = work.date
        elif (work.date - since).days >= rule.get("days", 6) and work.date >= period.first:
            yield Breach(work.date)
        before = work


def rest_after_nights(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """After a run of nights that is long enough the next shift comes late enough."""
    run = 0
    for work, following in pairwise((*person.every, None)):
        assert work is not None
        run = run + 1 if work.is_night else 0
        if following is None:
            return
        between = (following.date - work.date).days - 1
        if work.is_night and following.is_night and between == 0:
            continue
        short = following.begin - work.end < (rule.get("minutes") or 0)
        few = between < (rule.get("days_off") or 0)
        if run >= rule.get("nights", 1) and (short or few) and following.date >= period.first:
            yield Breach(following.date)
        run = 0
