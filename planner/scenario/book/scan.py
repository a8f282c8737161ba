"""A sheet looked through before it is read: where its contents end, what is merged, which formulas have no value."""

import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, range_boundaries

from models.errors import BadInputError, InputProblem
from models.text import Text

#: Rows a sheet may be filled to, cells it may have, columns a table may reach.
MAX_ROWS, MAX_CELLS, MAX_COLUMNS = 50_000, 500_000, 500

#: Row and column, from 1.
Cell = tuple[int, int]


@dataclass
class SheetScan:
    """What a sheet is made of, as far as reading its cells does not tell.

    Parameters
    ----------
    last_row, last_column
        Where its contents end; rows and columns that only have colours do not count.
    merged
        Ranges of merged cells: first and last cell.
    without_value
        Cells with a formula whose value is not saved.
    hidden_rows
        Rows with contents that are hidden.
    """

    last_row: int = 0
    last_column: int = 0
    cells: int = 0
    merged: list[tuple[Cell, Cell]] = field(default_factory=list)
    without_value: set[Cell] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)


def scan_sheet(archive: zipfile.ZipFile, part: str, shown: Text) -> SheetScan:
    """Look through the XML of a sheet.

    Raises
    ------
    BadInputError
        When its contents go beyond :data:`MAX_ROWS` or :data:`MAX_CELLS`.
    """
    scanner = _Scanner(shown)
    with archive.open(part) as stream:
        scanner.parser.ParseFile(stream)
    return scanner.found


class _Scanner:
    """Handlers of the parser, and what they know of the cell they are in."""

    def __init__(self, shown: Text) -> None:
        self.found = SheetScan()
        self._shown = shown
        self._row = self._column = 0
        self._row_hidden = self._is_text = self._has_formula = self._has_value = False
        self._in_value = False
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "row":
                self._row = int(attributes.get("r", self._row + 1))
                self._column = 0
                self._row_hidden = attributes.get("hidden") in ("1", "true")
            case "c":
                place = attributes.get("r")
                self._column = (
                    column_index_from_string(coordinate_from_string(place)[0]) if place else self._column + 1
                )
                self._is_text = attributes.get("t") == "str"
                self._has_formula = self._has_value = False
            case "f":
                self._has_formula = True
            case "v":
                self._in_value = True
                self._has_value = self._has_value or self._is_text
            case "is":
                self._has_value = True
            case "mergeCell":
                first_column, first_row, last_column, last_row = range_boundaries(attributes["ref"])
                self.found.merged.append(
                    ((first_row or 1, first_column or 1), (last_row or 1, last_column or 1))
                )
                if len(self.found.merged) > MAX_ROWS:
                    self._refuse(
                        Text(
                            en=f"more than {MAX_ROWS} places of the sheet have merged cells",
                            ru=f"объединённые ячейки более чем в {MAX_ROWS} местах листа",
                        ),
                        Text(en="unmerge them", ru="отмените объединение"),
                    )

    def _text(self, text: str) -> None:
        if self._in_value and text.strip():
            self._has_value = True

    def _end(self, name: str) -> None:
        ended = name.rpartition(" ")[2]
        if ended == "v":
            self._in_value = False
        elif ended == "c" and (self._has_value or self._has_formula):
            self._note_cell()

    def _note_cell(self) -> None:
        found = self.found
        found.cells += 1
        found.last_row = max(found.last_row, self._row)
        found.last_column = max(found.last_column, min(self._column, MAX_COLUMNS))
        if self._row_hidden:
            found.hidden_rows.add(self._row)
        if self._has_formula and not self._has_value:
            found.without_value.add((self._row, self._column))
        if self._row > MAX_ROWS or found.cells > MAX_CELLS:
            self._refuse(
                Text(
                    en=f"the sheet is filled to row {self._row}, with {found.cells} cells so far",
                    ru=f"лист заполнен до строки {self._row}, ячеек до неё {found.cells}",
                ),
                Text(
                    en=f"at most {MAX_ROWS} rows and {MAX_CELLS} cells",
                    ru=f"не больше {MAX_ROWS} строк и {MAX_CELLS} ячеек",
                ),
            )

    def _refuse(self, message: Text, allowed: Text) -> None:
        raise BadInputError([InputProblem(self._shown, message, allowed)])
