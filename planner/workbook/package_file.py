"""The workbook's bytes: the same plan always gives the same file.

openpyxl stamps the time of saving into the file, takes long over the cells of large sheets and
leaves formulas without values.  All three are put right here: fixed times, rows of our own, and in
them the known value of every formula, so that viewers that do not recalculate show it
(spreadsheets still recalculate on opening).
"""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import tostring

from planner.workbook.page import KnownValues
from planner.workbook.sheet_cells import StyleNumbers, row_elements

#: The earliest time a zip archive can hold.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_AFTER_ROWS = b"</sheetData>"


def package_bytes(workbook: Workbook, known: KnownValues, stamp: dt.datetime) -> bytes:
    """Return the workbook as the bytes of an xlsx file.

    Parameters
    ----------
    workbook
        Complete workbook.
    known
        Values of its formulas by sheet name and cell.
    stamp
        Time of creation to record, without zone, meant as UTC.
    """
    saved = io.BytesIO()
    # not packed yet: the times of its parts are still to be set
    _Writer(workbook, zipfile.ZipFile(saved, "w", zipfile.ZIP_STORED), known).save()
    workbook.properties.created = workbook.properties.modified = stamp
    replaced = {"docProps/core.xml": tostring(workbook.properties.to_tree())}
    result = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, replaced.get(entry.filename) or source.read(entry))
    return result.getvalue()


class _SheetWriter(WorksheetWriter):
    """Everything of a sheet but its rows, whose place stays empty."""

    def write_rows(self) -> None:
        stream: Any = self.xf.send(True)
        with stream.element("sheetData"):
            pass
        self.xf.send(None)


class _Writer(ExcelWriter):
    """openpyxl's writer, but for the rows of sheets."""

    def __init__(self, workbook: Workbook, archive: zipfile.ZipFile, known: KnownValues) -> None:
        super().__init__(workbook, archive)
        self._package = archive
        self._known = known
        self._styles: StyleNumbers = {}

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = drawing = SpreadsheetDrawing()  # noqa: SLF001
        drawing.charts, drawing.images = ws._charts, ws._images  # noqa: SLF001
        around = io.BytesIO()
        writer: Any = _SheetWriter(ws, around)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        before, end, after = around.getvalue().partition(_AFTER_ROWS)
        with self._package.open(ws.path[1:], "w", force_zip64=True) as part:
            part.write(before)
            for piece in row_elements(writer.rows(), ws.row_dimensions, self._of(ws), self._styles):
                part.write(piece.encode())
            part.write(end + after)
        self.manifest.append(ws)

    def _of(self, ws: Worksheet) -> Mapping[str, Decimal | str]:
        return self._known.get(ws.title, {})
