"""The bytes of a workbook to fill: the same contents always give the same file."""

import datetime as dt
import io
import zipfile

from openpyxl.workbook import Workbook
from openpyxl.xml.functions import tostring

#: The earliest time a zip archive can hold.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def book_bytes(workbook: Workbook, stamp: dt.datetime) -> bytes:
    """Return a workbook as an xlsx file that says it was made at ``stamp`` (without zone, meant as UTC)."""
    saved = io.BytesIO()
    workbook.save(saved)
    workbook.properties.created = workbook.properties.modified = stamp
    core = tostring(workbook.properties.to_tree())
    result = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            is_core = entry.filename == "docProps/core.xml"
            target.writestr(info, core if is_core else source.read(entry.filename))
    return result.getvalue()
