"""How the workbook looks: colours, fonts, borders."""

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook import Workbook

INK, MUTED, HEAD, LINE = "FF1F2933", "FF6B7785", "FF1F4E79", "FFD5DDE5"
INPUT, WRONG = "FFFFFBE8", "FFFFC7CE"
TABLE_LOOK = "TableStyleMedium2"

_FONT = "Calibri"
_SIDE = Side(style="thin", color=LINE)
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def add_styles(workbook: Workbook) -> None:
    """Register the named styles of a workbook to fill."""
    for style in (
        NamedStyle("Smena title", font=Font(name=_FONT, size=16, bold=True, color=HEAD)),
        NamedStyle(
            "Smena hint",
            font=Font(name=_FONT, size=10, italic=True, color=MUTED),
            alignment=Alignment(vertical="top"),
        ),
        NamedStyle("Smena table", font=Font(name=_FONT, size=12, bold=True, color=HEAD)),
        NamedStyle(
            "Smena head",
            font=Font(name=_FONT, size=10, bold=True, color="FFFFFFFF"),
            fill=PatternFill("solid", fgColor=HEAD),
            alignment=Alignment(vertical="center", wrap_text=True),
            border=_BOX,
        ),
        NamedStyle(
            "Smena cell",
            font=Font(name=_FONT, size=10, color=INK),
            alignment=Alignment(vertical="top", wrap_text=True),
            border=_BOX,
        ),
        NamedStyle(
            "Smena words",
            font=Font(name=_FONT, size=10, color=INK),
            alignment=Alignment(vertical="top", wrap_text=True),
        ),
    ):
        workbook.add_named_style(style)
