"""Rows of delimited exports in portions, with the line each begins on; only wanted cells are kept."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal, TextIO

from models.text import Text
from planner.history.exports.export_parts import ExportPart
from planner.history.exports.reading_report import ReadingReport
from planner.history.table import UNREADABLE_LINE

#: Rows held at a time; many more take longer, as Python looks through them for garbage.
PORTION = 8_000


@dataclass(frozen=True)
class Records:
    """Some rows of an export.

    Parameters
    ----------
    part
        The file they are from.
    lines
        Line each begins on, counted from 1.
    columns
        Stripped cells by the name of their column; a name may have several columns.
    """

    part: ExportPart
    lines: Sequence[int]
    columns: Mapping[str, tuple[list[str], ...]]

    def column(self, name: str) -> list[str]:
        """Cells of the only column of a name."""
        return self.columns[name][0]

    def rows_at(self, places: Sequence[int]) -> "Records":
        """Only some of the rows."""
        if len(places) == len(self.lines):
            return self
        columns = {
            name: tuple([cells[place] for place in places] for cells in several)
            for name, several in self.columns.items()
        }
        return Records(self.part, [self.lines[place] for place in places], columns)


@dataclass(frozen=True)
class Layout:
    """Where the wanted columns stand.

    Parameters
    ----------
    places
        Places of the columns by name, from 0.
    fewest, most
        Cells a row may have.
    delimiter, has_quotes
        How cells are told apart.
    has_spaces
        Whether spaces may stand around cells that do not belong to them.
    """

    places: Mapping[str, tuple[int, ...]]
    fewest: int
    most: int
    delimiter: str
    has_quotes: bool = True
    has_spaces: bool = True


def read_records(
    stream: TextIO,
    part: ExportPart,
    lines_before: int,
    layout: Layout,
    report: ReadingReport,
) -> Iterator[Records]:
    """Read rows; those with too few or too many cells are noted and left out.

    ``lines_before`` lines of the stream have been read already.
    """
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if layout.has_quotes else csv.QUOTE_NONE
    reader = csv.reader(stream, delimiter=layout.delimiter, quoting=quoting)
    portion = _Portion(part, layout, report)
    fewest, most = max(layout.fewest, portion.reach), layout.most
    rows, lines, pick, ended = portion.rows, portion.lines, portion.pick, False
    before: list[str] = []
    row: list[str] = []
    while not ended:
        line = lines_before + reader.line_num + 1
        try:
            for following in reader:
                before, row = row, following
                if fewest <= len(row) <= most:
                    rows.append(pick(row))
                    lines.append(line)
                else:
                    portion.add_odd(row, line)
                line = lines_before + reader.line_num + 1
                if len(rows) >= PORTION:
                    yield portion.records()
                    portion = _Portion(part, layout, report)
                    rows, lines = portion.rows, portion.lines
            ended = True
        except csv.Error:
            report.rows += 1
            report.bad("bad_line", part, line, UNREADABLE_LINE)
    if not part.ends_with_newline:
        # rows of a queue_log differ in length as they are; those of tables do not
        is_cut = layout.has_quotes and len(row) < len(before)
        portion.mark_unfinished(row if is_cut else None)
    yield portion.records()


class _Portion:
    """Rows gathered until there are enough."""

    def __init__(self, part: ExportPart, layout: Layout, report: ReadingReport) -> None:
        self.rows: list[tuple[str, ...]] = []
        self.lines: list[int] = []
        self._odd: list[tuple[int, int]] = []
        self._part = part
        self._layout = layout
        self._report = report
        self._wanted = sorted({place for places in layout.places.values() for place in places})
        self.reach = self._wanted[-1] + 1
        self.pick = _picker(self._wanted)

    def add_odd(self, row: list[str], line: int) -> None:
        """Keep a short row that may be so, or one with nothing in its surplus cells; note others."""
        if len(row) > self._layout.most and not any(cell.strip() for cell in row[self._layout.most :]):
            row = row[: self._layout.most]
        if self._layout.fewest <= len(row) <= self._layout.most:
            self.rows.append(self.pick(row + [""] * (self.reach - len(row))))
            self.lines.append(line)
        elif any(cell.strip() for cell in row):
            self._odd.append((line, len(row)))

    def mark_unfinished(self, cut: list[str] | None) -> None:
        """Say that the last row may be cut off.

        ``cut`` is the last row where it surely is, with fewer cells than the one before it: its
        last cell may lack a part as well, and is not used.
        """
        if cut is not None and self.rows and self.rows[-1] == self.pick(cut + [""] * (self.reach - len(cut))):
            self.rows.pop()
            self._odd.append((self.lines.pop(), len(cut)))
        lines = [*self.lines[-1:], *(line for line, _ in self._odd[-1:])]
        if lines:
            self._report.unfinished(self._part, max(lines))

    def records(self) -> Records:
        """The rows as columns; those of the wrong size are noted."""
        fewest, most = self._layout.fewest, self._layout.most
        allowed = Text.same(str(fewest))
        if fewest < most:
            allowed = Text(en=f"{fewest} to {most}", ru=f"от {fewest} до {most}")
        for line, size in self._odd:
            message = Text(en=f"the row has {size} cells", ru=f"ячеек в строке: {size}")
            self._report.bad("bad_cells", self._part, line, message, allowed)
        self._report.rows += len(self.rows) + len(self._odd)
        columns = zip(*self.rows, strict=True) if self.rows else [()] * len(self._wanted)
        cells = {
            place: [cell.strip() for cell in column] if self._layout.has_spaces else list(column)
            for place, column in zip(self._wanted, columns, strict=True)
        }
        by_name = {
            name: tuple(cells[place] for place in places) for name, places in self._layout.places.items()
        }
        return Records(self._part, self.lines, by_name)


def _picker(wanted: Sequence[int]) -> Callable[[list[str]], tuple[str, ...]]:
    if len(wanted) == 1:
        (only,) = wanted
        return lambda row: (row[only],)
    return itemgetter(*wanted)
