"""The zip archive a workbook is: bombs of every kind are refused before they are unpacked."""

import struct
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from planner.scenario.book.package import MAX_ELEMENTS, MAX_UNPACKED
from tests.scenario.book.books import repacked, said, template

DEMANDED = "xl/worksheets/sheet2.xml"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(MAX_UNPACKED // 1_000_000 + 20):
                part.write(b"0" * 1_000_000)
    opened = _opened_parts(monkeypatch)
    tracemalloc.start()
    message = said(path)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    assert opened == []
    assert "unpacks to 120 MB" in message


def test_a_part_packed_as_no_workbook_is(tmp_path: Path) -> None:
    path = repacked(
        template(tmp_path), lambda parts: parts.update({"xl/media/image1.png": b"0" * 20_000_000})
    )
    assert "packed more than 500:1" in said(path)


def test_a_part_that_holds_more_than_it_claims(tmp_path: Path) -> None:
    path = template(tmp_path)
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(DEMANDED)
    content = bytearray(path.read_bytes())
    place = content.rindex(DEMANDED.encode()) - 46 + 24
    assert struct.unpack_from("<I", content, place)[0] == info.file_size
    struct.pack_into("<I", content, place, 100)
    path.write_bytes(bytes(content))
    assert "damaged" in said(path)


@pytest.mark.parametrize(
    "part",
    [DEMANDED, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"],
)
def test_entities_that_unfold_to_gigabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """Nine entities of ten entities each: refused where they are declared, before openpyxl sees any."""
    entities = b"".join(
        b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 10)
    )
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">%s]><worksheet>&l9;</worksheet>' % entities
    path = repacked(template(tmp_path), lambda parts: parts.update({part: bomb}))
    opened = _opened_parts(monkeypatch)
    message = said(path)
    assert f"{part} declares a document type" in message
    assert opened.count(part) == 1


def test_parts_of_more_elements_than_memory_should_hold(tmp_path: Path) -> None:
    def fill(parts: dict[str, bytes]) -> None:
        formats = b"".join(b'<xf numFmtId="%d"/>' % number for number in range(MAX_ELEMENTS + 1))
        parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(b"<cellXfs", formats + b"<cellXfs")

    assert "xl/styles.xml has more than 200000 elements" in said(repacked(template(tmp_path), fill))


def _opened_parts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the parts that are opened from now on."""
    opened: list[str] = []
    usual = zipfile.ZipFile.open

    def noted(archive: zipfile.ZipFile, name: Any, *rest: Any, **named: Any) -> Any:
        opened.append(getattr(name, "filename", name))
        return usual(archive, name, *rest, **named)

    monkeypatch.setattr(zipfile.ZipFile, "open", noted)
    return opened
