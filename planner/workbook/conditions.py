"""Conditional formats: colours that follow edits."""

from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle


def _look(fill: str, text: str) -> DifferentialStyle:
    return DifferentialStyle(
        font=Font(color=text, bold=True), fill=PatternFill(bgColor=fill, fill_type="solid")
    )


def when_text_is(text: str, fill: str, colour: str) -> Rule:
    """Colour cells that hold exactly this text."""
    return Rule(type="cellIs", operator="equal", formula=[f'"{text}"'], dxf=_look(fill, colour))


def when_true(formula: str, colour: str) -> Rule:
    """Write cells in a colour while a formula holds."""
    return Rule(
        type="expression", formula=[formula], dxf=DifferentialStyle(font=Font(color=colour, bold=True))
    )


def when_negative(fill: str, colour: str) -> Rule:
    """Colour cells below zero."""
    return Rule(type="cellIs", operator="lessThan", formula=["0"], dxf=_look(fill, colour))


def around_zero(reach: int, low: str, middle: str, high: str) -> Rule:
    """Shade cells from ``low`` at -reach through ``middle`` at 0 to ``high`` at +reach."""
    stops = [FormatObject(type="num", val=value) for value in (-reach, 0, reach)]
    colours = [Color(rgb=colour) for colour in (low, middle, high)]
    return Rule(type="colorScale", colorScale=ColorScale(cfvo=stops, color=colours))
