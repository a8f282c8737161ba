"""The workbook as a real spreadsheet program sees it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from planner.workbook import write_workbook
from planner.workbook.edits import read_edits
from tests.plans import sample_plan

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None,
    reason="LibreOffice is not installed (apt-get install libreoffice-calc): rendering unchecked",
)
PDFTOTEXT = shutil.which("pdftotext")


def convert(path: Path, target: str, folder: Path, seconds: float = 120) -> Path:
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", target, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=seconds)
    return folder / f"{path.stem}.{target}"


@needs_libreoffice
@pytest.mark.slow
def test_libreoffice_computes_the_values_we_wrote(tmp_path: Path) -> None:
    source = tmp_path / "plan.xlsx"
    write_workbook(sample_plan(), source)
    known = load_workbook(source, data_only=True)
    book = load_workbook(source)
    bare = tmp_path / "bare.xlsx"
    book.save(bare)  # openpyxl drops the values of formulas: all must be computed anew
    (tmp_path / "out").mkdir()
    computed = load_workbook(convert(bare, "xlsx", tmp_path / "out"), data_only=True)
    checked = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    place = (sheet.title, cell.coordinate)
                    expected, found = (b[place[0]][place[1]].value for b in (known, computed))
                    if isinstance(expected, str) or expected is None:
                        assert (found or "") == (expected or ""), place
                    else:
                        assert float(found) == pytest.approx(float(expected), abs=1e-6), place
                    checked += 1
    assert checked > 1344


@needs_libreoffice
@pytest.mark.slow
def test_a_workbook_saved_by_libreoffice_reads_back_as_the_plan(tmp_path: Path) -> None:
    """Formulas, recalculated, agree with the plan; the grid says what was planned, or what was edited."""
    plan = sample_plan(language="ru")
    source = tmp_path / "plan.xlsx"
    write_workbook(plan, source)
    book = load_workbook(source)
    book["График"]["C7"], book["График"]["E9"] = "N", None
    edited = tmp_path / "edited.xlsx"
    book.save(edited)
    (tmp_path / "out").mkdir()
    required = plan.coverage.required
    saved = convert(source, "xlsx", tmp_path / "out")
    assert read_edits(saved, plan.scenario, plan.roster, required).edits == ()
    grid = load_workbook(saved, data_only=True)["График"]
    for row, tour in enumerate(plan.roster.tours, start=7):
        hours = sum(shift.paid_minutes for shift in tour.worked) / 60
        assert grid.cell(row, 31).value == len(tour.worked)
        assert grid.cell(row, 33).value == pytest.approx(hours)
    saved = convert(edited, "xlsx", tmp_path / "out")
    edits = read_edits(saved, plan.scenario, plan.roster, required).edits
    assert [edit.cell for edit in edits] == ["График!C7", "График!E9"]
    values = load_workbook(saved, data_only=True)
    first = plan.roster.tours[0]
    nights = sum(shift.is_night for shift in first.worked)
    assert values["График"].cell(7, 32).value == nights + 1
    assert values["График сменности 2026-02"]["D8"].value == "N"


@needs_libreoffice
@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed (apt-get install poppler-utils)")
@pytest.mark.slow
def test_nothing_is_cut_off_in_print(tmp_path: Path) -> None:
    source = tmp_path / "plan.xlsx"
    write_workbook(sample_plan(language="ru"), source)
    pdf = convert(source, "pdf", tmp_path)
    assert PDFTOTEXT is not None
    text = subprocess.run([PDFTOTEXT, "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")
    assert "###" not in text
    assert "Итоги" in pages[0]
    heads = [page.splitlines()[0].split()[-1] for page in pages if page.strip()]
    assert heads.count("График") == 1
    assert not [page for page in pages[:-1] if len(page.split()) < 12]
    # Four weeks of half hours fit on one page, a row per day.
    assert sum("Интервалы" in page.splitlines()[0] for page in pages if page.strip()) == 1


@needs_libreoffice
@pytest.mark.slow
def test_a_sorted_grid_leaves_every_schedule_with_its_person(tmp_path: Path) -> None:
    """The rows of the grid turned upside down, recalculated: everybody's schedule and pay stay theirs."""
    plan = sample_plan(days=7)
    source, turned = tmp_path / "plan.xlsx", tmp_path / "turned.xlsx"
    write_workbook(plan, source)
    book = load_workbook(source)
    grid, last = book["Roster"], 6 + len(plan.roster.tours)
    rows = [[cell.value for cell in row] for row in grid[f"A7:O{last}"]]
    for row, values in enumerate(reversed(rows), start=7):
        for column in (*range(1, 10), 15):  # totals are formulas about their own row
            grid.cell(row, column).value = values[column - 1]
    book.save(turned)
    (tmp_path / "out").mkdir()
    saved = convert(turned, "xlsx", tmp_path / "out")
    assert read_edits(saved, plan.scenario, plan.roster, plan.coverage.required).edits == ()
    found, written = load_workbook(saved, data_only=True), load_workbook(source, data_only=True)
    sheet = "Shift schedule 2026-02"
    for row in range(8, last + 2):
        shown, planned = (
            [book[sheet].cell(row, column).value or None for column in range(1, 12)]
            for book in (found, written)
        )
        assert shown == planned
    assert found["Costs"]["A3"].value == written["Costs"]["A3"].value
