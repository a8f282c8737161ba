"""The header of a delimited export: which delimiter, which columns, what is missing."""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TextIO

from planner.history.exports.export_parts import ExportPart
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.records import Layout
from planner.history.table import columns_listed, header_of, names_delimiter
from planner.history.words import ONE_OF_EACH, columns_twice, no_columns

_LONGEST_HEADER = 1 << 20


def read_header(
    stream: TextIO,
    part: ExportPart,
    required: Sequence[str],
    optional: Sequence[str],
    several: Sequence[str],
    report: ReadingReport,
) -> tuple[Layout, int]:
    """Find the columns of an export.

    Parameters
    ----------
    stream
        At its beginning; afterwards at the first row.
    part
        The file it is.
    required, optional
        Columns that must be there, and those that may.
    several
        Those of ``required`` that may stand there more than once.
    report
        For errors.

    Returns
    -------
    Layout, int
        Where the columns stand, and how many lines the header took.

    Raises
    ------
    BadInputError
        A required column is missing or, unless it may, there twice; capitals do not matter.
    """
    wanted = [*required, *optional]
    line, lines_read = _first_line(stream)
    delimiter, names = header_of(line, wanted)
    if line.count('"') % 2:  # a name with a line end in it
        more = _Counted(stream)
        row = next(csv.reader(_chained(line, more), delimiter=delimiter), [])
        names, lines_read = [name.strip() for name in row], lines_read + more.lines
    names = _as_wanted(names, wanted)
    missing = [name for name in required if name not in names]
    if missing:
        raise report.error(no_columns(missing), columns_listed(names), part=part)
    twice = [name for name in wanted if names.count(name) > 1 and name not in several]
    if twice:
        raise report.error(columns_twice(twice), ONE_OF_EACH, part=part)
    places = {
        name: tuple(place for place, found in enumerate(names) if found == name)
        for name in wanted
        if name in names
    }
    fewest = max(place for found in places.values() for place in found) + 1
    return Layout(places, fewest, len(names), delimiter), lines_read


def _as_wanted(names: list[str], wanted: Sequence[str]) -> list[str]:
    """Names of columns, those written as they are wanted but for capitals.

    Versions of the same export differ in them: "Ticket Id" and "Ticket ID", "Time spent".
    """
    meant = {name.casefold(): name for name in wanted if name not in names}
    return [meant.get(name.casefold(), name) for name in names]


def _first_line(stream: TextIO) -> tuple[str, int]:
    """The first line that says something, and how many were read."""
    read = 0
    while line := stream.readline(_LONGEST_HEADER):
        read += 1
        if line.strip() and not names_delimiter(line):
            return line, read
    return "", read


class _Counted:
    """Lines of a stream, counted."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.lines = 0

    def __iter__(self) -> Iterator[str]:
        for line in islice(self._stream, 100):
            self.lines += 1
            yield line


def _chained(line: str, more: _Counted) -> Iterator[str]:
    yield line
    yield from more
