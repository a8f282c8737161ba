"""Whether the shift patterns can serve the opening hours at all."""

import datetime as dt
from collections.abc import Callable, Iterator

from models.clock import MINUTES_PER_DAY, WEEKDAYS, ClockSpan
from models.errors import InputProblem
from models.opening import Opening
from models.shift_pattern import ShiftPattern
from models.text import Text
from planner.scenario.draft import Draft

_ON_WEEKDAYS = (
    Text(en="on Mondays", ru="по понедельникам"),
    Text(en="on Tuesdays", ru="по вторникам"),
    Text(en="on Wednesdays", ru="по средам"),
    Text(en="on Thursdays", ru="по четвергам"),
    Text(en="on Fridays", ru="по пятницам"),
    Text(en="on Saturdays", ru="по субботам"),
    Text(en="on Sundays", ru="по воскресеньям"),
)


def never_open(draft: Draft) -> Iterator[InputProblem]:
    """Opening hours that never occur in the period (public holidays aside)."""
    if draft.opening is None or not draft.dates or not draft.whole("opening", "period"):
        return
    if not any(_spans_of(draft.opening, date) for date in draft.dates):
        yield InputProblem(
            draft.place("opening"),
            Text(en="the desk is never open in the period", ru="за весь период служба ни разу не открыта"),
            Text(en="hours on a day of it", ru="часы хотя бы в один его день"),
        )


def days_nobody_can_serve(draft: Draft) -> Iterator[InputProblem]:
    """Open days on which no shift pattern anyone may work serves any of the opening hours."""
    for when, hours in _days_without(draft, _serves):
        message = Text(
            en="no shift pattern anyone may work serves the opening hours {when} ({hours})",
            ru="часы работы {when} ({hours}) не закрывает ни один вид смен, который кому-нибудь доступен",
        )
        allowed = Text(en="a pattern for that day", ru="вид смен на этот день")
        yield InputProblem(draft.place("shift_patterns"), message.format(when=when, hours=hours), allowed)


def days_without_a_fitting_pattern(draft: Draft) -> Iterator[InputProblem]:
    """Open days on which every shift would begin or end while the desk is closed."""
    unserved = {when for when, _ in _days_without(draft, _serves)}
    for when, hours in _days_without(draft, _fits):
        if when not in unserved:
            message = Text(
                en="no shift pattern lies within the opening hours {when} ({hours}): people are paid while closed",
                ru="ни один вид смен не умещается в часы работы {when} ({hours}): оплачивается и время, "
                "когда закрыто",
            )
            yield InputProblem(draft.place("shift_patterns"), message.format(when=when, hours=hours))


def _days_without(
    draft: Draft, works: Callable[[Opening, dt.date, list[ShiftPattern]], bool]
) -> Iterator[tuple[Text, str]]:
    """Weekdays, and dates with hours of their own, on which no pattern works, and their hours."""
    opening, patterns = draft.opening, _workable(draft)
    sections = ("opening", "period", "shift_patterns", "contracts", "agents", "vacancies")
    if opening is None or not patterns or not draft.whole(*sections):
        return
    special = {exception.date for exception in opening.exceptions}
    told: set[Text] = set()
    for date in draft.dates:
        spans = _spans_of(opening, date)
        when = Text.same(str(date)) if date in special else _ON_WEEKDAYS[date.weekday()]
        if spans and when not in told and not works(opening, date, patterns):
            told.add(when)
            yield when, ", ".join(str(span) for span in spans)


def _workable(draft: Draft) -> list[ShiftPattern]:
    """Patterns in the contract of anyone who works or may be hired."""
    held = {agent.contract for _, agent in draft.agents}
    held |= {vacancy.contract for _, vacancy in draft.vacancies if vacancy.max_hires}
    contracts = [contract for _, contract in draft.contracts if contract.name in held]
    if any(not contract.shift_patterns for contract in contracts):
        return [pattern for _, pattern in draft.patterns]
    allowed = {name for contract in contracts for name in contract.shift_patterns}
    return [pattern for _, pattern in draft.patterns if pattern.name in allowed]


def _spans_of(opening: Opening, date: dt.date) -> tuple[ClockSpan, ...]:
    for exception in opening.exceptions:
        if exception.date == date:
            return exception.spans
    return opening.hours.get(WEEKDAYS[date.weekday()], ())


def _serves(opening: Opening, date: dt.date, patterns: list[ShiftPattern]) -> bool:
    own = [(span.start, span.end_unwrapped) for span in _spans_of(opening, date)]
    return any(_overlaps(start, end, own) for start, end in _shifts_near(date, patterns))


def _fits(opening: Opening, date: dt.date, patterns: list[ShiftPattern]) -> bool:
    own = [(span.start, span.end_unwrapped) for span in _spans_of(opening, date)]
    stretches = _open_stretches(opening, date)
    return any(
        _overlaps(start, end, own) and any(opens <= start and end <= closes for opens, closes in stretches)
        for start, end in _shifts_near(date, patterns)
    )


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < closes and opens < end for opens, closes in spans)


def _shifts_near(date: dt.date, patterns: list[ShiftPattern]) -> Iterator[tuple[int, int]]:
    """Shifts begun that day or the day before, in clock minutes after the day's midnight."""
    for offset in (-1, 0):
        weekday = WEEKDAYS[(date + dt.timedelta(days=offset)).weekday()]
        for pattern in patterns:
            for clock in pattern.start_minutes if weekday in pattern.weekdays else ():
                start = clock + offset * MINUTES_PER_DAY
                yield start, start + pattern.length_minutes


def _open_stretches(opening: Opening, date: dt.date) -> list[tuple[int, int]]:
    """Open stretches around a date in clock minutes after its midnight, touching ones joined."""
    spans = sorted(
        (span.start + offset * MINUTES_PER_DAY, span.end_unwrapped + offset * MINUTES_PER_DAY)
        for offset in range(-2, 3)
        for span in _spans_of(opening, date + dt.timedelta(days=offset))
    )
    joined: list[tuple[int, int]] = []
    for opens, closes in spans:
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return joined
