"""Where a value of the scenario stands in a workbook: sheet, cell and heading."""

import re
from dataclasses import dataclass, field, replace

from openpyxl.utils import get_column_letter

from models.errors import InputProblem
from models.text import Language, Text
from planner.scenario.origins import KeyPath

_PLACE = re.compile(r'(?s)sheet "(?P<sheet>.*)", cell (?P<cell>[A-Z]{1,3}\d+)')


def sheet_text(name: str) -> Text:
    """A sheet as people look it up."""
    return Text(en=f'sheet "{name}"', ru=f'лист "{name}"')


@dataclass(frozen=True)
class CellPlace:
    """A cell, and the heading it stands under (or the setting it belongs to)."""

    sheet: str
    row: int
    column: int
    heading: str = ""

    @property
    def text(self) -> Text:
        """The cell as people look it up."""
        heading = f" ({self.heading})" if self.heading else ""
        cell = f"{get_column_letter(self.column)}{self.row}{heading}"
        return sheet_text(self.sheet) + Text(en=f", cell {cell}", ru=f", ячейка {cell}")


@dataclass(frozen=True)
class BookPlaces:
    """The cell of every key of a scenario read from a workbook, filled or blank.

    Parameters
    ----------
    file
        Name of the workbook in messages.
    cells
        Cells by key path.
    notices
        What is worth saying about the workbook though nothing is wrong.
    language
        Language of its sheets.
    """

    file: str
    cells: dict[KeyPath, CellPlace] = field(default_factory=dict)
    notices: list[InputProblem] = field(default_factory=list)
    language: Language | None = None

    def place(self, path: KeyPath) -> Text:
        """Say where a key stands, or would stand: its own cell, one inside it, or the nearest around it."""
        if path in self.cells:
            return f"{self.file}: " + self.cells[path].text
        inside = (cell for known, cell in self.cells.items() if known[: len(path)] == path)
        nearest = next(inside, None) if path else None
        if nearest is not None:
            return f"{self.file}: " + nearest.text
        for length in range(len(path) - 1, 0, -1):
            if path[:length] in self.cells:
                cell = self.cells[path[:length]]
                if isinstance(path[length - 1], int):  # a row, and a field it has no column for
                    cell = replace(cell, heading=".".join(map(str, path[length:])))
                return f"{self.file}: " + cell.text
        return Text.same(f"{self.file}: {'.'.join(map(str, path))}" if path else self.file)


def cell_in(place: Text) -> tuple[str, str] | None:
    """Sheet and cell that a place written by :meth:`BookPlaces.place` names."""
    match = _PLACE.search(place.en)
    return (match["sheet"], match["cell"]) if match else None
