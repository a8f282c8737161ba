"""A sheet under construction: typed writing of cells, and live formulas with known values."""

import datetime as dt
import re
from copy import copy
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.styles import PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.money import from_minor
from models.plan import Plan
from models.text import Language
from planner.workbook.styles import StyleName
from planner.workbook.texts import TEXTS

#: Control characters a worksheet's XML cannot hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

#: Known values of formulas by sheet name and cell: viewers that do not recalculate show them.
KnownValues = dict[str, dict[str, Decimal | str]]


@dataclass(frozen=True)
class Page:
    """One sheet of the workbook for a plan.

    Parameters
    ----------
    sheet
        The sheet written to.
    plan
        What it is about; its desk's language is the sheet's.
    known
        Collects the values of formulas.
    looks
        How each style looks, once it has been used on the sheet.
    shaded
        How looks look once filled, and the fill, which is thereby kept from being freed.
    """

    sheet: Worksheet
    plan: Plan
    known: KnownValues = field(default_factory=dict)
    looks: dict[StyleName, StyleArray] = field(default_factory=dict)
    shaded: dict[tuple[bytes, int], tuple[StyleArray, PatternFill]] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """Language of the desk."""
        return self.plan.scenario.desk.language

    def word(self, key: str, **values: object) -> str:
        """Text from the language's table, with its places filled."""
        return TEXTS[self.language][key].format(**values)

    def _cell(self, row: int, column: int, style: StyleName) -> Cell:
        cell = self.sheet.cell(row, column)
        if not isinstance(cell, Cell):
            raise TypeError(f"{self.sheet.title} row {row} column {column} lies inside a merged range")
        looks = self.looks.get(style)
        if looks is None:
            cell.style = style
            self.looks[style] = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001
        else:  # by its name a style is searched for among all of them, a fifth of the time of large books
            cell._style = copy(looks)  # type: ignore[attr-defined]  # noqa: SLF001
        return cell

    def shade(self, cell: Cell, fill: PatternFill | None) -> None:
        """Fill a cell of a sheet that has thousands such; ``None`` leaves it as it is."""
        if fill is None:
            return
        before = cell._style.tobytes(), id(fill)  # type: ignore[attr-defined]  # noqa: SLF001
        shaded = self.shaded.get(before)
        if shaded is None:
            cell.fill = fill
            self.shaded[before] = copy(cell._style), fill  # type: ignore[attr-defined]  # noqa: SLF001
        else:  # fills too are searched for among all of them
            cell._style = copy(shaded[0])  # type: ignore[attr-defined]  # noqa: SLF001

    def text(self, row: int, column: int, text: str, style: StyleName = "Smena cell") -> Cell:
        """Write text as text: never a formula or an error value, whatever it begins with."""
        cell = self._cell(row, column, style)
        clean = _UNWRITABLE.sub("", text)
        if clean:
            cell.value = clean
            cell.data_type = "s"
        if clean[:1] in ("=", "+", "-", "@"):
            cell.quotePrefix = True
        return cell

    def number(
        self, row: int, column: int, value: float | Decimal | None, style: StyleName = "Smena number"
    ) -> Cell:
        """Write a number, or an empty cell of that style."""
        cell = self._cell(row, column, style)
        cell.value = value
        return cell

    def moment(
        self, row: int, column: int, value: dt.date | dt.time | dt.datetime | None, style: StyleName
    ) -> Cell:
        """Write a date or a local time; aware times lose their zone, which the summary names."""
        cell = self._cell(row, column, style)
        cell.value = value.replace(tzinfo=None) if isinstance(value, dt.datetime) else value
        return cell

    def amount(self, minor: int) -> Decimal:
        """Minor units as currency units, exactly."""
        return Decimal(from_minor(minor, self.plan.cost.currency))

    def hours(self, minutes: int) -> Decimal:
        """Minutes as hours."""
        return Decimal(minutes) / 60

    def money(self, row: int, column: int, minor: int, style: StyleName = "Smena money") -> Cell:
        """Write an amount in currency units."""
        return self.number(row, column, self.amount(minor), style)

    def live(self, row: int, column: int, formula: str, value: int | Decimal | str, style: StyleName) -> Cell:
        """Write a formula and keep the value it has in this plan."""
        cell = self._cell(row, column, style)
        cell.value = formula
        values = self.known.setdefault(self.sheet.title, {})
        values[cell.coordinate] = value if isinstance(value, str) else Decimal(value)
        return cell

    @property
    def name_width(self) -> float:
        """Column width in characters that holds every name on the roster, within reason."""
        names = [tour.agent.name or tour.agent.agent for tour in self.plan.roster.tours]
        return min(48.0, max([22.0, *(len(name) + 4.0 for name in names)]))

    def title(self, text: str, note: str) -> None:
        """Write the heading of the sheet into its first two rows."""
        self.text(1, 1, text, "Smena title")
        self.sheet.row_dimensions[1].height = 24
        self.text(2, 1, note, "Smena note")

    def section(self, row: int, text: str, last_column: int) -> None:
        """Write the heading of a part of the sheet, underlined up to ``last_column``."""
        for column in range(1, last_column + 1):
            self.text(row, column, text if column == 1 else "", "Smena section")
        self.sheet.row_dimensions[row].height = 22

    def heads(self, row: int, column: int, keys: tuple[str, ...], height_points: float = 30) -> None:
        """Write a row of column headings."""
        for offset, key in enumerate(keys):
            self.text(row, column + offset, self.word(key), "Smena head")
        self.sheet.row_dimensions[row].height = height_points

    def widths(self, *widths_in_characters: float, first: int = 1) -> None:
        """Set column widths from column ``first`` on."""
        for offset, width in enumerate(widths_in_characters):
            self.sheet.column_dimensions[get_column_letter(first + offset)].width = width


def address(row: int, column: int) -> str:
    """Address of a cell, such as ``C7``."""
    return f"{get_column_letter(column)}{row}"


def span(row: int, first_column: int, last_column: int) -> str:
    """Address of cells in one row, such as ``C7:AD7``."""
    return f"{get_column_letter(first_column)}{row}:{get_column_letter(last_column)}{row}"


def stack(column: int, first_row: int, last_row: int, *, fixed: bool = False) -> str:
    """Address of cells in one column, such as ``B20:B23`` or ``$B$20:$B$23``."""
    letter, mark = get_column_letter(column), "$" if fixed else ""
    return f"{mark}{letter}{mark}{first_row}:{mark}{letter}{mark}{last_row}"
