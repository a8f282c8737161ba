"""Write a scenario as a workbook to fill: tables, drop-downs, notes, and how to go about it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from models.text import Language
from planner.scenario.book.arrangement import SHEETS
from planner.scenario.book.book_bytes import book_bytes
from planner.scenario.book.book_rows import Row, book_rows
from planner.scenario.book.draw import FIRST_ROW, Page
from planner.scenario.book.drop_downs import DropDowns, names_formula
from planner.scenario.book.headings import columns_of
from planner.scenario.book.list_text import plain_or_quoted
from planner.scenario.book.look import HEAD, add_styles
from planner.scenario.book.pages_for_people import draw_guide, draw_rule_kinds, guide
from planner.scenario.book.tables import all_tables
from planner.scenario.book.wording import sheet_name
from planner.scenario.tidy import with_weeks

#: The day every workbook says it was made on, so that equal scenarios give equal files.
_STAMP = dt.datetime.combine(dt.date(2026, 1, 1), dt.time())
#: Tables whose items others name.
_NAMED = ("channels", "shift_patterns", "contracts", "agents", "vacancies", "published.tours")


def book_of(data: Mapping[str, Any], language: Language, file: str) -> bytes:
    """Write a scenario as the bytes of an xlsx file.

    Parameters
    ----------
    data
        The scenario as a TOML file would hold it, see :func:`planner.scenario.as_written.as_written`.
    language
        Language of sheets, headings, notes and words.
    file
        Name the workbook will have, for the commands it tells.
    """
    rows = book_rows(with_weeks(dict(data)), language)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    draw_guide(_sheet(workbook, "guide", language), language, file)
    arranged = _arranged(rows)
    pages = {key: _sheet(workbook, key, language) for key in arranged}
    draw_rule_kinds(_sheet(workbook, "rule_kinds", language), language)
    lists = _sheet(workbook, "lists", language, titled=False)
    lists.sheet_state = "hidden"
    drop_downs = DropDowns(lists, language, _names(arranged, language), _collected(data))
    for key, tables in arranged.items():
        page = Page(pages[key], language, drop_downs)
        for table in tables:
            page.draw(table, rows[table])
        page.break_pages()
        pages[key].freeze_panes = f"A{FIRST_ROW}"
    workbook.properties.creator = "Smena"
    workbook.properties.title = plain_or_quoted(str(data["desk"]["name"]))
    return book_bytes(workbook, _STAMP)


def _sheet(workbook: Workbook, key: str, language: Language, *, titled: bool = True) -> Worksheet:
    name = sheet_name(key).in_language(language)
    sheet: Worksheet = workbook.create_sheet(name)
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 1 if key == "guide" else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=key in ("guide", "rule_kinds"))
    sheet.print_title_rows = "4:5" if titled and key != "guide" else None
    sheet.sheet_properties.tabColor = HEAD[2:]
    if titled:
        sheet.cell(1, 1, name).style = "Smena title"
        hint = guide(language)["hints"].get(key, "")
        if hint:
            sheet.cell(2, 1, hint).style = "Smena hint"
    return sheet


def _arranged(rows: Mapping[str, list[Row]]) -> dict[str, list[str]]:
    """Tables of each sheet: those placed by hand, then the others, beside their parents or on the last sheet."""
    arranged = {sheet: [key for key in tables if key in rows] for sheet, tables in SHEETS.items()}
    placed = {key for tables in arranged.values() for key in tables}
    for key in rows:
        if key in placed:
            continue
        table = all_tables()[key]
        near = table.parent or table.main
        sheet = next((name for name, tables in arranged.items() if near and near in tables), "other")
        arranged[sheet].append(key)
    return arranged


def _names(arranged: Mapping[str, list[str]], language: Language) -> dict[str, str]:
    """Formulas of the names in tables others refer to."""
    found = {}
    for sheet, tables in arranged.items():
        column = 1
        for key in tables:
            columns = columns_of(key)
            if key in _NAMED:
                place = next(
                    offset
                    for offset, heading in enumerate(columns)
                    if heading.leaf is not None and heading.leaf.path == all_tables()[key].naming
                )
                name = sheet_name(sheet).in_language(language)
                found[key] = names_formula(name, column + place, FIRST_ROW)
            column += len(columns) + 1
    return found


def _collected(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Skills and grades that people, vacancies and channels have."""
    people = [*data.get("agents", ()), *data.get("vacancies", ())]
    skills = [skill for person in people for skill in person.get("skills", ())]
    skills += [channel["skill"] for channel in data.get("channels", ()) if "skill" in channel]
    grades = [*_usual_grades(), *(person["grade"] for person in people if "grade" in person)]
    found = {"skills": skills, "grades": grades}
    return {
        key: list(dict.fromkeys(plain_or_quoted(word, ",;") for word in words))
        for key, words in found.items()
    }


def _usual_grades() -> Iterator[str]:
    yield from ("newcomer", "experienced", "lead", "specialist")
