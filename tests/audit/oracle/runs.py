"""Days and nights in a row, or in a window."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from tests.audit.oracle.breach import Breach
from tests.audit.oracle.facts import DAY, DAY_NAMES, Period, Person, Rule, Work


def _runs(dates: set[dt.date]) -> list[list[dt.date]]:
    """Consecutive dates together, in order."""
    runs: list[list[dt.date]] = []
    for date in sorted(dates):
        if runs and runs[-1][-1] == date - DAY:
            runs[-1].append(date)
        else:
            runs.append([date])
    return runs


def max_consecutive_days(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Dates of the period beyond the longest run allowed, told on the first of them."""
    for run in _runs(person.dates):
        beyond = [date for date in run[rule["days"] :] if date >= period.first]
        if beyond:
            yield Breach(beyond[0], units=len(beyond))


def min_consecutive_days_off(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Dates off between two shifts, the later one in the period; told on the first of them in it."""
    dates = sorted(person.dates)
    for earlier, later in pairwise(dates):
        off = (later - earlier).days - 1
        if later >= period.first and 0 < off < rule["days"]:
            yield Breach(max(earlier + DAY, period.first), units=rule["days"] - off)


def _counts_in_run(rule: Rule, work: Work) -> bool:
    if rule.get("nights"):
        return work.is_night
    return not rule.get("patterns") or work.pattern in rule["patterns"]


def shift_runs(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Runs of a kind, too long or too short; one that may go on after the end is never too short.

    Told on the run's last date, or the first of the period where it had ended before.
    """
    runs = _runs({work.date for work in person.every if _counts_in_run(rule, work)})
    for run in runs:
        told = max(run[-1], period.first)
        beyond = (
            [date for date in run[rule["max_days"] :] if date >= period.first] if "max_days" in rule else []
        )
        if beyond:
            yield Breach(told, units=len(beyond))
        over = period.first - DAY <= run[-1] < period.last
        if over and len(run) < rule.get("min_days", 0):
            yield Breach(told, units=rule["min_days"] - len(run))


def max_window_days(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Each date of work that is one too many in the window it ends."""
    dates = person.dates
    for last in sorted({work.date for work in person.works}):
        window = {last - n * DAY for n in range(rule["window_days"])}
        if len(window & dates) > rule["days"]:
            yield Breach(last)


def max_nights(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Each night that is one too many in the window it ends, or in the whole period."""
    nights = [work.date for work in person.every if work.is_night]
    for last in [night for night in nights if night >= period.first]:
        if rule.get("window_days") is not None:
            first = last - (rule["window_days"] - 1) * DAY
            count = sum(first <= night <= last for night in nights)
        else:
            since = rule.get("since") or period.first
            count = rule.get("used_before", 0) + sum(since <= night <= last for night in nights)
        if count > rule["nights"]:
            yield Breach(last)


def no_back_to_back_nights(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """A night that follows another, the next date or the next shift."""
    for earlier, later in pairwise(person.every):
        next_date = later.date - earlier.date == DAY
        by_duties = rule.get("meaning", "consecutive_days") == "consecutive_duties"
        if earlier.is_night and later.is_night and later.date >= period.first and (by_duties or next_date):
            yield Breach(later.date)


def period_shifts(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """The number of shifts of the period, all or those of a kind."""

    def counts(work: Work) -> bool:
        weekdays = rule.get("weekdays")
        on_day = weekdays is None or f"{work.date:%a}".lower() in weekdays
        return (
            _counts_in_run({"patterns": rule.get("patterns")}, work)
            and on_day
            and (work.is_night or not rule.get("nights"))
        )

    since = rule.get("since") or period.first
    before = rule.get("used_before", 0) + sum(work.date >= since and counts(work) for work in person.past)
    own = [work.date for work in person.works if work.date >= since and counts(work)]
    least, most = rule.get("min_shifts"), rule.get("max_shifts")
    if least is not None and before + len(own) < least:
        yield Breach(period.last, units=least - before - len(own))
    if most is not None and own and before + len(own) > most:
        yield Breach(own[-1], units=before + len(own) - max(most, before))


def max_split_shifts(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Each split shift that is one too many in its week, or in the period."""
    opening = rule.get("week_start", "mon")
    first = period.first
    for last in [work.date for work in person.works if work.is_split]:
        if rule.get("per", "week") == "week":
            first = last - (last.weekday() - DAY_NAMES.index(opening)) % 7 * DAY
        count = sum(work.is_split and first <= work.date <= last for work in person.every)
        if count > rule["shifts"]:
            yield Breach(last)
