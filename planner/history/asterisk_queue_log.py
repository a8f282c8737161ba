"""Asterisk ``queue_log``: what happened to every call in a queue."""

from pathlib import Path
from typing import ClassVar, Literal

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from models.text import Text
from planner.history.exports.contact_rows import refuse_unusable
from planner.history.exports.counting import count_contacts
from planner.history.exports.export_parts import export_parts
from planner.history.exports.queue_calls import QueueEvents, calls_of
from planner.history.exports.queue_events import LAYOUT, read_events
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.records import read_records
from planner.history.exports.selection import Selection
from planner.history.exports.text_stream import open_text
from planner.history.source import SOURCES, HistorySource


@SOURCES.register
class QueueLogSource(HistorySource):
    """``queue_log`` of Asterisk: one file, or a folder with it and its rotated parts, unpacked.

    Lines are ``epoch|call|queue|member|EVENT|parameters``, as Asterisk writes them:

    =====================================  =====================================================
    event                                  read as
    =====================================  =====================================================
    ENTERQUEUE                             a contact arrived.  A call that enters several of the
                                           chosen queues, or one twice, is one contact.
    COMPLETEAGENT, COMPLETECALLER          answered: ``holdtime|calltime|…``; the call time is
                                           handle time, without work after the call, which
                                           Asterisk does not log.
    BLINDTRANSFER, ATTENDEDTRANSFER,       answered and passed on: ``…|…|holdtime|calltime|…``.
    TRANSFER
    CONNECT                                answered; says nothing of the time.
    ABANDON, EXITEMPTY, EXITWITHKEY,       not answered, or dropped as the channels did not fit:
    EXITWITHTIMEOUT, SYSCOMPAT,            a contact all the same, without a handle time.
    LEAVEEMPTY, LEAVEUNAVAIL
    JOINEMPTY, JOINUNAVAIL, FULL           a call that could not enter: a contact, too.  Asterisk
                                           itself writes nothing of it (``app_queue.c`` warns and
                                           sets ``QUEUESTATUS``); dialplans do with
                                           ``QueueLog()``, and so do systems such as Wazo.
    =====================================  =====================================================

    Other events, RINGNOANSWER and RINGCANCELED among them, are of members and the system: a
    call that rang at several of them is one contact.  ``where = { queue = ["sales"] }`` chooses queues.
    Times are seconds since 1970 in UTC: no zone is needed.  Numbers of callers and names of
    members are not looked at.
    """

    settings: ClassVar[frozenset[str]] = frozenset()
    kind: Literal["asterisk_queue_log"] = "asterisk_queue_log"

    def read(self, file: HistoryFile, path: Path, desk: Desk) -> ContactHistory:
        """Read, check and count; see :func:`planner.history.read.read_history`."""
        report = ReadingReport(file, desk)
        wrong = ", ".join(name for name in file.where if name != "queue")
        if wrong:
            raise report.error(
                Text(en=f"where: a queue_log has no {wrong}", ru=f"where: в queue_log нет {wrong}"),
                Text.same("queue"),
            )
        selection = Selection(file.where, "queue")
        found: list[QueueEvents] = []
        for part in export_parts(file.file, path):
            stream, _ = open_text(part)
            with stream:
                portions = read_records(stream, part, 0, LAYOUT, report)
                found.extend(read_events(records, selection, report) for records in portions)
        refuse_unusable(sum(len(events.seconds) for events in found), selection, report)
        calls = calls_of(QueueEvents.joined(found), report)
        if not len(calls.seconds):
            raise report.error(
                Text(en="no call enters a queue in it", ru="ни один звонок не попал в очередь"),
                Text(en="at least one ENTERQUEUE", ru="хотя бы одно событие ENTERQUEUE"),
            )
        selection.tell(report)
        return count_contacts(calls, desk.zone, file, desk, report)
