"""A workbook file, opened with suspicion: bounded in size, and never asked to compute anything."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zlib import error as zlib_error

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from models.errors import BadInputError, InputProblem

#: Bytes a workbook may unfold to: that of 500 people over a quarter takes a tenth of it.
_MOST_BYTES = 1 << 30
_MOST_PARTS = 5_000
_ALLOWED = "a roster.xlsx written by smena, edited in a spreadsheet"


@contextmanager
def opened(path: Path) -> Iterator[Workbook]:
    """Open a workbook for reading row by row.

    Raises
    ------
    BadInputError
        If the file is no workbook, or unfolds to more than any roster could hold.
    """
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
                raise _refused(path, "it unfolds to more than a roster could ever hold")
        book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except FileNotFoundError:
        raise _refused(path, "there is no such file") from None
    except (zipfile.BadZipFile, zlib_error, InvalidFileException, ParseError, KeyError, ValueError) as error:
        raise _refused(path, "it cannot be read as an Excel workbook") from error
    try:
        yield book
    except (zipfile.BadZipFile, zlib_error, ParseError, KeyError, ValueError, TypeError) as error:
        raise _refused(path, "it is damaged and cannot be read to its end") from error
    finally:
        book.close()


def _refused(path: Path, message: str) -> BadInputError:
    return BadInputError([InputProblem(path.name, message, _ALLOWED)])
