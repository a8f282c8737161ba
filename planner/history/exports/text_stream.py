"""A file as a stream of text of known encoding, however large it is."""

import codecs
from pathlib import Path
from typing import TextIO

from models.file_trouble import UNREADABLE, reason_of
from models.text import Text
from planner.history.exports.export_parts import ExportPart
from planner.history.problems import FileProblems
from planner.history.words import UNKNOWN_ENCODING

_BLOCK_BYTES = 1 << 20


def open_text(part: ExportPart) -> tuple[TextIO, bool]:
    """Open a file for reading as text.

    Byte order marks are honoured and dropped; a character cut off at the end is no reason to
    doubt the encoding of the rest.

    Returns
    -------
    TextIO, bool
        The stream, line ends as they are, and whether UTF-8 was given up for Windows-1251.

    Raises
    ------
    BadInputError
        The file cannot be read, or its text is in an unknown encoding.
    """
    problems = FileProblems(part.name)
    try:
        encoding = _encoding(part.path)
        if encoding is None:
            raise problems.error(
                UNKNOWN_ENCODING, Text(en="UTF-8 (or Windows-1251)", ru="UTF-8 (или Windows-1251)")
            )
        stream = part.path.open(encoding=encoding, errors="replace", newline="")
    except OSError as error:
        raise problems.error(UNREADABLE.format(reason=reason_of(error))) from error
    return stream, encoding == "cp1251"


def _encoding(path: Path) -> str | None:
    with path.open("rb") as stream:
        head = stream.read(4)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16" if _decodes(path, "utf-16") else None
    return next((name for name in ("utf-8-sig", "cp1251") if _decodes(path, name)), None)


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK_BYTES):
                decoder.decode(block)
    except UnicodeError:
        return False
    return True
