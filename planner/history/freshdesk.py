"""Freshdesk: the CSV of an export of tickets."""

from pathlib import Path
from typing import ClassVar, Literal

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from planner.history.exports.ticket_table import SETTINGS, TicketColumns, read_tickets
from planner.history.source import SOURCES, HistorySource


@SOURCES.register
class FreshdeskSource(HistorySource):
    """Tickets exported from Freshdesk as CSV: one file, or a folder with several.

    ================  ==========================================================================
    column            read as
    ================  ==========================================================================
    Created time      when the contact arrived, as ``2024-03-01 09:15:22``; ``date_column``
                      names another one.  Required.
    Ticket ID         what tells tickets apart; ``id_column`` names another one.
    Time tracked      handle time, as ``00:12`` (hours and minutes) or ``00:12:30``, for a bare
                      number may be hours; ``aht_seconds_column`` names another one, where bare
                      numbers are seconds.  00:00 is none.
    those in          for example ``Group``, ``Source`` (Email, Phone, Chat) or ``Product``.
    ``where``
    ================  ==========================================================================

    Capitals in names of columns do not matter: they differ between versions ("Ticket Id").
    Other columns, subject and requester among them, are not looked at.  Times are by the clock
    of the account, which the file does not tell: ``zone`` must.  Response and resolution times
    are not handle times.  Delimiters, quotes, line ends and encodings may be of any usual kind.
    """

    settings: ClassVar[frozenset[str]] = SETTINGS
    kind: Literal["freshdesk"] = "freshdesk"

    def read(self, file: HistoryFile, path: Path, desk: Desk) -> ContactHistory:
        """Read, check and count; see :func:`planner.history.read.read_history`."""
        columns = TicketColumns("Created time", "Ticket ID", "Time tracked", "Group", plain_seconds=False)
        return read_tickets(file, path, desk, columns)
