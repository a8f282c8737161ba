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

from models.errors import BadInputError, BadValueError, InputProblem
from models.file_trouble import UNREADABLE, reason_of
from models.text import Text
from planner.scenario.missing_file import refuse_no_file

#: A workbook filled by hand is far smaller; anything larger is another kind of file.
MAX_BYTES = 20_000_000
MAX_UNPACKED = 100_000_000
MAX_PARTS = 2_000
#: XML of empty rows is packed 200:1; beyond this only bombs are.
MAX_RATIO = 500
#: Elements of a part: of texts that cells share, and of anything else that is no sheet.
MAX_WORDS, MAX_ELEMENTS = 2_000_000, 200_000
DAMAGED = Text(en="the workbook is damaged", ru="книга повреждена")
SAVE_ANEW = Text(
    en="open it in Excel or LibreOffice and save it anew",
    ru="откройте её в Excel или LibreOffice и сохраните заново",
)
_SMALL = 1_000_000
_SHEETS = "xl/worksheets/"
_OLE = b"\xd0\xcf\x11\xe0"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
NO_WORKBOOK = Text(en="the file is no Excel workbook", ru="это не книга Excel")
AS_SAVED = Text(en="xlsx, as Excel and LibreOffice save it", ru="xlsx, как его сохраняют Excel и LibreOffice")


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
                raise _bad(shown, NO_WORKBOOK, AS_SAVED)
            written = [name for name in sorted(names) if name.endswith((".xml", ".rels"))]
            likely_sheets = [name for name in written if name.startswith(_SHEETS) and "/_rels/" not in name]
            for name in written:
                if name not in likely_sheets:
                    look_through(archive, name)
            if _STRICT in archive.read("xl/workbook.xml"):
                message = Text(
                    en="the workbook is saved as Strict Open XML, which is not read",
                    ru="книга сохранена как строгая (Strict Open XML), такие не читаются",
                )
                raise _bad(shown, message, AS_SAVED)
            sheets = tuple(_sheets(archive, names))
            parts = {sheet.part for sheet in sheets}
            for name in likely_sheets:
                look_through(archive, name, is_sheet=name in parts)
            return Package(
                path,
                sheets,
                any(name.endswith("vbaProject.bin") for name in names),
                any(name.startswith("xl/externalLinks/") for name in names),
                sum(entry.file_size for entry in entries),
            )
    except (zipfile.BadZipFile, SyntaxError, expat.ExpatError, KeyError, EOFError, RuntimeError) as error:
        raise _bad(shown, DAMAGED, SAVE_ANEW) from error
    except (OSError, ValueError, NotImplementedError) as error:
        raise _bad(shown, UNREADABLE.format(reason=reason_of(error))) from error


def look_through(archive: zipfile.ZipFile, name: str, *, is_sheet: bool = False) -> None:
    """Refuse XML that would unfold to any size, or into more objects than memory should hold.

    No spreadsheet declares entities.  Sheets are looked through by themselves, in
    :mod:`planner.scenario.book.scan`; of all other parts each element becomes an object.
    """
    parser = expat.ParserCreate()
    most = MAX_WORDS if name == "xl/sharedStrings.xml" else MAX_ELEMENTS
    elements = 0

    def refuse(*_: object) -> None:
        raise BadValueError(
            Text(
                en=f"{name} declares a document type, which no spreadsheet does",
                ru=f"в {name} объявлен тип документа, в таблицах такого не бывает",
            )
        )

    def count(*_: object) -> None:
        nonlocal elements
        elements += 1
        if elements > most:
            raise BadValueError(
                Text(
                    en=f"{name} has more than {most} elements, which no workbook filled by hand has",
                    ru=f"в {name} больше {most} элементов, в книгах, заполненных людьми, столько не бывает",
                )
            )

    parser.StartDoctypeDeclHandler = refuse
    if not is_sheet:
        parser.StartElementHandler = count
    with archive.open(name) as stream:
        parser.ParseFile(stream)


def _bad(place: str, message: Text, allowed: Text | str = "") -> BadInputError:
    return BadInputError([InputProblem(place, message, allowed)])


def _refuse_other_files(path: Path, shown: str) -> None:
    refuse_no_file(path, shown, Text(en="an Excel workbook", ru="книга Excel"))
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise _bad(
            shown,
            Text(en=f"the file has {size / 1e6:.1f} MB", ru=f"в файле {size / 1e6:.0f} МБ"),
            Text(
                en=f"a workbook of at most {MAX_BYTES // 10**6} MB",
                ru=f"книга не больше {MAX_BYTES // 10**6} МБ",
            ),
        )
    with path.open("rb") as stream:
        first = stream.read(4)
        if first and first[:2] != b"PK" and first != _OLE:
            raise _bad(shown, NO_WORKBOOK, AS_SAVED)
        if first == _OLE:
            message = Text(
                en="the workbook is protected by a password or in the old format of Excel",
                ru="книга защищена паролем или сохранена в старом формате Excel",
            )
            raise _bad(shown, message, Text(en="xlsx without a password", ru="xlsx без пароля"))


def _refuse_bombs(entries: list[zipfile.ZipInfo], shown: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS:
        raise _bad(
            shown,
            Text(en=f"the workbook has {len(entries)} parts", ru=f"частей в книге: {len(entries)}"),
            Text(en=f"at most {MAX_PARTS}", ru=f"не больше {MAX_PARTS}"),
        )
    if unpacked > MAX_UNPACKED:
        raise _bad(
            shown,
            Text(
                en=f"the workbook unpacks to {unpacked / 1e6:.0f} MB",
                ru=f"распакованная книга занимает {unpacked / 1e6:.0f} МБ",
            ),
            Text(
                en=f"at most {MAX_UNPACKED // 10**6} MB; delete rows and sheets that are not needed",
                ru=f"не больше {MAX_UNPACKED // 10**6} МБ; удалите лишние строки и листы",
            ),
        )
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
            raise _bad(
                shown,
                Text(
                    en=f"{entry.filename} is packed more than {MAX_RATIO}:1, as no workbook is",
                    ru=f"{entry.filename} сжат сильнее {MAX_RATIO}:1, в книгах так не бывает",
                ),
            )


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
