"""From bytes on the disk to text: size, encoding, and files that are not text at all."""

from dataclasses import dataclass
from pathlib import Path

from models.file_trouble import UNREADABLE, reason_of
from models.text import Text
from planner.history.problems import FileProblems
from planner.history.words import BESIDE_SCENARIO, EMPTY_FILE, NO_SUCH_FILE, UNKNOWN_ENCODING

MAX_BYTES = 200 * 1024 * 1024
_ALLOWED = Text(en="a text file in UTF-8 (or Windows-1251)", ru="текстовый файл в UTF-8 (или Windows-1251)")
#: First bytes of formats people take for CSV.
_SIGNATURES = {
    b"PK\x03\x04": Text(
        en="this is an Excel workbook or a ZIP archive; save the sheet as CSV",
        ru="это книга Excel или архив ZIP; сохраните лист как CSV",
    ),
    b"\xd0\xcf\x11\xe0": Text(
        en="this is an old Excel workbook; save the sheet as CSV",
        ru="это старая книга Excel; сохраните лист как CSV",
    ),
    b"\x1f\x8b": Text(
        en="this is a compressed file; unpack it first", ru="это сжатый файл; сначала распакуйте его"
    ),
    b"%PDF": Text(en="this is a PDF document", ru="это документ PDF"),
}


@dataclass(frozen=True)
class FileText:
    """Text of a file, and whether UTF-8 had to be given up for Windows-1251."""

    text: str
    is_cp1251: bool = False


def file_text(path: Path, problems: FileProblems) -> FileText:
    """Read a file as text.

    Byte order marks are honoured and dropped; line ends may be of any system.

    Raises
    ------
    BadInputError
        The file is missing, a folder, unreadable, empty, above 200 MB or not text.
    """
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise problems.error(Text(en="this is a folder", ru="это папка"), _ALLOWED)
        if size > MAX_BYTES:
            message = Text(
                en=f"the file has {size / 1024**2:,.0f} MB, above the {MAX_BYTES // 1024**2} MB read",
                ru=f"в файле {size / 1024**2:.0f} МБ, а читается до {MAX_BYTES // 1024**2} МБ",
            )
            allowed = Text(
                en="a shorter file, or counts added up per interval",
                ru="файл короче или готовые суммы по интервалам",
            )
            raise problems.error(message, allowed)
        content = path.read_bytes()
    except FileNotFoundError:
        raise problems.error(NO_SUCH_FILE, BESIDE_SCENARIO) from None
    except (OSError, ValueError) as error:
        raise problems.error(UNREADABLE.format(reason=reason_of(error))) from error
    refuse_other_formats(content, problems)
    return _decoded(content, problems)


def refuse_other_formats(head: bytes, problems: FileProblems) -> None:
    """Raise ``BadInputError`` where a file's first bytes are those of a workbook, an archive or the like."""
    for signature, what in _SIGNATURES.items():
        if head.startswith(signature):
            raise problems.error(what, _ALLOWED)
    if b"\x00" in head[:65_536] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise problems.error(
            Text(en="this is a binary file, not text", ru="это двоичный файл, а не текст"), _ALLOWED
        )


def _decoded(content: bytes, problems: FileProblems) -> FileText:
    encodings = ["utf-8-sig", "cp1251"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if not text.strip():
            raise problems.error(EMPTY_FILE, _ALLOWED)
        return FileText(text, is_cp1251=encoding == "cp1251")
    raise problems.error(UNKNOWN_ENCODING, _ALLOWED)
