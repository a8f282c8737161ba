"""Named styles: what a cell is, not how it looks, is said where it is written."""

from typing import Literal

from babel.numbers import get_currency_symbol
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from models.money import minor_per_unit
from models.text import Language
from planner.workbook.colours import BAND, HEAD, HEAD_TEXT, INK, LINE, MUTED

StyleName = Literal[
    "Smena title",
    "Smena note",
    "Smena section",
    "Smena head",
    "Smena label",
    "Smena text",
    "Smena cell",
    "Smena number",
    "Smena figure",
    "Smena hours",
    "Smena share",
    "Smena money",
    "Smena date",
    "Smena time",
    "Smena moment",
    "Smena code",
    "Smena entry",
    "Smena mark",
    "Smena mark hours",
    "Smena person",
    "Smena under",
    "Smena total",
    "Smena total label",
    "Smena total hours",
    "Smena total money",
]

_THIN = Side(style="thin", color=LINE)
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_RIGHT = Alignment(horizontal="right", vertical="center", indent=1)
_SHRUNK = Alignment(horizontal="left", vertical="center", indent=1, shrink_to_fit=True)
_MARK = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)
_SIDES = Border(left=_THIN, right=_THIN)
_BAND = PatternFill("solid", fgColor=BAND)


def money_format(currency: str, language: Language) -> str:
    """Number format with the currency's digits and its symbol (its code in English)."""
    digits = len(str(minor_per_unit(currency))) - 1
    symbol = get_currency_symbol(currency, locale="ru") if language == "ru" else currency
    return f'#,##0{"." + "0" * digits if digits else ""}\\ "{symbol}"'


def add_styles(workbook: Workbook, currency: str, language: Language) -> None:
    """Register every named style in the workbook."""
    money = money_format(currency, language)
    for style in (
        _style("Smena title", size=16, bold=True),
        _style("Smena note", colour=MUTED),
        _style(
            "Smena section", size=12, bold=True, colour=HEAD, border=Border(bottom=Side("medium", color=HEAD))
        ),
        _style(
            "Smena head",
            bold=True,
            colour=HEAD_TEXT,
            fill=PatternFill("solid", fgColor=HEAD),
            border=_BOX,
            align=Alignment(horizontal="center", vertical="center", wrap_text=True),
        ),
        _style("Smena label", colour=MUTED),
        _style("Smena text", align=Alignment(horizontal="left", vertical="center", wrap_text=True)),
        _style("Smena figure", number="#,##0.0", align=Alignment(horizontal="left", vertical="center")),
        _style("Smena cell", border=_BOX, align=Alignment(vertical="center", indent=1, horizontal="left")),
        _style("Smena number", border=_BOX, number="#,##0", align=_RIGHT),
        _style("Smena hours", border=_BOX, number="#,##0.0", align=_RIGHT),
        _style("Smena share", border=_BOX, number="0.0%", align=_RIGHT),
        _style("Smena money", border=_BOX, number=money, align=_RIGHT),
        _style("Smena date", border=_BOX, number="dd.mm.yyyy", align=Alignment(horizontal="center")),
        _style("Smena time", border=_BOX, number="hh:mm", align=Alignment(horizontal="center")),
        _style("Smena moment", border=_BOX, number="dd.mm.yyyy hh:mm", align=Alignment(horizontal="center")),
        _style("Smena code", border=_BOX, align=_MARK),
        _style("Smena entry", border=_BOX, align=_MARK, locked=False),
        _style("Smena mark", size=9, border=_BOX, align=_MARK),
        _style("Smena mark hours", size=9, border=_BOX, number="General", align=_MARK),
        _style("Smena person", border=_BOX, align=_SHRUNK),
        _style("Smena under", size=9, colour=MUTED, border=_SIDES, align=_SHRUNK),
        _style("Smena total", bold=True, border=_BOX, fill=_BAND, number="#,##0", align=_RIGHT),
        _style("Smena total hours", bold=True, border=_BOX, fill=_BAND, number="#,##0.0", align=_RIGHT),
        _style("Smena total money", bold=True, border=_BOX, fill=_BAND, number=money, align=_RIGHT),
        _style(
            "Smena total label",
            bold=True,
            border=_BOX,
            fill=_BAND,
            align=Alignment(vertical="center", indent=1, horizontal="left"),
        ),
    ):
        workbook.add_named_style(style)


def _style(
    name: StyleName,
    *,
    size: int = 10,
    bold: bool = False,
    colour: str = INK,
    number: str = "General",
    fill: PatternFill | None = None,
    border: Border | None = None,
    align: Alignment | None = None,
    locked: bool = True,
) -> NamedStyle:
    return NamedStyle(
        name=name,
        font=Font(name="Calibri", size=size, bold=bold, color=colour),
        fill=fill or PatternFill(),
        border=border or Border(),
        alignment=align or Alignment(vertical="center"),
        number_format=number,
        protection=Protection(locked=locked),
    )
