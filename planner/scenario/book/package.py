"""The parts of a workbook file, looked at before anything is read: size, encryption, bombs.

A workbook is a zip archive of XML parts.  Nothing is unpacked before the sizes it claims have been
held against limits, and no part may claim less than it holds: the archive would not be read on.
"""

import posixpath
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from openpyxl.xml.functions import fromstring

from models.errors import BadInputError, InputProblem

#: A workbook filled by hand is far smaller; anything larger is another kind of file.
MAX_BYTES = 20_000_000
MAX_UNPACKED = 100_000_000
MAX_PARTS = 2_000
#: XML of empty rows is packed 200:1; beyond this only bombs are.
MAX_RATIO = 500
_SMALL = 1_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class SheetPart:
    """A sheet: its name, the part it is kept in, the tables Excel knows in it, by name."""

    name: str
    part: str
    is_hidden: bool
    table_places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Package:
    """What a workbook file is made of.

    Parameters
    ----------
    path
        The file.
    sheets
        Its worksheets, in order; chart sheets are not among them.
    has_macros, has_outside_links
        Whether it carries macros, which are never run, or takes values from other workbooks.
    unpacked_bytes
        Size of all its parts.
    """

    path: Path
    sheets: tuple[SheetPart, ...]
    has_macros: bool
    has_outside_links: bool
    unpacked_bytes: int


def open_package(path: Path, shown: str) -> Package:
    """Look at a workbook file without reading its cells.

    Parameters
    ----------
    path
        The file.
    shown
        Its name in messages.

    Raises
    ------
    BadInputError
        When it is missing, too large (also once unpacked), protected by a password, in another
        format, or damaged.
    """
    try:
        _refuse_other_files(path, shown)
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _refuse_bombs(entries, shown)
            names = {entry.filename for entry in entries}
            if "xl/workbook.xml" not in names:
                raise _bad(shown, "the file is no Excel workbook", "xlsx, as Excel and LibreOffice save it")
            for name in sorted(names):
                if name.endswith((".xml", ".rels")):
                    refuse_document_types(archive, name)
            return Package(
                path,
                tuple(_sheets(archive, names)),
                any(name.endswith("vbaProject.bin") for name in names),
                any(name.startswith("xl/externalLinks/") for name in names),
                sum(entry.file_size for entry in entries),
            )
    except (zipfile.BadZipFile, SyntaxError, expat.ExpatError, KeyError, EOFError, RuntimeError) as error:
        raise _bad(shown, f"the workbook is damaged: {error}", "open it in Excel and save it anew") from error
    except (OSError, ValueError, NotImplementedError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _bad(shown, f"the file cannot be read: {reason}") from error


def refuse_document_types(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse XML that declares entities: they may unfold to any size, and no spreadsheet writes them."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise ValueError(f"{name} declares a document type, which no spreadsheet does")

    parser.StartDoctypeDeclHandler = refuse
    with archive.open(name) as stream:
        parser.ParseFile(stream)


def _bad(place: str, message: str, allowed: str = "") -> BadInputError:
    return BadInputError([InputProblem(place, message, allowed)])


def _refuse_other_files(path: Path, shown: str) -> None:
    if not path.exists():
        raise _bad(shown, f'there is no such file: "{path}"')
    if not path.is_file():
        raise _bad(shown, f'"{path}" is a folder or a device, not a file', "an Excel workbook")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise _bad(
            shown, f"the file has {size / 1e6:.1f} MB", f"a workbook of at most {MAX_BYTES // 10**6} MB"
        )
    with path.open("rb") as stream:
        if stream.read(4) == _OLE:
            message = "the workbook is protected by a password or in the old format of Excel"
            raise _bad(shown, message, "xlsx without a password")


def _refuse_bombs(entries: list[zipfile.ZipInfo], shown: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS:
        raise _bad(shown, f"the workbook has {len(entries)} parts", f"at most {MAX_PARTS}")
    if unpacked > MAX_UNPACKED:
        raise _bad(
            shown,
            f"the workbook unpacks to {unpacked / 1e6:.0f} MB",
            f"at most {MAX_UNPACKED // 10**6} MB; delete rows and sheets that are not needed",
        )
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
            raise _bad(shown, f"{entry.filename} is packed more than {MAX_RATIO}:1, as no workbook is")


def _sheets(archive: zipfile.ZipFile, names: set[str]) -> list[SheetPart]:
    targets = _targets(archive, "xl/workbook.xml", names)
    found = []
    for sheet in fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        kind, part = targets.get(sheet.get(_LINK, ""), ("", ""))
        if not kind.endswith("/worksheet") or part not in names:
            continue
        tables = [
            place
            for inner_kind, inner in _targets(archive, part, names).values()
            if inner_kind.endswith("/table") and inner in names
            for place in _table_place(archive, inner)
        ]
        hidden = sheet.get("state", "visible") != "visible"
        found.append(SheetPart(sheet.get("name", ""), part, hidden, tuple(tables)))
    return found


def _table_place(archive: zipfile.ZipFile, part: str) -> list[tuple[str, str]]:
    table = fromstring(archive.read(part))
    return [(table.get("displayName", "").lower(), table.get("ref", "").partition(":")[0])]


def _targets(archive: zipfile.ZipFile, part: str, names: set[str]) -> dict[str, tuple[str, str]]:
    """Parts that a part refers to, with their kinds, by id."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in names:
        return {}
    found = {}
    for relation in fromstring(archive.read(relations)):
        target = relation.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        found[relation.get("Id", "")] = (relation.get("Type", ""), whole)
    return found
