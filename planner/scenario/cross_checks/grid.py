"""Times that do not lie on the grid of intervals."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from models.clock import ClockSpan, format_clock
from models.errors import InputProblem
from models.shift_pattern import ShiftPattern
from models.text import Text
from planner.scenario.draft import Draft
from planner.scenario.origins import KeyPath

#: Interval lengths a desk may have.
INTERVALS = (15, 30, 60)
_START = Text(en="the start {times}", ru="начало {times}")
_EDGE = Text(en="the window's edge {times}", ru="граница окна {times}")
_STEP = Text(en="the step {times}", ru="шаг {times}")
_LENGTH = Text(en="the length of {times}", ru="длина {times}")
_BREAK = Text(en="a break after {times}", ru="перерыв через {times}")


def patterns_off_grid(draft: Draft) -> Iterator[InputProblem]:
    """Shift starts, lengths and breaks between two interval boundaries."""
    if draft.desk is None:
        return
    interval = draft.desk.interval_minutes
    for i, pattern in draft.patterns:
        for path, what, minutes, is_clock in _times_of(pattern):
            off = [minute for minute in minutes if minute % interval]
            if off:
                shown = Text.same(", ").join(_time(minute, is_clock=is_clock) for minute in off)
                place = draft.place("shift_patterns", i, *path)
                message = what.format(times=shown) + Text(
                    en=f" is not on the grid of {interval}-minute intervals",
                    ru=f" не на сетке интервалов по {interval} минут",
                )
                yield InputProblem(place, message, _ways_out(off[0], interval, off, is_clock=is_clock))


def opening_off_grid(draft: Draft) -> Iterator[InputProblem]:
    """Opening or closing times between two interval boundaries."""
    if draft.desk is None or draft.opening is None:
        return
    interval = draft.desk.interval_minutes
    spans: list[tuple[KeyPath, ClockSpan]] = [
        (("hours", day), span) for day, spans in draft.opening.hours.items() for span in spans
    ]
    spans += [
        (("exceptions", j), span)
        for j, exception in enumerate(draft.opening.exceptions)
        for span in exception.spans
    ]
    seen: set[str] = set()
    for path, span in spans:
        off = [minute for minute in (span.start, span.end) if minute % interval]
        place = draft.place("opening", *_as_written(draft, path))
        if off and f"{place} {span}" not in seen:
            seen.add(f"{place} {span}")
            message = Text(
                en=f"{span} does not begin and end on the grid of {interval}-minute intervals",
                ru=f"{span} начинается или кончается не на сетке интервалов по {interval} минут",
            )
            yield InputProblem(place, message, _ways_out(off[0], interval, off, is_clock=True))


def clock_change_off_grid(draft: Draft) -> Iterator[InputProblem]:
    """A change of clocks in the period that is no whole number of intervals."""
    if draft.desk is None:
        return
    zone, interval = ZoneInfo(draft.desk.zone), draft.desk.interval_minutes
    for date in draft.dates:
        next_date = date + dt.timedelta(days=1)
        before, after = (_offset(zone, day) for day in (date, next_date))
        change = (after - before) // dt.timedelta(minutes=1)
        if change % interval:
            place = draft.place("desk", "interval_minutes")
            message = Text(
                en=f"on {date} the clocks of {draft.desk.zone} change by {change} minutes, "
                f"which is no whole number of {interval}-minute intervals",
                ru=f"{date} часы в поясе {draft.desk.zone} переводят на {change} минут, "
                f"это не целое число интервалов по {interval} минут",
            )
            yield InputProblem(place, message, _fitting([change]))


def _offset(zone: ZoneInfo, date: dt.date) -> dt.timedelta:
    return dt.datetime.combine(date, dt.time(), zone).utcoffset() or dt.timedelta()


def _times_of(pattern: ShiftPattern) -> Iterator[tuple[KeyPath, Text, list[int], bool]]:
    """Key, words and minutes of everything that must lie on the grid."""
    if pattern.start_window is None:
        yield ("starts",), _START, list(pattern.starts), True
    else:
        window = pattern.start_window
        yield ("start_window", "span"), _EDGE, [window.span.start, window.span.end], True
        yield ("start_window", "step_minutes"), _STEP, [window.step_minutes], False
    yield ("length_minutes",), _LENGTH, [pattern.length_minutes], False
    if pattern.pause is not None:
        pause = pattern.pause
        yield ("break", "minutes"), _LENGTH, [pause.minutes], False
        yield ("break", "earliest_after_minutes"), _BREAK, [pause.earliest_after_minutes], False
        if pause.latest_after_minutes > pause.earliest_after_minutes:
            yield ("break", "latest_after_minutes"), _BREAK, [pause.latest_after_minutes], False
            yield ("break", "step_minutes"), _STEP, [pause.step_minutes], False


def _as_written(draft: Draft, path: KeyPath) -> KeyPath:
    """Cut the path where the hours are written as text."""
    opening = draft.data.get("opening")
    if not isinstance(opening, dict):
        return ()
    return path if path[0] == "exceptions" or isinstance(opening.get("hours"), dict) else ("hours",)


def _ways_out(minute: int, interval: int, off: list[int], *, is_clock: bool) -> Text:
    lower = minute // interval * interval
    near = [value for value in (lower, lower + interval) if value or is_clock]
    shown = Text(en=" or ", ru=" или ").join(_time(value, is_clock=is_clock) for value in near)
    finer = _fitting(off)
    return shown + Text(en="; or ", ru="; или ") + finer if finer else shown


def _time(minutes: int, *, is_clock: bool) -> Text:
    if is_clock:
        return Text.same(format_clock(minutes))
    return Text(en=f"{minutes} min", ru=f"{minutes} мин")


def _fitting(minutes: list[int]) -> str:
    fitting = [length for length in INTERVALS if all(minute % length == 0 for minute in minutes)]
    return f"desk.interval_minutes = {fitting[-1]}" if fitting else ""
