"""Lines of ``queue_log`` as events of calls."""

import re

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.text import Text
from planner.history.exports.moments import EARLIEST, LATEST
from planner.history.exports.queue_calls import ANSWERED, CONNECTED, ENTERED, LEFT, REFUSED, QueueEvents
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.records import Layout, Records
from planner.history.exports.repeats import hashes_of
from planner.history.exports.selection import Selection

#: ``second`` and ``fourth`` are the cells that may hold the seconds talked: parameters 2 and 4.
LAYOUT = Layout(
    {"epoch": (0,), "call": (1,), "queue": (2,), "event": (4,), "second": (6,), "fourth": (8,)},
    fewest=5,
    most=40,
    delimiter="|",
    has_quotes=False,
    has_spaces=False,
)
#: What an event says of its call, and which parameter has the seconds talked.
_MEANINGS = {
    "ENTERQUEUE": (ENTERED, ""),
    "CONNECT": (CONNECTED, ""),
    "COMPLETEAGENT": (ANSWERED, "second"),
    "COMPLETECALLER": (ANSWERED, "second"),
    "TRANSFER": (ANSWERED, "fourth"),
    "BLINDTRANSFER": (ANSWERED, "fourth"),
    "ATTENDEDTRANSFER": (ANSWERED, "fourth"),
    "ABANDON": (LEFT, ""),
    "EXITEMPTY": (LEFT, ""),
    "EXITWITHKEY": (LEFT, ""),
    "EXITWITHTIMEOUT": (LEFT, ""),
    "SYSCOMPAT": (LEFT, ""),
    "LEAVEEMPTY": (LEFT, ""),
    "LEAVEUNAVAIL": (LEFT, ""),
    "JOINEMPTY": (REFUSED, ""),
    "JOINUNAVAIL": (REFUSED, ""),
    "FULL": (REFUSED, ""),
}
_NO_CALL = frozenset({"", "NONE", "REALTIME"})
_EVENT = re.compile(r"[A-Z]{3,30}")
_NO_EVENT = Text(en="the fifth cell is not an event", ru="в пятой ячейке не событие")
_AN_EVENT = Text(en="a word in capitals", ru="слово заглавными буквами")
_LONGEST_SECONDS = 86_400


def read_events(records: Records, selection: Selection, report: ReadingReport) -> QueueEvents:
    """Read the events of calls in the chosen queues; note what is no event, or has no time."""
    codes, found = pd.factorize(np.array(records.column("event"), dtype=object))
    names = found.tolist()
    _note_no_events(records, names, codes, report)
    kinds = np.array([_MEANINGS.get(name, (-1, ""))[0] for name in names], dtype=np.int64)[codes]
    is_call = (kinds >= 0) & np.array([call not in _NO_CALL for call in records.column("call")], dtype=bool)
    calls = records.rows_at(np.flatnonzero(is_call).tolist())
    chosen = selection.chosen(calls.columns, len(calls.lines), report)
    calls = calls.rows_at(np.flatnonzero(chosen).tolist())
    kinds, codes = kinds[is_call][chosen], codes[is_call][chosen]
    cells = calls.column("epoch")
    seconds = pd.to_numeric(pd.Series(cells, dtype=object), errors="coerce").to_numpy(np.float64)
    usable = (seconds >= EARLIEST) & (seconds < LATEST)
    wrong = [(calls.lines[place], cells[place]) for place in np.flatnonzero(~usable).tolist()]
    message = Text(en="is not a time in seconds since 1970", ru="не время в секундах с 1970 года")
    report.bad_cells("bad_time", calls.part, "epoch", message, Text.same("1366720340"), wrong)
    talked = np.full(len(kinds), np.nan)
    for parameter in ("second", "fourth"):
        has_it = np.array([_MEANINGS.get(name, (-1, ""))[1] == parameter for name in names], dtype=bool)
        meant = np.flatnonzero(has_it[codes])
        talked[meant] = _talked([calls.column(parameter)[place] for place in meant.tolist()])
    identity = hashes_of(calls.column("call"), calls.part, calls.lines)
    return QueueEvents(seconds[usable].astype(np.int64), identity[usable], kinds[usable], talked[usable])


def _note_no_events(
    records: Records, names: list[str], codes: NDArray[np.intp], report: ReadingReport
) -> None:
    """Note lines whose fifth cell is no event, and count the events that tell nothing of calls."""
    is_event = np.array([_EVENT.fullmatch(name) is not None for name in names], dtype=bool)[codes]
    for place in np.flatnonzero(~is_event).tolist():
        line = records.lines[place]
        report.bad("bad_line", records.part, line, _NO_EVENT, _AN_EVENT)
    of_calls = np.array([name in _MEANINGS for name in names], dtype=bool)[codes]
    report.left_out["other_events"] += int((is_event & ~of_calls).sum())


def _talked(cells: list[str]) -> NDArray[np.float64]:
    """Seconds talked; NaN where an old version or a cut line does not tell them."""
    talked = pd.to_numeric(pd.Series(cells, dtype=object), errors="coerce").to_numpy(np.float64)
    return np.where((talked >= 0) & (talked <= _LONGEST_SECONDS), talked, np.nan)
