"""Rules about one date or one shift of a person."""

from collections.abc import Iterator

from tests.audit.oracle.breach import Breach
from tests.audit.oracle.facts import DAY, DAY_NAMES, Period, Person, Rule, Work
from tests.audit.oracle.lengths import is_night_work


def availability(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Every shift lies within hours of availability, which may touch each other."""
    for work in person.works:
        spans = sorted(
            (period.minute(date, start), period.minute(date, end if end > start else end + 1440))
            for date in (work.date + n * DAY for n in (-1, 0, 1, 2))
            for start, end in rule["spans"].get(DAY_NAMES[date.weekday()], ())
        )
        off, back = work.away
        if not (_inside(spans, work.begin, off) and _inside(spans, back, work.end)):
            yield Breach(work.date)


def _inside(spans: list[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether spans in order hold a stretch, one taking over from another."""
    for start, stop in spans:
        if start <= begin:
            begin = max(begin, stop)
    return begin >= end


def days_off(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """No shift lies on the dates or runs into them; of later dates only the morrow of the period counts."""
    first, last = max(rule["first_date"], period.first), min(rule["last_date"], period.last + DAY)
    if first > last:
        return
    begin, end = period.minute(first), period.minute(last + DAY)
    for work in person.works:
        if work.begin < end and work.end > begin:
            yield Breach(work.date)


def _works_so(work: Work | None, period: Period, pattern: str, start: int | None) -> bool:
    if work is None or work.pattern != pattern:
        return False
    return start is None or work.begin == period.minute(work.date, start)


def _on(person: Person, date: object) -> Work | None:
    return next((work for work in person.works if work.date == date), None)


def fixed_shift(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """The date is what was settled."""
    if rule["date"] in period.dates:
        work = _on(person, rule["date"])
        right = work is None
        if not rule.get("off"):
            right = _works_so(work, period, rule["pattern"], rule.get("start_at"))
        if not right:
            yield Breach(rule["date"])


def shift_request(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """The wish of a date is met, or costs its price."""
    if rule["date"] in period.dates:
        work = _on(person, rule["date"])
        meant = work is not None and rule.get("pattern") in (None, work.pattern)
        if meant != (rule["wish"] == "on"):
            yield Breach(rule["date"])


def changed_days(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Dates that are not as they were published."""
    told = {one["date"]: one for one in rule["published"]}
    first, last = rule.get("first_date") or period.first, rule.get("last_date") or period.last
    for date in period.dates:
        if not first <= date <= last or date in rule.get("free_dates", ()):
            continue
        work, was = _on(person, date), told.get(date)
        same = work is None if was is None else _works_so(work, period, was["pattern"], was.get("start"))
        if not same:
            yield Breach(date)


def no_night_work(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """No shift of the period is night work."""
    for work in person.works:
        if is_night_work(rule, period, work):
            yield Breach(work.date)


def no_holiday_work(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """No shift of the period has a minute on one of its public holidays."""
    spans = [(period.minute(date), period.minute(date + DAY)) for date in period.holidays & set(period.dates)]
    for work in person.works:
        if any(work.begin < end and begin < work.end for begin, end in spans):
            yield Breach(work.date)


def min_break(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """A long shift has a break, neither too short nor too long nor too late."""
    for work in person.works:
        begin, end = work.pause or (work.begin, work.begin)
        length = work.elapsed - (end - begin) * (rule.get("counted", "elapsed") == "work")
        most, latest = rule.get("max_minutes"), rule.get("latest_after_minutes")
        wrong: tuple[object, ...] = ()
        if end - begin < rule["minutes"]:
            wrong = ("short", end - begin, rule["minutes"])
        elif most is not None and end - begin > most and not work.is_split:
            wrong = ("long", end - begin, most)
        elif latest is not None and begin > work.begin + latest:
            wrong = ("late", begin - work.begin, latest)
        if length > rule.get("after_minutes", 360) and wrong:
            yield Breach(work.date, measured=wrong)


def split_shape(rule: Rule, period: Period, person: Person) -> Iterator[Breach]:
    """Pause, spells and spread of each split shift, in minutes."""
    for work in person.works:
        off, back = work.away
        spells, pause = (off - work.begin, work.end - back), back - off
        low, high = rule.get("min_spell_minutes", 0), rule.get("max_spell_minutes", 9_999)
        fits = rule.get("min_pause_minutes", 0) <= pause <= rule.get("max_pause_minutes", 9_999)
        fits = fits and low <= min(spells) and max(spells) <= high
        if work.is_split and not (fits and work.elapsed <= rule.get("max_spread_minutes", 9_999)):
            yield Breach(work.date)
