"""From bytes on the disk to text: size, encoding, and files that are not text at all."""

from dataclasses import dataclass
from pathlib import Path

from planner.history.problems import FileProblems

MAX_BYTES = 200 * 1024 * 1024
_ALLOWED = "a text file in UTF-8 (or Windows-1251)"
#: First bytes of formats people take for CSV.
_SIGNATURES = {
    b"PK\x03\x04": "an Excel workbook or a ZIP archive; save the sheet as CSV",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook; save the sheet as CSV",
    b"\x1f\x8b": "a compressed file; unpack it first",
    b"%PDF": "a PDF document",
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
            raise problems.error("this is a folder", _ALLOWED)
        if size > MAX_BYTES:
            message = f"the file has {size / 1024**2:,.0f} MB, above the {MAX_BYTES // 1024**2} MB read"
            raise problems.error(message, "a shorter file, or counts added up per interval")
        content = path.read_bytes()
    except FileNotFoundError:
        raise problems.error("there is no such file", "a path relative to the scenario file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise problems.error(f"the file cannot be read: {reason}") from error
    refuse_other_formats(content, problems)
    return _decoded(content, problems)


def refuse_other_formats(head: bytes, problems: FileProblems) -> None:
    """Raise ``BadInputError`` where a file's first bytes are those of a workbook, an archive or the like."""
    for signature, what in _SIGNATURES.items():
        if head.startswith(signature):
            raise problems.error(f"this is {what}", _ALLOWED)
    if b"\x00" in head[:65_536] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise problems.error("this is a binary file, not text", _ALLOWED)


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
            raise problems.error("the file is empty", _ALLOWED)
        return FileText(text, is_cp1251=encoding == "cp1251")
    raise problems.error("the text is in an unknown encoding", _ALLOWED)
