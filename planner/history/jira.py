"""Jira Service Management: the CSV of a search for requests."""

from pathlib import Path
from typing import ClassVar, Literal

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from planner.history.exports.ticket_table import SETTINGS, TicketColumns, read_tickets
from planner.history.source import SOURCES, HistorySource


@SOURCES.register
class JiraSource(HistorySource):
    """Requests exported from Jira as CSV, current or all fields: one file, or a folder with several.

    Jira exports a limited number of requests at a time: put the parts into a folder.

    ===============  ===========================================================================
    column           read as
    ===============  ===========================================================================
    Created          when the contact arrived, as ``31/Mar/24 9:15 AM`` (Russian months, too),
                     ``2024-03-31 09:15`` or ``31.03.2024 09:15``; other forms need
                     ``time_format``, as months and days cannot be told apart in ``03/04/2024``;
                     ``date_column`` names another column, such as ``Создано``.  Required.
    Issue key        what tells requests apart; ``id_column`` names another one.
    Time Spent       handle time in seconds, or as ``1h 5m``; ``aht_seconds_column`` names
                     another one.  Days are refused: how long they are is a setting of Jira.
    those in         for example ``Issue Type``, ``Project key``, ``Labels`` (of several columns
    ``where``        with the same name one is enough) or ``Custom field (Request Type)``.
    ===============  ===========================================================================

    Capitals in names of columns do not matter ("Time spent").  Other columns, summary and reporter among them, are not looked at.  Times are by the clock
    of the user who exported, which the file does not tell: ``zone`` must.
    """

    settings: ClassVar[frozenset[str]] = SETTINGS
    kind: Literal["jira"] = "jira"

    def read(self, file: HistoryFile, path: Path, desk: Desk) -> ContactHistory:
        """Read, check and count; see :func:`planner.history.read.read_history`."""
        columns = TicketColumns("Created", "Issue key", "Time Spent", "Issue Type")
        return read_tickets(file, path, desk, columns)
