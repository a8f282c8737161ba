"""Columns of dates and times as moments, whatever their form, converted as whole columns."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.text import Text
from planner.history.exports.clock_report import ClockReport
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.russian_months import english_months

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

_ISO = "ISO8601"
#: Forms that mean one thing only; 03/04/2024 may be two days and needs ``time_format``.
_FORMS = (
    _ISO,
    "%d/%b/%y %I:%M %p",
    "%d/%b/%y %H:%M",
    "%d/%b/%Y %I:%M %p",
    "%d/%b/%Y %H:%M",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%y %H:%M",
    "%d %b %Y %H:%M",
)
ALLOWED = Text(
    en="2024-03-31 09:30, 31/Mar/24 9:30 AM, 31.03.2024 09:30 or, for other forms, time_format",
    ru="2024-03-31 09:30, 31/Mar/24 9:30 AM, 31.03.2024 09:30; для другой записи есть time_format",
)
#: Times outside are mistakes: 1990 to 2100.
EARLIEST, LATEST = 631_152_000, 4_102_444_800
_SAMPLE = 500


@dataclass(frozen=True)
class Moments:
    """Moments of a column.

    Parameters
    ----------
    seconds
        Since 1970, in UTC; 0 where the cell cannot be read.
    is_time
        Whether the cell is a date and time of a plausible year.
    has_zone
        Whether it is known in which zone.
    """

    seconds: IntArray
    is_time: BoolArray
    has_zone: BoolArray


class MomentReader:
    """Reads one export's times; its first rows decide in which form they are written.

    Parameters
    ----------
    zone
        Zone of times that do not tell theirs; ``None`` where none is stated.
    time_format
        Form in the codes of ``strptime``; ``None`` to find it.
    report
        For a form that cannot be used.
    clock
        Told of times a zone skips or has twice.
    """

    def __init__(
        self, zone: str | None, time_format: str | None, report: ReadingReport, clock: ClockReport
    ) -> None:
        self._zone = zone
        self._form = time_format
        self._report = report
        self._clock = clock

    def read(self, cells: list[str]) -> Moments:
        """Read a column; equal cells are read once."""
        if self._form in (None, _ISO) and (seconds := _utc_seconds(cells)) is not None:
            self._form = _ISO
            is_time = (seconds >= EARLIEST) & (seconds < LATEST)
            return Moments(seconds, is_time, np.ones(len(cells), dtype=bool))
        codes, found = pd.factorize(np.array(cells, dtype=object))
        texts = [text if _is_plain(text) else _plain(text) for text in found.tolist()]
        form = self._form or _form_of(texts[:_SAMPLE])
        if any(texts):
            self._form = form
        told = np.full(len(texts), "%z" in form)
        if form == _ISO:
            told = np.array([_tells_offset(text) for text in texts], dtype=bool)
        seconds = np.zeros(len(texts), dtype=np.int64)
        is_time = np.zeros(len(texts), dtype=bool)
        for places, in_utc in ((np.flatnonzero(told), True), (np.flatnonzero(~told), False)):
            clock = self._parsed([texts[place] for place in places], form, in_utc)
            is_time[places] = np.asarray(clock.notna())
            if not in_utc and self._zone:
                uses = np.bincount(codes, minlength=len(texts))[places]
                clock = self._clock.to_utc(clock, self._zone, uses)
            seconds[places] = np.where(is_time[places], clock.as_unit("s").asi8, 0)
        is_time &= (seconds >= EARLIEST) & (seconds < LATEST)
        has_zone = told | (self._zone is not None)
        return Moments(seconds[codes], is_time[codes], has_zone[codes])

    def _parsed(self, texts: list[str], form: str, in_utc: bool) -> pd.DatetimeIndex:
        try:
            parsed = pd.to_datetime(texts, format=form, errors="coerce", utc=in_utc)
        except (ValueError, TypeError) as error:
            message = Text(
                en=f"time_format {form!r} cannot be used", ru=f"time_format {form!r} использовать нельзя"
            )
            raise self._report.error(message, ALLOWED) from error
        return parsed.tz_localize(None) if in_utc else parsed


def _utc_seconds(cells: list[str]) -> IntArray | None:
    """Seconds since 1970 where all cells look like 2024-03-01T09:15:22Z; ``None`` where one does not.

    So most exports of programs write times, and numpy reads them ten times as fast.
    """
    length = len("2024-03-01T09:15:22Z")
    text = "".join(cells)
    if len(text) != length * len(cells) or not text.isascii() or set(map(len, cells)) != {length}:
        return None
    signs = np.frombuffer(text.encode(), dtype=np.uint8).reshape(-1, length)
    marks = {
        place: ord(mark) for place, mark in ((4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z"))
    }
    digits = np.delete(signs, list(marks), axis=1)
    is_digit = (digits >= ord("0")) & (digits <= ord("9"))
    if not is_digit.all() or not (signs[:, list(marks)] == np.array(list(marks.values()))).all():
        return None
    try:
        moments = np.ascontiguousarray(signs[:, : length - 1]).view(f"S{length - 1}").ravel().astype("M8[s]")
    except ValueError:  # such as 31 February
        return None
    return moments.astype(np.int64)


def _form_of(texts: list[str]) -> str:
    """The form that reads most of some cells; the first of several."""

    def unread(form: str) -> int:
        return int(np.count_nonzero(pd.to_datetime(texts, format=form, errors="coerce", utc=True).isna()))

    return min(_FORMS, key=unread)


def _is_plain(text: str) -> bool:
    return ":" in text and text.isascii() and text[-1] != "C"


def _plain(text: str) -> str:
    """A cell in the words the formats know; nothing where there is no clock time."""
    text = english_months(text) if ":" in text else ""
    return f"{text[:-4]}Z" if text.endswith(" UTC") else text


def _tells_offset(text: str) -> bool:
    """Whether a cell that holds a clock time ends with Z or an offset such as +03:00 or -0300."""
    return text[-1:] in ("Z", "z") or text[-6:-5] in ("+", "-") or text[-5:-4] in ("+", "-")
