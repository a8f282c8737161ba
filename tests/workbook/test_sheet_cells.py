"""The rows written here are those openpyxl would write, with the values of formulas beside them."""

import datetime as dt
import io
import zipfile
from typing import Any
from xml.etree.ElementTree import canonicalize

from openpyxl import Workbook

from planner.workbook.package_file import package_bytes
from planner.workbook.write import drawn_workbook
from tests.plans import sample_plan

#: Workbooks know no zones.
STAMP = dt.datetime.fromisoformat("2026-02-02T00:00:00")


def parts(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def by_openpyxl(workbook: Workbook) -> dict[str, bytes]:
    saved = io.BytesIO()
    workbook.save(saved)
    return parts(saved.getvalue())


def plain(sheet: bytes, known: dict[str, Any]) -> str:
    """A sheet without what its formulas give, and without kinds of cells that go without saying."""
    text = canonicalize(sheet.decode())
    for value in {str(one) for one in known.values()}:
        text = text.replace(f"</f><v>{canonical(value)}</v>", "</f><v></v>")
    return text.replace(' t="n"', "").replace(' t="str"', "")


def canonical(text: str) -> str:
    return canonicalize(f"<v>{text.replace('&', '&amp;').replace('<', '&lt;')}</v>")[3:-4]


def test_every_part_is_as_openpyxl_writes_it() -> None:
    drawn, known = drawn_workbook(sample_plan())
    ours = parts(package_bytes(drawn, known, STAMP))
    again, _ = drawn_workbook(sample_plan())
    theirs = by_openpyxl(again)
    assert list(ours) == list(theirs)
    for number, name in enumerate(drawn.sheetnames, start=1):
        path = f"xl/worksheets/sheet{number}.xml"
        assert plain(ours[path], known.get(name, {})) == plain(theirs[path], {}), name
    for name in set(ours) - {"docProps/core.xml"}:
        assert name.startswith("xl/worksheets/sheet") or ours[name] == theirs[name], name


def test_cells_of_every_kind_are_as_openpyxl_writes_them() -> None:
    def filled() -> Workbook:
        book = Workbook()
        values: tuple[Any, ...] = (True, 0, 12, -2.5, 1e-7, "  ", " a<b & c\n", "№ 1")
        moments = (dt.date(2026, 2, 2), dt.time(23, 30), dt.datetime.fromisoformat("2026-02-02T09:30:00"))
        for column, value in enumerate((*values, *moments), start=1):
            book.worksheets[0].cell(3, column, value)
        book.worksheets[0].row_dimensions[7].height = 22
        book.worksheets[0].row_dimensions[8].hidden = True
        return book

    ours, theirs = parts(package_bytes(filled(), {}, STAMP)), by_openpyxl(filled())
    sheet = "xl/worksheets/sheet1.xml"
    kept = plain(ours[sheet], {}).replace(' xml:space="preserve">  <', ">  <")
    assert kept == plain(theirs[sheet], {})
    assert ours["xl/styles.xml"] == theirs["xl/styles.xml"]
