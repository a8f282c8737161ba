"""Tickets of a Zendesk export, in portions: pages in lines, pages in files, or any other JSON."""

import io
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from pydantic_core import SchemaValidator, ValidationError, core_schema

from models.json_complaint import json_complaint
from models.text import Text
from planner.history.exports.export_parts import ExportPart
from planner.history.exports.json_stream import JsonStream, MalformedJsonError
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.thin_tickets import ThinTickets
from planner.history.exports.ticket_schema import ticket_schema
from planner.history.words import line_text

#: In smaller files, tickets are parsed whole: to compile what makes them thin would take longer.
LARGE_BYTES = 8 << 20
_PORTION = 1_000
#: A page has at most a thousand tickets.
_LONGEST_LINE = 32 << 20
#: Lines longer than the buffer are put together from pieces, which takes ten times as long.
_BUFFER_BYTES = 8 << 20
_BOM = b"\xef\xbb\xbf"

NO_JSON = Text(en="this is no JSON: ", ru="это не JSON: ")
_PAGES = Text(en="pages of an incremental export", ru="страницы инкрементальной выгрузки")


class TicketPages:
    """Reads tickets and sees whether the export was read to its end.

    Only the wanted fields of tickets are made into objects.  Where every line is a page or a
    ticket by itself, one that cannot be read is no reason to doubt the others.

    Attributes
    ----------
    has_ended
        Whether a page said ``end_of_stream = true``.
    """

    def __init__(self, fields: Sequence[Sequence[str]], report: ReadingReport) -> None:
        by_name = ticket_schema(fields)
        # By its identifier a ticket is told from other objects.
        with_id = by_name | {"id": core_schema.typed_dict_field(core_schema.any_schema())}
        tickets, lines = (
            core_schema.list_schema(core_schema.typed_dict_schema(one)) for one in (by_name, with_id)
        )
        page = {
            "tickets": core_schema.typed_dict_field(tickets),
            "end_of_stream": core_schema.typed_dict_field(core_schema.any_schema(), required=False),
        }
        self.has_ended = False
        self._page = SchemaValidator(core_schema.typed_dict_schema(page))
        self._tickets = SchemaValidator(lines)
        self._thin = ThinTickets(fields)
        self._is_large = False
        self._report = report

    def read(self, part: ExportPart) -> Iterator[list[Any]]:
        """Give the tickets of a file in portions, in their order; what is no object comes, too.

        Raises
        ------
        BadInputError
            Reading cannot go on inside the file.
        """
        self._is_large = part.path.stat().st_size >= LARGE_BYTES
        with part.path.open("rb", buffering=_BUFFER_BYTES) as stream:
            first = stream.readline(_LONGEST_LINE).removeprefix(_BOM)
            stream.seek(0)
            if len(first) >= _LONGEST_LINE:
                yield from self._streamed(stream, part)
            elif self._page_of(first) is not None:
                yield from self._page_lines(stream, part)
            elif self._tickets_of([first]) is not None:
                yield from self._ticket_lines(stream, part)
            else:
                yield from self._streamed(stream, part)

    def _page_of(self, line: bytes) -> list[Any] | None:
        thin = self._thin.page(line) if self._is_large else None
        try:
            page = self._page.validate_json(line if thin is None else thin)
        except ValidationError:
            return None
        self.has_ended |= page.get("end_of_stream") is True
        tickets: list[Any] = page["tickets"]
        return tickets

    def _tickets_of(self, lines: Sequence[bytes]) -> list[Any] | None:
        text = b",".join(lines)
        if self._is_large:
            thin, end = self._first_of(text)
            if thin is not None and len(thin) == len(lines) and not text[end:].strip():
                return thin
        tickets = self._parsed(b"[" + text + b"]")
        return tickets if tickets is not None and len(tickets) == len(lines) else None

    def _first_of(self, text: bytes) -> tuple[list[Any] | None, int]:
        """The complete tickets a text begins with, and where they end; small files take their time."""
        if not self._is_large:
            return None, 0
        thin, end = self._thin.list_of(text)
        return (self._parsed(thin) if end else None), end

    def _parsed(self, text: bytes) -> list[Any] | None:
        try:
            tickets: list[Any] = self._tickets.validate_json(text)
        except ValidationError:
            return None
        return tickets

    def _page_lines(self, stream: BinaryIO, part: ExportPart) -> Iterator[list[Any]]:
        for number, line in _numbered(stream):
            page = self._page_of(line)
            yield self._one_line(line, number, part) if page is None else page

    def _ticket_lines(self, stream: BinaryIO, part: ExportPart) -> Iterator[list[Any]]:
        held: list[tuple[int, bytes]] = []
        for numbered in _numbered(stream):
            held.append(numbered)
            if len(held) == _PORTION:
                yield self._held(held, part)
                held = []
        yield self._held(held, part)

    def _held(self, held: list[tuple[int, bytes]], part: ExportPart) -> list[Any]:
        tickets = self._tickets_of([line for _, line in held])
        if tickets is None:
            return [ticket for number, line in held for ticket in self._one_line(line, number, part)]
        return tickets

    def _one_line(self, line: bytes, number: int, part: ExportPart) -> list[Any]:
        """What can be had of a line that is not like the others."""
        source = JsonStream(io.BytesIO(line), self._first_of)
        found: list[Any] = []
        try:
            for tickets in source.tickets():
                found.extend(tickets)
        except MalformedJsonError as error:
            if error.is_cut and not line.endswith(b"\n"):
                self._report.cut_off(part)
            else:
                self._report.rows += 1
                self._report.bad("bad_line", part, number, NO_JSON + json_complaint(error.reason))
        self.has_ended |= source.has_ended
        return found

    def _streamed(self, stream: BinaryIO, part: ExportPart) -> Iterator[list[Any]]:
        source = JsonStream(stream, self._first_of)
        try:
            yield from source.tickets()
        except MalformedJsonError as error:
            if not error.is_cut:
                message = line_text(error.line) + ": " + NO_JSON + json_complaint(error.reason)
                raise self._report.error(message, _PAGES, part=part) from None
            self._report.cut_off(part)
        self.has_ended |= source.has_ended


def _numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines that say something, with their numbers from 1."""
    number = 0
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        if not line.isspace():
            yield number, line
