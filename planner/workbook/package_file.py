"""The workbook's bytes: the same plan always gives the same file.

openpyxl stamps the time of saving into the file and leaves formulas without values.  Both
are put right in the saved package: fixed times, and the known value of every formula, so
that viewers that do not recalculate show it (spreadsheets still recalculate on opening).
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import tostring

from planner.workbook.page import KnownValues

#: A cell with a formula, as openpyxl writes it: without a value.
_FORMULA = re.compile(
    rb'(?P<head><c r="(?P<cell>[A-Z]+[0-9]+)"(?: s="[0-9]+")?)>(?P<formula><f>[^<]*</f>)<v ?(?:/>|></v>)'
)
#: The earliest time a zip archive can hold.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


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
    # not packed yet: every part is read again below
    ExcelWriter(workbook, zipfile.ZipFile(saved, "w", zipfile.ZIP_STORED)).save()
    workbook.properties.created = workbook.properties.modified = stamp
    replaced: dict[str, str | bytes] = {"docProps/core.xml": tostring(workbook.properties.to_tree())}
    result = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for number, name in enumerate(workbook.sheetnames, start=1):
            path = f"xl/worksheets/sheet{number}.xml"
            replaced[path] = _with_values(source.read(path), known.get(name, {}))
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, replaced.get(entry.filename, source.read(entry.filename)))
    return result.getvalue()


def _with_values(sheet_xml: bytes, values: Mapping[str, Decimal | str]) -> bytes:
    """Write the known values beside their formulas.

    The text is filled in as it stands: reading a large sheet as a tree would take more time and
    memory than writing it did.
    """

    def with_value(found: re.Match[bytes]) -> bytes:
        value = values[found["cell"].decode()]
        kind = b' t="str"' if isinstance(value, str) else b""
        text = escape(str(value)).encode()
        return b"%s%s>%s<v>%s</v>" % (found["head"], kind, found["formula"], text)

    return _FORMULA.sub(with_value, sheet_xml)
