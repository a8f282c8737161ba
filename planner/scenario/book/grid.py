"""The cells of a workbook, as values."""

import datetime as dt
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from models.errors import BadInputError, InputProblem
from planner.scenario.book.cell_values import FIRST_YEAR, CellValue
from planner.scenario.book.package import DAMAGED, SAVE_ANEW, Package, SheetPart, open_package
from planner.scenario.book.places import sheet_text
from planner.scenario.book.scan import Cell, SheetScan, scan_sheet
from planner.scenario.book.wording import clean_lines


@dataclass(frozen=True)
class Sheet:
    """A sheet: its filled cells by row and column, and what was seen when it was looked through."""

    part: SheetPart
    cells: dict[Cell, CellValue]
    scan: SheetScan


def read_cells(path: Path, shown: str) -> tuple[Package, list[Sheet]]:
    """Read every filled cell of a workbook: saved values of formulas, never the formulas.

    Raises
    ------
    BadInputError
        When the file cannot be used as a workbook; see :func:`planner.scenario.book.package.open_package`.
    """
    package = open_package(path, shown)
    try:
        with zipfile.ZipFile(path) as archive:
            scans = [
                scan_sheet(archive, sheet.part, f"{shown}: " + sheet_text(sheet.name))
                for sheet in package.sheets
            ]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what is not read: pictures, validations, odd dates
            workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
            try:
                return package, [
                    Sheet(sheet, _cells(workbook, sheet.name, scan), scan)
                    for sheet, scan in zip(package.sheets, scans, strict=True)
                ]
            finally:
                workbook.close()
    except BadInputError:
        raise
    except Exception as error:  # a damaged file makes openpyxl fail in any way there is
        raise BadInputError([InputProblem(shown, DAMAGED, SAVE_ANEW)]) from error


def _cells(workbook: Workbook, name: str, scan: SheetScan) -> dict[Cell, CellValue]:
    cells: dict[Cell, CellValue] = {}
    if not scan.last_row:
        return cells
    rows = workbook[name].iter_rows(
        min_row=1, max_row=scan.last_row, min_col=1, max_col=scan.last_column, values_only=True
    )
    for row, values in enumerate(rows, start=1):
        if values.count(None) == len(values):
            continue
        for column, value in enumerate(values, start=1):
            known = _known(value, workbook)
            if known is not None:
                cells[row, column] = known
    return cells


def _known(value: object, workbook: Workbook) -> CellValue | None:
    match value:
        case str():
            return clean_lines(value) or None
        case dt.datetime() if value.year < FIRST_YEAR:
            return _length_of_time(value, workbook.epoch)
        case bool() | int() | float() | dt.datetime() | dt.date() | dt.time() | dt.timedelta():
            return value
    return None


def _length_of_time(moment: dt.datetime, epoch: dt.datetime) -> dt.timedelta:
    """A length of time that was shown as a date.

    Excel counts 29 February 1900, which never was; before it openpyxl sets dates one day further.
    """
    length = moment - epoch
    is_before = epoch.year == 1899 and length < dt.timedelta(days=61)
    return length - dt.timedelta(days=1) if is_before else length
