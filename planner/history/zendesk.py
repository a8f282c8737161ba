"""Zendesk: pages of the incremental ticket export."""

from pathlib import Path
from typing import ClassVar, Literal

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from planner.history.exports.contact_rows import chosen_contacts
from planner.history.exports.counting import count_contacts
from planner.history.exports.export_parts import export_parts
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.ticket_pages import TicketPages
from planner.history.exports.ticket_reader import TicketReader
from planner.history.source import SOURCES, HistorySource


@SOURCES.register
class ZendeskSource(HistorySource):
    """Tickets of ``/api/v2/incremental/tickets/cursor.json``, page after page until ``end_of_stream``.

    Pages of the time-based ``/api/v2/incremental/tickets.json`` are read as well; they repeat
    tickets, and each counts once.

    One file with a page or a ticket per line (the fastest), one with any number of pages or
    tickets one after the other or in a list, or a folder with a file per page.

    ===================  =======================================================================
    field                read as
    ===================  =======================================================================
    created_at           when the contact arrived, ``2024-03-01T09:15:22Z``.  Required.
    id                   what tells tickets apart: an export gives those again that have changed
    generated_timestamp  which of several is the newest, and counts
    status               deleted tickets are not counted; merged ones (tag closed_by_merge) are,
                         for each was a contact
    those in ``where``   such as ``via.channel`` (email, web, chat, native_messaging, voice, api,
                         …: what stands in the file is told), ``group_id``,
                         ``brand_id``, ``ticket_form_id``, ``tags`` (one is enough) or
                         ``custom_fields.360001234567``
    end_of_stream        where no page says true, the newest tickets may be missing
    ===================  =======================================================================

    Zendesk keeps no handle time of its own; ``reply_time_in_minutes`` and its like are how long
    customers waited.  The Time Tracking app writes the seconds worked into a custom field:
    ``aht_seconds_column = "custom_fields.360007654321"``.  Subjects, descriptions and requesters
    are not looked at.  Times are in UTC: no zone is needed.
    """

    settings: ClassVar[frozenset[str]] = frozenset({"aht_seconds_column"})
    kind: Literal["zendesk"] = "zendesk"

    def read(self, file: HistoryFile, path: Path, desk: Desk) -> ContactHistory:
        """Read, check and count; see :func:`planner.history.read.read_history`."""
        report = ReadingReport(file, desk)
        tickets = TicketReader(file, report)
        pages = TicketPages(tickets.fields, report)
        parts = export_parts(file.file, path)
        rows = [one for part in parts for one in tickets.read(pages.read(part), part)]
        tickets.check_fields()
        contacts = chosen_contacts(rows, tickets.selection, report)
        if not pages.has_ended:
            report.tell("no_end_of_stream")
        return count_contacts(contacts, "UTC", file, desk, report)
