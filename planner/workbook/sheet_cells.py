"""The rows of a sheet as XML, with the known values of formulas beside them.

openpyxl builds an element for every cell, which takes most of the time of a large workbook, and
leaves formulas without values.  Here the same text is put together as it will stand in the file.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from openpyxl.cell.cell import Cell
from openpyxl.compat import safe_string
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.dimensions import RowDimension

#: Where each look stands in the workbook's list of styles, by the bytes of openpyxl's record of it.
StyleNumbers = dict[bytes, int]
#: Rows by number, with the cells written in each, from left to right.
Rows = Iterable[tuple[int, list[Cell]]]


def row_elements(
    rows: Rows,
    heights: Mapping[int, RowDimension],
    values: Mapping[str, Decimal | str],
    styles: StyleNumbers,
) -> Iterator[str]:
    """Yield what the element ``sheetData`` of a sheet holds, row by row.

    Parameters
    ----------
    rows
        Every row with cells or a height, in order.
    heights
        What is said of whole rows.
    values
        Known values of formulas by cell.
    styles
        Filled as looks are met; shared by the sheets of a workbook.
    """
    for number, cells in rows:
        row = heights.get(number)
        said = "".join(f" {key}={quoteattr(value)}" for key, value in dict(row).items()) if row else ""
        yield f'<row r="{number}"{said}>'
        yield "".join([_cell(cell, values, styles) for cell in cells])
        yield "</row>"


def _cell(cell: Cell, values: Mapping[str, Decimal | str], styles: StyleNumbers) -> str:
    """One cell; nothing where there is neither a look nor a value."""
    value, kind = cell.value, cell.data_type
    place = f"{get_column_letter(cell.column)}{cell.row}"
    record = cell._style  # type: ignore[attr-defined]  # noqa: SLF001
    look = record.tobytes() if record else b""
    style = styles.get(look)
    if style is None:
        style = styles[look] = cell.style_id
    head = f'<c r="{place}" s="{style}"' if style else f'<c r="{place}"'
    if value is None or value == "":
        return f"{head}/>" if style else ""
    if kind == "f":
        return f"{head}{_formula(str(value), values[place])}</c>"
    if kind == "s":
        text = str(value)
        kept = ' xml:space="preserve"' if text != text.strip() else ""
        return f'{head} t="inlineStr"><is><t{kept}>{escape(text)}</t></is></c>'
    if isinstance(value, dt.date | dt.time):  # of which a moment is one
        value = to_excel(value)  # type: ignore[no-untyped-call]
        kind = "n"
    said = value if kind == "n" and isinstance(value, int) else safe_string(value)
    kind = "" if kind == "n" else f' t="{kind}"'
    return f"{head}{kind}><v>{said}</v></c>"


def _formula(formula: str, value: Decimal | str) -> str:
    kind = ' t="str"' if isinstance(value, str) else ""
    return f"{kind}><f>{escape(formula[1:])}</f><v>{escape(str(value))}</v>"
