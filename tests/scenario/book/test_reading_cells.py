"""How cells are read: dates, times, numbers and words as people write them, and what nobody can tell."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.scenario.book.books import cell, changed, read, repacked, said, setting, sheet, template


@pytest.mark.parametrize("text", ["14.11.2026", "2026-11-14", " 14.11.2026 г."])
def test_dates_as_text(tmp_path: Path, text: str) -> None:
    def write(workbook: Workbook) -> None:
        cell(workbook, "Leave and wishes", "Leave", "First day away").value = text

    path = template(tmp_path)
    plain = read(path)
    assert read(changed(path, write)) == plain


@pytest.mark.parametrize("value", ["11/14/2026", "14 ноября", 46340, 46340.5, True])
def test_dates_nobody_can_tell(tmp_path: Path, value: Any) -> None:
    def write(workbook: Workbook) -> None:
        target = cell(workbook, "Leave and wishes", "Leave", "First day away")
        target.value = value
        target.number_format = "General"

    message = said(changed(template(tmp_path), write))
    assert 'sheet "Leave and wishes", cell B6 (First day away *)' in message
    assert "a date; as text day.month.year" in message


def test_the_dates_of_1904(tmp_path: Path) -> None:
    """Excel for Mac counted days from 1904; lengths of time and dates stay what they are."""
    path = template(tmp_path)
    plain = read(path)

    def count_from_1904(parts: dict[str, bytes]) -> None:
        book = parts["xl/workbook.xml"]
        parts["xl/workbook.xml"] = book.replace(b"<workbookPr />", b'<workbookPr date1904="1"/>')
        assert b"date1904" in parts["xl/workbook.xml"]
        earlier = re.compile(rb"<v>(46[23]\d\d)</v>")
        for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
            parts[name] = earlier.sub(lambda found: b"<v>%d</v>" % (int(found[1]) - 1462), parts[name])

    assert read(repacked(path, count_from_1904)) == plain


def test_duplicate_people(tmp_path: Path) -> None:
    def add(workbook: Workbook) -> None:
        cell(workbook, "Team", "People", "Person", 1).value = "anna"
        cell(workbook, "Team", "People", "Contract", 1).value = "standard"

    message = said(changed(template(tmp_path), add))
    assert 'sheet "Team", cell A7 (Person *)' in message


def test_spaces_that_do_not_break(tmp_path: Path) -> None:
    def write(workbook: Workbook) -> None:
        cell(workbook, "Team", "People", "Contract").value = "\u00a0standard\u00a0"
        sheet(workbook, "Team").cell(5, 3).value = "Contract\u00a0*"
        cell(workbook, "Team", "People", "Name").value = "Anna\u00a0Orlova"

    assert read(changed(template(tmp_path), write)).agents[0].name == "Anna Orlova"


def test_letters_of_another_alphabet(tmp_path: Path) -> None:
    def write(workbook: Workbook) -> None:
        cell(workbook, "Team", "People", "Contract").value = "stаndard"  # the third letter is Cyrillic

    message = said(changed(template(tmp_path), write))
    assert 'only looks like "standard"' in message


def test_blank_rows_between_and_after(tmp_path: Path) -> None:
    def move(workbook: Workbook) -> None:
        page = sheet(workbook, "Contracts")
        page.move_range("A6:I6", rows=30)
        for row in range(50, 400):
            page.cell(row, 1).value = "   "

    path = template(tmp_path)
    plain = read(path)
    assert read(changed(path, move)) == plain


@pytest.mark.parametrize(
    ("value", "allowed"),
    [("many", "a number"), ("1,234", "a number"), (True, "a number"), ("12..5", "a number")],
)
def test_wrong_types(tmp_path: Path, value: Any, allowed: str) -> None:
    def write(workbook: Workbook) -> None:
        cell(workbook, "Channels", "Channels of customers", "Handle time, s").value = value

    message = said(changed(template(tmp_path), write))
    assert 'sheet "Channels", cell C6 (Handle time, s *)' in message
    assert allowed in message


@pytest.mark.parametrize(
    ("value", "minutes"),
    [("9h", 540), ("7 ч 30 мин", 450), ("7h30m", 450), ("45m", 45), ("9:30", 570), (540, 540), (0.375, None)],
)
def test_lengths_of_time(tmp_path: Path, value: Any, minutes: int | None) -> None:
    def write(workbook: Workbook) -> None:
        target = cell(workbook, "Contracts", "Terms of contracts", "Hours a week")
        target.value = value
        target.number_format = "General"

    path = changed(template(tmp_path), write)
    if minutes is None:
        assert "is not a duration" in said(path)
    else:
        assert read(path).contracts[0].weekly_minutes == minutes


def test_an_hour_typed_in_a_cell_of_hours(tmp_path: Path) -> None:
    """40:00 typed where the cell shows hh:mm is kept as 1 January 1900, 16:00."""

    def write(workbook: Workbook) -> None:
        target = cell(workbook, "Contracts", "Terms of contracts", "Hours a week")
        target.value = 40 / 24
        target.number_format = "hh:mm"

    assert read(changed(template(tmp_path), write)).contracts[0].weekly_minutes == 2400


def test_an_unknown_column_and_an_unknown_setting(tmp_path: Path) -> None:
    def write(workbook: Workbook) -> None:
        sheet(workbook, "Contracts").cell(5, 2).value = "Payd"
        sheet(workbook, "Desk").cell(6, 1).value = "Plan nmae"

    message = said(changed(template(tmp_path), write))
    assert 'no column is called "Payd"; did you mean "Paid"?' in message
    assert 'no setting is called "Plan nmae"; did you mean "Plan name"?' in message


def test_a_word_that_is_no_choice(tmp_path: Path) -> None:
    def write(workbook: Workbook) -> None:
        setting(workbook, "Часы работы", "В праздники").value = "закрыт"

    message = said(changed(template(tmp_path, "ru"), write))
    assert message.count("\n") == 0
    assert 'did you mean "закрыто"?' in message
    assert "как в воскресенье" in message


def test_words_of_the_other_language_are_understood(tmp_path: Path) -> None:
    def write(workbook: Workbook) -> None:
        setting(workbook, "Часы работы", "В праздники").value = "As on Sunday"
        cell(workbook, "Правила", "Правила службы", "Правило", 0).value = "min_rest"
        cell(workbook, "Каналы", "Каналы обращений", "Вид", 0).value = "Calls"

    scenario = read(changed(template(tmp_path, "ru"), write))
    assert scenario.opening.on_holidays == "as_sunday"


@pytest.mark.parametrize("value", ["12,000.50", "12.000,50", "12 000,50", "12'000.50", "12\u00a0000,50"])
def test_thousands_set_apart(tmp_path: Path, value: str) -> None:
    def write(workbook: Workbook) -> None:
        cell(workbook, "Team", "Vacancies", "Cost per hire").value = value

    assert read(changed(template(tmp_path), write)).vacancies[0].cost_per_head == Decimal("12000.50")


@pytest.mark.parametrize("value", ["9-18", "9.00 – 18.00", "09:00—18:00", " 9:00-18.00 "])
def test_hours_as_people_write_them(tmp_path: Path, value: str) -> None:
    def write(workbook: Workbook) -> None:
        setting(workbook, "Opening hours", "Mon").value = value

    assert str(read(changed(template(tmp_path), write)).opening.hours["mon"][0]) == "09:00-18:00"


def test_a_blank_heading_loses_no_column_silently(tmp_path: Path) -> None:
    def write(workbook: Workbook) -> None:
        cell(workbook, "Contracts", "Terms of contracts", "Monthly salary").offset(-1).value = None

    message = said(changed(template(tmp_path), write))
    assert 'sheet "Contracts", cell D5: the heading here is blank' in message
    assert '"Hours a week"' in message


@pytest.mark.parametrize("title", ["Wishes", "what people wish"])
@pytest.mark.parametrize("heading", ["Who", None])
def test_a_renamed_first_heading_loses_no_table_silently(
    tmp_path: Path, heading: str | None, title: str
) -> None:
    def write(workbook: Workbook) -> None:
        first = cell(workbook, "Leave and wishes", "Wishes", "Person")
        first.offset(-1).value, first.offset(-2).value = heading, title

    message = said(changed(template(tmp_path), write))
    assert 'sheet "Leave and wishes", cell F5' in message
    assert 'no heading of the table "Wishes"' in message
