"""Days of which an export has only a part, and silences within it."""

import datetime as dt

import numpy as np
import pandas as pd

from models.desk import Desk
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.silences import Silence, silences
from planner.history.grid import spoken

_EPOCH = dt.date(1970, 1, 1)
_MOST_DAYS = 20 * 366
_LISTED_SILENCES = 5


def without_part_days(frame: pd.DataFrame, desk: Desk, report: ReadingReport) -> pd.DataFrame:
    """Leave out a first and a last day of which a part is missing; tell other silences.

    ``frame`` has a row per interval with contacts, ascending, ``minute`` by the desk's clock.
    """
    interval, first_day = desk.interval_minutes, int(frame["minute"].iloc[0]) // 1440
    days = int(frame["minute"].iloc[-1]) // 1440 - first_day + 1
    slots = 1440 // interval
    table = np.zeros(min(days, _MOST_DAYS) * slots)
    place = (frame["minute"].to_numpy() - first_day * 1440) // interval
    inside = place < len(table)
    table[place[inside]] = frame["contacts"].to_numpy()[inside]
    found = silences(table.reshape(-1, slots), first_day, desk.zone)
    cut = {silence.start // slots for silence in found if silence.start == 0}
    cut |= {(silence.end - 1) // slots for silence in found if silence.end == days * slots}
    inner = [
        one for one in found if one.start > 0 and one.end < days * slots and not _has_whole_day(one, slots)
    ]
    for silence in inner[:_LISTED_SILENCES]:
        _tell(silence, first_day, interval, report)
    if not cut:
        return frame
    listed = ", ".join(str(_EPOCH + dt.timedelta(days=first_day + day)) for day in sorted(cut))
    report.tell("part_day", listed=listed)
    return frame[~(frame["minute"] // 1440 - first_day).isin(sorted(cut))]


def _has_whole_day(silence: Silence, slots: int) -> bool:
    """Whether it spans a date without any contact, which is told of by itself."""
    return -(-silence.start // slots) < silence.end // slots


def _tell(silence: Silence, first_day: int, interval: int, report: ReadingReport) -> None:
    first, last = (spoken(first_day * 1440 + end * interval) for end in (silence.start, silence.end))
    report.tell("silence", first=first, last=last, expected=round(silence.expected))
