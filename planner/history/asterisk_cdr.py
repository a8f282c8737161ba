"""Asterisk ``Master.csv``: call detail records."""

from pathlib import Path
from typing import ClassVar, Literal

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from models.text import Text
from planner.history.exports.call_records import COLUMNS, CallRecords, calls_of, layout_for, read_calls
from planner.history.exports.clock_report import ClockReport
from planner.history.exports.contact_rows import refuse_unusable
from planner.history.exports.counting import count_contacts
from planner.history.exports.export_parts import export_parts
from planner.history.exports.moments import MomentReader
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.records import read_records
from planner.history.exports.selection import Selection
from planner.history.exports.text_stream import open_text
from planner.history.source import SOURCES, HistorySource


@SOURCES.register
class CdrSource(HistorySource):
    """``Master.csv`` of Asterisk, without a header: one file, or a folder with its parts, unpacked.

    Cells, in the order Asterisk writes them; ``where`` chooses by these names::

        accountcode, src, dst, dcontext, clid, channel, dstchannel, lastapp, lastdata,
        start, answer, end, duration, billsec, disposition, amaflags
        [, uniqueid] [, userfield] [, peeraccount, linkedid, sequence]

    What stands behind ``amaflags`` is chosen by ``loguniqueid``, ``loguserfield`` and
    ``newcdrcolumns`` of ``cdr.conf``.

    ===========  ==============================================================================
    cell         read as
    ===========  ==============================================================================
    start        when the call arrived, ``2024-03-01 09:15:22`` by the clock of the server, which
                 the file does not tell: ``zone`` must, ``"UTC"`` with ``usegmtime = yes``
    billsec      handle time of calls whose disposition is ANSWERED.  It runs from the moment
                 Asterisk itself answers: time in menus and queues is in it.  Where calls go
                 through queues, ``queue_log`` knows better.
    disposition  NO ANSWER, BUSY, FAILED, CONGESTION: a contact all the same, without a handle time
    uniqueid     records of the same call are one contact; their billsec is added up.  Without
                 it every record is a contact.
    ===========  ==============================================================================

    The log has calls of every kind: ``where = { dcontext = ["from-trunk"] }`` or the like tells
    which come in.  Numbers and names are not looked at unless ``where`` asks for them, and not kept.
    """

    settings: ClassVar[frozenset[str]] = frozenset({"zone"})
    kind: Literal["asterisk_cdr"] = "asterisk_cdr"

    def read(self, file: HistoryFile, path: Path, desk: Desk) -> ContactHistory:
        """Read, check and count; see :func:`planner.history.read.read_history`."""
        report, clock = ReadingReport(file, desk), ClockReport()
        unknown = ", ".join(name for name in file.where if name not in COLUMNS)
        if unknown:
            raise report.error(
                Text(en=f"where: Master.csv has no {unknown}", ru=f"where: в Master.csv нет {unknown}"),
                Text.same(", ".join(COLUMNS)),
            )
        selection = Selection(file.where, "dcontext")
        moments = MomentReader(file.zone, "%Y-%m-%d %H:%M:%S", report, clock)
        layout = layout_for(file.where)
        found: list[CallRecords] = []
        for part in export_parts(file.file, path):
            stream, is_cp1251 = open_text(part)
            if is_cp1251:
                report.tell_once("cp1251")
            with stream:
                portions = read_records(stream, part, 0, layout, report)
                found.extend(read_calls(records, selection, moments, report) for records in portions)
        refuse_unusable(sum(len(calls.seconds) for calls in found), selection, report)
        contacts = calls_of(found, report)
        selection.tell(report)
        clock.tell(report)
        return count_contacts(contacts, file.zone or desk.zone, file, desk, report)
