"""A workbook file, opened with suspicion: bounded in size, and never asked to compute anything."""

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.scenario.book.package import Package, open_package
from planner.scenario.book.scan import SheetScan, scan_sheet

_ALLOWED = Text(
    en="a roster.xlsx written by smena, edited in a spreadsheet",
    ru="roster.xlsx, который записала smena, с правками в Excel или LibreOffice",
)
_MOST_COLUMNS = 500


@dataclass(frozen=True)
class OpenedBook:
    """A workbook to be read row by row.

    Parameters
    ----------
    path
        The file.
    book
        Its cells: formulas as formulas, never their values.
    package
        What the file is made of.
    """

    path: Path
    book: Workbook
    package: Package

    @property
    def sheets(self) -> Sequence[str]:
        """Names of the sheets with cells, in order."""
        return [sheet.name for sheet in self.package.sheets]

    def rows(self, sheet: str, first: int, last: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """Rows of a sheet with their numbers, bounded whatever the file says of its size."""
        rows = self.book[sheet].iter_rows(
            min_row=first, max_row=last, max_col=_MOST_COLUMNS, values_only=True
        )
        yield from enumerate(islice(rows, last - first + 1), start=first)

    def scan(self, sheet: str) -> SheetScan:
        """Look through a sheet for what its cells do not tell: merged cells, hidden rows."""
        part = next(one.part for one in self.package.sheets if one.name == sheet)
        with zipfile.ZipFile(self.path) as archive:
            return scan_sheet(archive, part, Text.same(f"{self.path.name}: {sheet}"))


@contextmanager
def opened(path: Path) -> Iterator[OpenedBook]:
    """Open a workbook for reading row by row.

    Raises
    ------
    BadInputError
        If the file is no workbook, or unfolds to more than any roster could hold.
    """
    package = open_package(path, path.name)
    book: Workbook | None = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what is not read: pictures, validations, odd dates
            book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
            yield OpenedBook(path, book, package)
    except BadInputError:
        raise
    except Exception as error:  # a damaged file makes openpyxl fail in any way there is
        message = Text(
            en="it is damaged and cannot be read to its end", ru="файл повреждён и до конца не читается"
        )
        raise BadInputError([InputProblem(path.name, message, _ALLOWED)]) from error
    finally:
        if book is not None:
            book.close()
