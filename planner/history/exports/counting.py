"""Contacts one by one, made into counts per interval; nothing of a single contact remains."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from planner.history.dense import dense_history
from planner.history.exports.part_days import without_part_days
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.unknown_handle_time import with_handle_time
from planner.history.grid import spoken
from planner.history.stated_settings import nothing_on
from planner.history.words import dates_between

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

_EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True)
class Contacts:
    """Contacts of a channel.

    Parameters
    ----------
    seconds
        When each began, since 1970 in UTC.
    handle_seconds
        How long it was worked on; NaN where that is not known.
    """

    seconds: IntArray
    handle_seconds: FloatArray


def count_contacts(
    contacts: Contacts, zone: str, file: HistoryFile, desk: Desk, report: ReadingReport
) -> ContactHistory:
    """Count contacts per interval of the desk.

    Contacts without a handle time, abandoned calls among them, take the average of the others
    in the same interval of the day, leaning on the average of all: left at nothing they would
    make every contact look shorter than it is.

    Parameters
    ----------
    contacts
        At least one.
    zone
        Zone of the times in the file, for the report.
    file, desk
        Part of the file to use; zone, interval and language of the answer.
    report
        Told what is left out here.
    """
    minute = _desk_minutes(contacts.seconds, desk.zone)
    kept = _within(minute // 1440, file, report)
    minute, handle = minute[kept], contacts.handle_seconds[kept]
    first, last = (spoken(int(end)) for end in (minute.min(), minute.max()))
    report.tell("read", rows=report.rows, count=len(minute), first=first, last=last, zone=desk.zone)
    if zone != desk.zone:
        report.tell("zone", found=zone, wanted=desk.zone)
    frame = _per_interval(minute, handle, desk.interval_minutes)
    frame = without_part_days(frame, desk, report)
    frame = with_handle_time(frame, desk.interval_minutes, report)
    return dense_history(frame, desk.interval_minutes, file, desk, report.notes())


def _desk_minutes(seconds: IntArray, zone: str) -> IntArray:
    clock = pd.to_datetime(seconds, unit="s", utc=True).tz_convert(zone).tz_localize(None)
    minutes: IntArray = clock.as_unit("s").asi8 // 60
    return minutes


def _within(day: IntArray, file: HistoryFile, report: ReadingReport) -> NDArray[np.bool_]:
    first = -np.inf if file.first_date is None else (file.first_date - _EPOCH).days
    last = np.inf if file.last_date is None else (file.last_date - _EPOCH).days
    kept: NDArray[np.bool_] = (day >= first) & (day <= last)
    if not kept.any():
        start, end = (_EPOCH + dt.timedelta(days=int(edge)) for edge in (day.min(), day.max()))
        raise report.error(nothing_on(file), dates_between(start, end))
    report.left_out["other_dates"] += len(day) - int(kept.sum())
    return kept


def _per_interval(minute: IntArray, handle: FloatArray, interval: int) -> pd.DataFrame:
    starts, places = np.unique(minute - minute % interval, return_inverse=True)
    known = ~np.isnan(handle)
    return pd.DataFrame(
        {
            "minute": starts,
            "contacts": np.bincount(places).astype(np.float64),
            "known": np.bincount(places, weights=known),
            "handle_seconds": np.bincount(places, weights=np.where(known, handle, 0.0)),
        }
    )
