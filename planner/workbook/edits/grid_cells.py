"""The roster grid of a workbook: what every cell says, and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.text import Language, Text
from planner.workbook.edits.entries import entry_text
from planner.workbook.edits.grid_heads import GridHeads, find_heads
from planner.workbook.edits.opened import OpenedBook
from planner.workbook.page import address

#: People are looked for in so many more rows than there are people.
_SPARE_ROWS = 200
_ONE_ROW = Text(en="one row per person", ru="одна строка на человека")


@dataclass(frozen=True)
class GridCells:
    """A grid as it stands in a file.

    Parameters
    ----------
    file
        Name, for places.
    language
        Of the workbook: that of its codes.
    heads
        Sheet, row and columns of the dates.
    rows
        Row of each person.
    values
        What was entered, by (agent, day).
    beside
        What stands in the other cells of a person's row, by (agent, column).
    """

    file: str
    language: Language
    heads: GridHeads
    rows: dict[str, int] = field(default_factory=dict)
    values: dict[tuple[str, int], object] = field(default_factory=dict)
    beside: dict[tuple[str, int], object] = field(default_factory=dict)

    def cell(self, agent: str | None, day: int) -> str:
        """Address of a cell; of the column's date where it is about nobody in particular."""
        row = self.heads.row if agent is None else self.rows.get(agent, self.heads.row)
        return f"{self.heads.sheet}!{address(row, self.heads.columns[day])}"

    def place(self, agent: str | None, day: int) -> Text:
        """File, sheet and cell."""
        return Text.same(f"{self.file}: {self.cell(agent, day)}")


def read_grid(opened: OpenedBook, horizon: Horizon, people: Sequence[str], language: Language) -> GridCells:
    """Find the grid and read it.

    People are found by their identifiers, so that rows may have been sorted; hidden ones are
    read like the others.

    Raises
    ------
    BadInputError
        With everything that is missing, twice there or strange.
    """
    heads = find_heads(opened, horizon, language)
    grid = GridCells(opened.path.name, language, heads)
    known, problems = set(people), list(_merged(opened, heads))
    for row, cells in opened.rows(heads.sheet, heads.row + 1, heads.row + len(people) + _SPARE_ROWS):
        agent = entry_text(cells[heads.id_column - 1]) if len(cells) >= heads.id_column else ""
        place = f"{grid.file}: {heads.sheet}!{address(row, heads.id_column)}"
        if not agent:
            problems += _nobodys(grid, row, cells)
        elif agent not in known:
            message = Text(
                en=f'there is nobody called "{agent[:40]}" in the plan',
                ru=f'в плане нет никого с именем "{agent[:40]}"',
            )
            problems.append(InputProblem(place, message, Text(en="leave as it was", ru="оставьте как было")))
        elif agent in grid.rows:
            message = Text(en=f'"{agent}" stands here twice', ru=f'"{agent}" указан здесь дважды')
            problems.append(InputProblem(place, message, _ONE_ROW))
        else:
            problems += _read_row(grid, agent, row, cells)
    for agent in people:
        if agent not in grid.rows:
            message = Text(en=f'the row of "{agent}" is missing', ru=f'не хватает строки "{agent}"')
            problems.append(InputProblem(f"{grid.file}: {heads.sheet}", message, _ONE_ROW))
    if problems:
        raise BadInputError(problems, language)
    return grid


def _read_row(grid: GridCells, agent: str, row: int, cells: Sequence[object]) -> Iterator[InputProblem]:
    """Take down a person's row; what stands among the days without a date over it is a mistake."""
    heads = grid.heads
    grid.rows[agent] = row
    for day, column in enumerate(heads.columns):
        grid.values[agent, day] = cells[column - 1] if column <= len(cells) else None
    first, last, days = min(heads.columns), max(heads.columns), set(heads.columns)
    for column, value in enumerate(cells, start=1):
        if column in days or value is None:
            continue
        grid.beside[agent, column] = value
        if first < column < last and entry_text(value):
            message = Text(
                en=f'"{entry_text(value)[:40]}" stands in a column without a date',
                ru=f'"{entry_text(value)[:40]}" стоит в столбце без даты',
            )
            allowed = Text(en="nothing between the days", ru="между днями ничего")
            yield InputProblem(f"{grid.file}: {heads.sheet}!{address(row, column)}", message, allowed)


def _nobodys(grid: GridCells, row: int, cells: Sequence[object]) -> Iterator[InputProblem]:
    """Text under the dates in a row of nobody's: the legend below the grid has none there."""
    heads = grid.heads
    for column in heads.columns:
        value = cells[column - 1] if column <= len(cells) else None
        if isinstance(value, str) and entry_text(value) and not value.startswith("="):
            message = Text(
                en=f'"{value[:40]}" stands in a row without an identifier: it is nobody\'s',
                ru=f'"{value[:40]}" стоит в строке без кода человека: непонятно, чья она',
            )
            letter = get_column_letter(heads.id_column)
            allowed = Text(
                en=f"people of the plan, with their identifier in column {letter}",
                ru=f"люди плана, их код в столбце {letter}",
            )
            yield InputProblem(f"{grid.file}: {heads.sheet}!{address(row, column)}", message, allowed)
            return


def _merged(opened: OpenedBook, heads: GridHeads) -> Iterator[InputProblem]:
    """Merged cells below the dates: all but the first of them have lost what they said."""
    wanted = {*heads.columns, heads.id_column}
    for (first_row, first_column), (last_row, last_column) in opened.scan(heads.sheet).merged:
        if last_row > heads.row and any(first_column <= column <= last_column for column in wanted):
            cells = f"{address(first_row, first_column)}:{address(last_row, last_column)}"
            message = Text(
                en="these cells are merged, and only the first of them still says anything",
                ru="ячейки объединены, и содержимое осталось только в первой",
            )
            allowed = Text(en="one cell per person and day", ru="одна ячейка на человека и день")
            yield InputProblem(f"{opened.path.name}: {heads.sheet}!{cells}", message, allowed)
