"""Records of ``Master.csv``, made into calls."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.text import Text
from planner.history.exports.counting import Contacts
from planner.history.exports.moments import MomentReader
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.records import Layout, Records
from planner.history.exports.repeats import HashArray, hashes_of, last_of_each
from planner.history.exports.selection import Selection

COLUMNS = (
    "accountcode",
    "src",
    "dst",
    "dcontext",
    "clid",
    "channel",
    "dstchannel",
    "lastapp",
    "lastdata",
    "start",
    "answer",
    "end",
    "duration",
    "billsec",
    "disposition",
    "amaflags",
    "uniqueid",
    "userfield",
)
_NEEDED = ("dcontext", "channel", "dstchannel", "start", "end", "billsec", "disposition", "uniqueid")
_DISPOSITIONS = frozenset({"ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION", "UNKNOWN"})
_NO_CALL = Text(
    en="billsec and disposition (cells 14 and 15) are not those of a call",
    ru="billsec и disposition (ячейки 14 и 15) не как у звонка",
)
_OF_A_CALL = Text(en="seconds up to a day; ", ru="секунды, не больше суток; ") + ", ".join(
    sorted(_DISPOSITIONS)
)
_NO_TIME = Text(en="is not a time", ru="не время")
#: Identifiers are a time and a number, behind the name of the system where it has one.
_UNIQUE_ID = re.compile(r"([\w.-]+-)?\d{9,11}\.\d+")
_LONGEST_SECONDS = 86_400


@dataclass(frozen=True)
class CallRecords:
    """Some records.

    Parameters
    ----------
    seconds
        When each call began, since 1970 in UTC.
    handle_seconds
        How long it was talked; NaN where it was not answered.
    record, call
        Hashes by which a record, and a call of several records, is known again.
    """

    seconds: NDArray[np.int64]
    handle_seconds: NDArray[np.float64]
    record: HashArray
    call: HashArray


def layout_for(where: Collection[str]) -> Layout:
    """Cells that are looked at: those needed, and those of ``where``.

    Records go up to ``amaflags``; behind it may stand what ``cdr.conf`` adds: uniqueid,
    userfield and three more.
    """
    places = {name: (COLUMNS.index(name),) for name in COLUMNS if name in {*_NEEDED, *where}}
    return Layout(places, fewest=16, most=21, delimiter=",", has_spaces=False)


def read_calls(
    records: Records, selection: Selection, moments: MomentReader, report: ReadingReport
) -> CallRecords:
    """Read the chosen records; note those that are none of ``Master.csv``, or have no time."""
    places = np.flatnonzero(selection.chosen(records.columns, len(records.lines), report))
    records = records.rows_at(places.tolist())
    outcome = np.array(records.column("disposition"), dtype=object)
    billed = pd.to_numeric(pd.Series(records.column("billsec"), dtype=object), errors="coerce")
    billed_seconds = billed.to_numpy(np.float64)
    codes, outcomes = pd.factorize(outcome)
    sound = np.array([text in _DISPOSITIONS for text in outcomes.tolist()], dtype=bool)[codes]
    sound &= (billed_seconds >= 0) & (billed_seconds <= _LONGEST_SECONDS)
    for place in np.flatnonzero(~sound).tolist():
        report.bad("bad_line", records.part, records.lines[place], _NO_CALL, _OF_A_CALL)
    records = records.rows_at(np.flatnonzero(sound).tolist())
    outcome, billed_seconds = outcome[sound], billed_seconds[sound]
    cells = records.column("start")
    times = moments.read(cells)
    found = list(zip(records.lines, cells, strict=True))
    unreadable = [found[place] for place in np.flatnonzero(~times.is_time).tolist()]
    report.bad_cells(
        "bad_time", records.part, "start", _NO_TIME, Text.same("2024-03-31 09:30:00"), unreadable
    )
    unknown = [found[place] for place in np.flatnonzero(times.is_time & ~times.has_zone).tolist()]
    report.bad_zone(records.part, "start", unknown, all_rows=bool(unknown))
    handle = np.where(outcome == "ANSWERED", billed_seconds, np.nan)
    usable = times.is_time
    return CallRecords(
        times.seconds[usable],
        handle[usable],
        _record_hash(records)[usable],
        _call_hash(records)[usable],
    )


def _record_hash(records: Records) -> HashArray:
    names = ("uniqueid", "start", "channel", "dstchannel", "end", "billsec")
    rows = zip(*(records.column(name) for name in names), strict=True)
    return hashes_of(["|".join(row) for row in rows], records.part, records.lines)


def _call_hash(records: Records) -> HashArray:
    """By ``uniqueid``; a record whose 17th cell is no identifier is a call of its own."""
    ids = [name if _UNIQUE_ID.fullmatch(name) else "" for name in records.column("uniqueid")]
    return hashes_of(ids, records.part, records.lines)


def calls_of(portions: Sequence[CallRecords], report: ReadingReport) -> Contacts:
    """Join records to calls: each from its earliest record, with the time of all of them.

    Records that stand there twice count once.
    """
    record = np.concatenate([portion.record for portion in portions])
    places = last_of_each(record)
    report.left_out["repeated"] += len(record) - len(places)
    seconds = np.concatenate([portion.seconds for portion in portions])[places]
    handle = np.concatenate([portion.handle_seconds for portion in portions])[places]
    ids, call = np.unique(np.concatenate([portion.call for portion in portions])[places], return_inverse=True)
    began = np.full(len(ids), np.iinfo(np.int64).max)
    np.minimum.at(began, call, seconds)
    answered = ~np.isnan(handle)
    total = np.bincount(call, weights=np.where(answered, handle, 0.0), minlength=len(ids))
    is_answered = np.bincount(call[answered], minlength=len(ids)) > 0
    report.left_out["further_legs"] += len(seconds) - len(ids)
    report.left_out["unanswered"] += int((~is_answered).sum())
    return Contacts(began, np.where(is_answered, total, np.nan))
