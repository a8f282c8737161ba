"""Tables of tickets, one row each: what the CSV exports of ticket systems have in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from models.text import Text
from planner.history.cells import NOT_A_MOMENT
from planner.history.exports.clock_report import ClockReport
from planner.history.exports.contact_rows import ContactRows, chosen_contacts
from planner.history.exports.counting import count_contacts
from planner.history.exports.durations import ALLOWED as DURATIONS
from planner.history.exports.durations import read_durations
from planner.history.exports.export_parts import ExportPart, export_parts
from planner.history.exports.headers import read_header
from planner.history.exports.moments import ALLOWED as TIMES
from planner.history.exports.moments import MomentReader
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.records import Records, read_records
from planner.history.exports.repeats import hashes_of
from planner.history.exports.selection import Selection
from planner.history.exports.text_stream import open_text

#: Settings of a history that tables of tickets use.
SETTINGS = frozenset({"zone", "date_column", "time_format", "aht_seconds_column", "id_column"})

_NOT_SPENT = Text(en="is not a time spent", ru="не затраченное время")


@dataclass(frozen=True)
class TicketColumns:
    """Names of columns.

    Parameters
    ----------
    created
        When a ticket was created.
    identity
        What tells tickets apart; may be missing.
    handle_time
        How long it was worked on; may be missing.
    group
        What a channel is likely to be chosen by; its values may be told.
    plain_seconds
        Whether a bare number in ``handle_time`` is so many seconds.
    """

    created: str
    identity: str
    handle_time: str
    group: str
    plain_seconds: bool = True

    def stated(self, file: HistoryFile) -> "TicketColumns":
        """The same with the names the user has given."""
        usual = HistoryFile.model_fields["date_column"].default
        return TicketColumns(
            self.created if file.date_column == usual else file.date_column,
            file.id_column or self.identity,
            file.aht_seconds_column or self.handle_time,
            self.group,
            self.plain_seconds or file.aht_seconds_column is not None,
        )


def read_tickets(file: HistoryFile, path: Path, desk: Desk, usual: TicketColumns) -> ContactHistory:
    """Read a CSV export of tickets, or a folder with several.

    Tickets in more than one row count once, as the last row has them.  A time of 0 worked
    on a ticket means that nobody noted it.

    Raises
    ------
    BadInputError
        Everything wrong with it: missing columns, times without a zone, more than 1 % of rows
        that cannot be read.
    """
    columns = usual.stated(file)
    report, clock = ReadingReport(file, desk), ClockReport()
    selection = Selection(file.where, columns.group)
    moments = MomentReader(file.zone, file.time_format, report, clock)
    rows = [
        _rows(records, columns, selection, moments, report)
        for part in export_parts(file.file, path)
        for records in _records(part, file, columns, selection, report)
    ]
    contacts = chosen_contacts(rows, selection, report)
    clock.tell(report)
    return count_contacts(contacts, file.zone or desk.zone, file, desk, report)


def _records(
    part: ExportPart,
    file: HistoryFile,
    columns: TicketColumns,
    selection: Selection,
    report: ReadingReport,
) -> Iterator[Records]:
    required, optional = [columns.created, *selection.columns], [columns.group]
    for name, stated in ((columns.identity, file.id_column), (columns.handle_time, file.aht_seconds_column)):
        (required if stated else optional).append(name)
    required = list(dict.fromkeys(required))
    optional = [name for name in optional if name not in required]
    stream, is_cp1251 = open_text(part)
    with stream:
        several = [*selection.columns, columns.group]
        layout, lines_before = read_header(stream, part, required, optional, several, report)
        if is_cp1251:
            report.tell_once("cp1251")
        if columns.identity not in layout.places:
            report.tell_once("no_identity", column=columns.identity)
        yield from read_records(stream, part, lines_before, layout, report)


def _rows(
    records: Records,
    columns: TicketColumns,
    selection: Selection,
    moments: MomentReader,
    report: ReadingReport,
) -> ContactRows:
    part, chosen = records.part, selection.chosen(records.columns, len(records.lines), report)
    kept = records.rows_at(np.flatnonzero(chosen).tolist())
    times, usable = _times(kept, columns.created, moments, report)
    seconds, handle = np.zeros(len(chosen), dtype=np.int64), np.full(len(chosen), np.nan)
    seconds[chosen] = times
    if columns.handle_time in kept.columns:
        handle[chosen] = _handle_time(kept, columns, report)
    is_known = np.ones(len(chosen), dtype=bool)
    is_known[chosen] = usable
    no_names = [""] * len(chosen)
    names = records.column(columns.identity) if columns.identity in records.columns else no_names
    identity = hashes_of(names, part, records.lines)
    version = np.zeros(int(is_known.sum()), dtype=np.int64)
    return ContactRows(seconds[is_known], handle[is_known], identity[is_known], chosen[is_known], version)


def _times(
    records: Records, column: str, moments: MomentReader, report: ReadingReport
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """When contacts began, and which of the times can be used."""
    cells = records.column(column)
    times = moments.read(cells)
    found = list(zip(records.lines, cells, strict=True))
    unreadable = [found[place] for place in np.flatnonzero(~times.is_time).tolist()]
    report.bad_cells("bad_time", records.part, column, NOT_A_MOMENT, TIMES, unreadable)
    unknown = [found[place] for place in np.flatnonzero(times.is_time & ~times.has_zone).tolist()]
    all_rows = len(unknown) + len(unreadable) == len(found)
    report.bad_zone(records.part, column, unknown, all_rows=all_rows)
    return times.seconds, times.is_time & times.has_zone


def _handle_time(records: Records, columns: TicketColumns, report: ReadingReport) -> NDArray[np.float64]:
    column = columns.handle_time
    cells = records.column(column)
    handle, wrong = read_durations(cells, plain_seconds=columns.plain_seconds)
    odd = [(records.lines[place], cells[place]) for place in np.flatnonzero(wrong).tolist()]
    report.bad_cells("bad_handle_time", records.part, column, _NOT_SPENT, DURATIONS, odd)
    handle[handle == 0] = np.nan
    return handle
