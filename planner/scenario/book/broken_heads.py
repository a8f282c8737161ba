"""Headings somebody has blanked or renamed: told, because the cells below would be lost without a word."""

from collections.abc import Iterator, Mapping

from openpyxl.utils.cell import coordinate_to_tuple

from models.errors import InputProblem
from models.text import Text
from planner.scenario.book.grid import Sheet
from planner.scenario.book.headings import Heading, columns_of, headings_of
from planner.scenario.book.places import CellPlace
from planner.scenario.book.scan import Cell
from planner.scenario.book.wording import same, title_of

#: How far to the right of a heading others of its table are looked for.
_REACH = 30


def blank_heading(
    sheet: Sheet, key: str, head: Cell, columns: Mapping[int, str], heads: set[Cell], file: str
) -> Iterator[InputProblem]:
    """Yield a mistake where headings of a table go on beyond a blank one."""
    row, last = head[0], max(columns)
    known = headings_of(key)
    read = {_meaning(known[word]) for text in columns.values() if (word := same(text)) in known}
    for column in range(last + 2, last + _REACH):
        if (row, column) in heads:
            return
        found = known.get(same(str(sheet.cells.get((row, column), ""))))
        if found is not None and found.role in ("value", "more") and _meaning(found) not in read:
            place = CellPlace(sheet.part.name, row, last + 1).text
            beyond = sheet.cells[row, column]
            message = Text(
                en=f'the heading here is blank, so the column "{beyond}" to the right of it cannot be read',
                ru=f'здесь нет заголовка, поэтому столбец "{beyond}" справа не прочитать',
            )
            allowed = Text(
                en="the heading as it was, or no blank column within a table",
                ru="прежний заголовок или таблица без пустых столбцов внутри",
            )
            yield InputProblem(f"{file}: " + place, message, allowed)
            return


def renamed_first_headings(
    sheets: list[Sheet], titles: Mapping[str, str], excel_names: Mapping[str, str], file: str
) -> Iterator[InputProblem]:
    """Yield a mistake for each table whose first heading is none of its own.

    Parameters
    ----------
    sheets
        The sheets.
    titles
        Keys of the tables that were not found, by their titles as :func:`same` writes them.
    excel_names
        The same by the names Excel keeps of them.
    file
        Name of the workbook in messages.
    """
    told: set[str] = set()
    for sheet in sheets:
        named = [
            (excel_names[name], coordinate_to_tuple(place.replace("$", "")))
            for name, place in sheet.part.table_places
            if name in excel_names
        ]
        titled = [
            (titles[word], (row + 1, column))
            for (row, column), value in sheet.cells.items()
            if isinstance(value, str) and (word := same(value)) in titles
        ]
        for key, (row, column) in (*named, *titled):
            known = headings_of(key)
            others = (sheet.cells.get((row, column + step)) for step in range(1, 4))
            if key in told or not any(same(str(other)) in known for other in others if other is not None):
                continue
            told.add(key)
            found = sheet.cells.get((row, column), "")
            message = Text(
                en='"{found}" is no heading of the table "{title}", so the table cannot be read',
                ru='"{found}" не заголовок таблицы "{title}", поэтому таблицу не прочитать',
            ).format(found=str(found)[:60], title=title_of(key))
            place = CellPlace(sheet.part.name, row, column).text
            yield InputProblem(f"{file}: " + place, message, columns_of(key)[0].text)


def _meaning(heading: Heading) -> tuple[object, ...]:
    return heading.role, *(heading.leaf.path if heading.leaf else ())
