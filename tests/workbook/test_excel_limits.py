"""Every workbook the project writes keeps to what Excel is strict about, and breaking it is noticed."""

import io
import zipfile
from pathlib import Path

import pytest

from models.errors import BadInputError
from models.text import Language
from planner.scenario import load_scenario
from planner.scenario.book.marked_copy import marked_copy
from planner.scenario.template import new_scenario
from planner.workbook import workbook_bytes
from tests.plans import sample_plan
from tests.workbook.excel_limits import complaints


@pytest.mark.parametrize("language", ["en", "ru"])
def test_excel_takes_the_roster_workbook(language: Language) -> None:
    assert complaints(workbook_bytes(sample_plan(language=language))) == []
    assert complaints(workbook_bytes(sample_plan(language=language, opening="mon-fri 09:00-18:00"))) == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_excel_takes_the_template_and_its_marked_copy(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "desk.xlsx"
    new_scenario(path, language)
    assert complaints(path.read_bytes()) == []
    broken = _with(path.read_bytes(), b"Europe/Moscow", b"Europe/Nowhere")
    path.write_bytes(broken)
    with pytest.raises(BadInputError) as caught:
        load_scenario(path)
    copy = marked_copy(path, caught.value.problems, language)
    assert copy is not None
    assert complaints(copy.read_bytes()) == []


def _with(book: bytes, old: bytes, new: bytes) -> bytes:
    """The workbook with some bytes of its parts put otherwise."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(result, "w") as target:
        parts = {name: source.read(name) for name in source.namelist()}
        assert any(old in part for part in parts.values()), old
        for name, part in parts.items():
            target.writestr(name, part.replace(old, new))
    return result.getvalue()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'name="Costs"', b'name="Costs of everybody in the quarter"', "no name of a sheet"),
        (b"<f>SUM(", b"<f>=SUM(", "begins with ="),
        (b"<f>SUM(", b"<f>SUMIFZ(", "not known"),
        (b"<f>SUM(", b"<f>SUM((", "brackets"),
        (b'<c r="A1"', b'<c r="ZZ1"', "not in order"),
        (b't="inlineStr"', b't="inline"', "no kind of cell"),
        (b'priority="2"', b'priority="1"', "share a priority"),
        (b"<pageMargins", b"<sheetPr/><pageMargins", "out of order"),
        (b"<v>660</v>", b"<v>NaN</v>", "no number"),
        (b'PartName="/xl/styles.xml"', b'PartName="/xl/looks.xml"', "has a type and is not there"),
        (b'<mergeCell ref="A4:B4"', b'<mergeCell ref="A4"', "merged cells meet"),
        (b"/xl/charts/chart1.xml", b"/xl/charts/chart9.xml", "not there"),
        (b"<row>5</row>", b"<row>1048576</row>", "beyond the sheet"),
        (b'cx="10440000"', b'cx="0"', "of no size"),
        (b'drawing1.xml" Id="rId1"', b'drawing1.xml" Id="rId7"', "a drawing leads to"),
    ],
)
def test_what_excel_would_repair_is_noticed(old: bytes, new: bytes, said: str) -> None:
    found = complaints(_with(workbook_bytes(sample_plan(days=7)), old, new))
    assert any(said in one for one in found), found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'ref="F5" authorId="0"', b'ref="F5" authorId="3"', "no author"),
        (b'<comment ref="F5"', b'<comment ref="E5"', "two notes"),
        (b">4</ns2:Row>", b">9</ns2:Row>", "not where the notes are"),
        (b'id="_x0000_s1027"', b'id="_x0000_s1026"', "one id"),
        (b'r:id="anysvml"', b'r:id="other"', "are drawn by"),
    ],
)
def test_notes_excel_would_drop_are_noticed(old: bytes, new: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "desk.xlsx"
    new_scenario(path, "en")
    found = complaints(_with(path.read_bytes(), old, new))
    assert any(said in one for one in found), found
