"""Whether a cell still says what was written into it, however a spreadsheet has saved it since."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.formula import ArrayFormula

from planner.workbook.edits.entries import entry_text

#: Spreadsheets keep fifteen digits of a number.
_CLOSE = 1e-6
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|\d+(?:\.\d*)?(?:E[+-]?\d+)?|[^\W\d][\w.]*|\S', re.IGNORECASE
)


@dataclass(frozen=True)
class Written:
    """What was written into a cell.

    Parameters
    ----------
    value
        Text, number, date or formula; ``None`` where the cell is empty.
    is_formula
        Whether it is a formula.
    known
        The value of a formula as planned; ``None`` where nothing but the formula counts.
    """

    value: object
    is_formula: bool = False
    known: object = None


def says_the_same(said: object, written: Written, epoch: dt.datetime) -> bool:
    """Compare what a cell says with what was written.

    Dates may have lost their format, texts the spaces around them, formulas the way they are
    spelt; in place of a formula its value is as good.

    Parameters
    ----------
    said
        As read from the file.
    written
        As drawn from the plan.
    epoch
        From which the file counts its days.
    """
    if said == written.value and not isinstance(said, bool):
        return True
    if isinstance(said, ArrayFormula):
        said = said.text
    if written.is_formula:
        if isinstance(said, str) and said.startswith("="):
            return formula_words(said) == formula_words(str(written.value))
        return written.known is not None and _equal(said, written.known, epoch)
    return _equal(said, written.value, epoch)


def formula_words(formula: str) -> list[str | float]:
    """A formula without what spreadsheets spell in their own way: spaces, case, ``$``, digits."""
    return [_word(word) for word in _TOKEN.findall(formula.removeprefix("=").replace("$", ""))]


def _word(word: str) -> str | float:
    if word[0].isdigit():
        return float(word)
    if word[0] == "'":
        return word[1:-1].replace("''", "'").upper()
    return word if word[0] == '"' else word.upper()


def _equal(said: object, written: object, epoch: dt.datetime) -> bool:
    one, other = _plain(said, epoch), _plain(written, epoch)
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= _CLOSE * max(1.0, abs(other))
    if isinstance(one, float) or isinstance(other, float):
        return entry_text(said) == entry_text(written)
    return one == other


def _plain(value: object, epoch: dt.datetime) -> str | float:
    """A number as such, a date as the day number it is kept as, anything else as its text."""
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return float(to_excel(value, epoch))  # type: ignore[no-untyped-call]
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return float(value)
    return "\n".join(line.strip() for line in entry_text(value).splitlines())
