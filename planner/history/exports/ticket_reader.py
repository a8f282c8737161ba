"""Tickets of Zendesk as rows of numbers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.channel import HistoryFile
from models.text import Text
from planner.history.exports.clock_report import ClockReport
from planner.history.exports.contact_rows import ContactRows
from planner.history.exports.durations import ALLOWED as DURATIONS
from planner.history.exports.durations import read_durations
from planner.history.exports.export_parts import ExportPart
from planner.history.exports.moments import MomentReader
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.repeats import hashes_of
from planner.history.exports.selection import Selection
from planner.history.exports.ticket_fields import field_texts

_FIELDS = ("id", "created_at", "generated_timestamp", "status")
_PORTION = 50_000
_GROUP = "via.channel"
_TIMES = Text.same("2024-03-01T09:15:22Z")


class TicketReader:
    """Reads tickets as a history asks for them.

    Attributes
    ----------
    selection
        Which tickets are the channel's.
    fields
        Paths of the fields that are needed.
    """

    def __init__(self, file: HistoryFile, report: ReadingReport) -> None:
        self.selection = Selection(file.where, _GROUP)
        self._handle_time = file.aht_seconds_column
        stated = [*file.where, *([self._handle_time] if self._handle_time else [])]
        self._paths = {name: tuple(name.split(".")) for name in [*_FIELDS, *stated, _GROUP]}
        self.fields = list(self._paths.values())
        self._report = report
        self._moments = MomentReader(None, None, report, ClockReport())
        self._unseen = set(stated)

    def read(self, portions: Iterable[list[Any]], part: ExportPart) -> Iterator[ContactRows]:
        """Read the tickets of a file.

        Of each ticket only the text of the needed fields is held, and of that only so much as
        is quickly read at once.
        """
        held: dict[str, list[str]] = {name: [] for name in self._paths}
        before = 0
        for tickets in portions:
            for name in self._paths:
                held[name] += self._texts(tickets, name)
            if len(held["id"]) >= _PORTION:
                yield self._rows(held, part, before)
                before += len(held["id"])
                held = {name: [] for name in self._paths}
        yield self._rows(held, part, before)

    def _rows(self, texts: dict[str, list[str]], part: ExportPart, before: int) -> ContactRows:
        """Read fields of tickets; ``before`` of the file's tickets were read earlier."""
        count = len(texts["id"])
        self._report.rows += count
        number = range(before + 1, before + 1 + count)
        columns = {name: (cells,) for name, cells in texts.items()}
        chosen = self.selection.chosen(columns, count, self._report)
        deleted = np.array([text == "deleted" for text in texts["status"]], dtype=bool)
        self._report.left_out["deleted"] += int((deleted & chosen).sum())
        chosen &= ~deleted
        seconds, usable = self._times(texts["created_at"], chosen, part, number)
        handle = np.full(count, np.nan)
        if self._handle_time:
            handle = self._durations(texts[self._handle_time], chosen, part, number)
        identity = hashes_of(texts["id"], part, number)
        version = _versions(texts["generated_timestamp"])
        return ContactRows(seconds[usable], handle[usable], identity[usable], chosen[usable], version[usable])

    def check_fields(self) -> None:
        """Raise ``BadInputError`` where a stated field stands in no ticket at all."""
        if self._unseen and self._report.rows:
            listed = ", ".join(sorted(self._unseen))
            allowed = Text(
                en="a field such as via.channel, group_id, tags or custom_fields.360001234567",
                ru="поле, например via.channel, group_id, tags или custom_fields.360001234567",
            )
            message = Text(en=f"no ticket has the field {listed}", ru=f"ни в одной заявке нет поля {listed}")
            raise self._report.error(message, allowed)

    def _texts(self, tickets: Sequence[Any], name: str) -> list[str]:
        words = self.selection.words(name) if name in self.selection.columns else ()
        texts = field_texts(tickets, self._paths[name], words)
        if name in self._unseen and any(text is not None for text in texts):
            self._unseen.discard(name)
        return [text or "" for text in texts]

    def _times(
        self, cells: list[str], asked: NDArray[np.bool_], part: ExportPart, number: range
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """When tickets were created, and which rows can be used; those not asked for always can."""
        times = self._moments.read(cells)
        known = times.is_time & times.has_zone
        wrong = [(number[place], cells[place]) for place in np.flatnonzero(asked & ~known).tolist()]
        message = Text(en="is not a time in UTC", ru="не время по UTC")
        self._report.bad_cells("bad_time", part, "created_at", message, _TIMES, wrong, unit="ticket")
        return times.seconds, known | ~asked

    def _durations(
        self, cells: list[str], asked: NDArray[np.bool_], part: ExportPart, number: range
    ) -> NDArray[np.float64]:
        handle, wrong = read_durations(cells)
        odd = [(number[place], cells[place]) for place in np.flatnonzero(asked & wrong).tolist()]
        column, message = self._handle_time or "", Text(en="is not a time worked", ru="не время работы")
        self._report.bad_cells("bad_handle_time", part, column, message, DURATIONS, odd, unit="ticket")
        return np.where(handle == 0, np.nan, handle)


def _versions(stamps: list[str]) -> NDArray[np.int64]:
    """``generated_timestamp``, by which the newest of several states is known; 0 where it is missing."""
    read = pd.to_numeric(pd.Series(stamps, dtype=object), errors="coerce").to_numpy(np.float64)
    return np.where((read > 0) & (read < 2**53), read, 0).astype(np.int64)
