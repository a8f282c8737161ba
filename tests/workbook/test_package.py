import io
import re
import time
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from planner.workbook import workbook_bytes
from planner.workbook.page import Page
from planner.workbook.styles import add_styles, money_format
from tests.plans import sample_plan
from tests.workbook.opened import opened


def test_the_same_plan_gives_the_same_bytes_at_any_time() -> None:
    first = workbook_bytes(sample_plan())
    sample_plan.cache_clear()
    time.sleep(1.1)  # openpyxl stamps seconds
    assert workbook_bytes(sample_plan()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-02-02T00:00:00Z" in package.read("docProps/core.xml")


def test_every_formula_has_a_value_for_viewers_that_do_not_recalculate() -> None:
    found = 0
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(sample_plan()))) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                cells = re.findall(rb"<c [^>]*>(?:(?!</c>).)*</c>", package.read(name))
                formulas = [cell for cell in cells if b"<f>" in cell]
                found += len(formulas)
                bare = [cell for cell in formulas if b"<v>" not in cell]
                # an empty text is a value too, where the cell is said to hold text
                empty = [cell for cell in formulas if b"<v></v>" in cell and b't="str"' not in cell]
                assert (bare, empty) == ([], [])
    assert found > 1344


@pytest.mark.parametrize("name", ["=1+1", "+7 900", "-5", "@home", "#N/A", "=cmd|'/c calc'!A0", "TRUE", "12"])
def test_text_is_never_a_formula(name: str) -> None:
    plan = sample_plan()
    first, *rest = plan.roster.tours
    renamed = replace(first, agent=replace(first.agent, name=name))
    book = opened(replace(plan, roster=replace(plan.roster, tours=(renamed, *rest))), values=False)
    for sheet, place in (("Roster", "A7"), ("Costs", "A5"), ("Data", "B5")):
        cell = book[sheet][place]
        assert (cell.value, cell.data_type) == (name, "s")
        assert bool(cell.quotePrefix) == (name[0] in "=+-@")


@given(st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_as_text(text: str) -> None:
    book = Workbook()
    add_styles(book, "RUB", "en")
    Page(book.worksheets[0], sample_plan()).text(1, 1, text)
    saved = io.BytesIO()
    book.save(saved)
    cell = load_workbook(saved).worksheets[0]["A1"]
    assert cell.data_type == ("s" if cell.value else "n")
    readable = "".join(letter for letter in text if letter.isprintable())
    found = str(cell.value or "")
    assert "".join(letter for letter in found if letter.isprintable()) == readable


def test_amounts_keep_the_digits_of_their_currency() -> None:
    assert money_format("RUB", "ru") == '#,##0.00\\ "₽"'
    assert money_format("JPY", "en") == '#,##0\\ "JPY"'
    assert money_format("KWD", "en") == '#,##0.000\\ "KWD"'
    assert opened(sample_plan(currency="EUR"))["Costs"]["H5"].number_format == '#,##0.00\\ "EUR"'
