"""Drop-downs, and what cells refuse: words of a list, names from other sheets, numbers and dates."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from models.text import Language
from planner.scenario.book.cell_filling import fill_text
from planner.scenario.book.leaves import Leaf
from planner.scenario.book.notes import note_words
from planner.scenario.book.wording import choice_word

#: Rows below the headings that drop-downs reach.
REACH = 2_000
#: Fields that name items of another table, by the table.
NAMED_ELSEWHERE = {
    "contract": "contracts",
    "contracts": "contracts",
    "pattern": "shift_patterns",
    "patterns": "shift_patterns",
    "shift_patterns": "shift_patterns",
    "agent": "agents",
    "agents": "agents",
    "to": "channels",
}
#: Fields whose values are collected from the scenario; others may be written too.
COLLECTED = {"skill": "skills", "skills": "skills", "grade": "grades", "grades": "grades"}


@dataclass
class DropDowns:
    """Drop-downs of a workbook.

    Parameters
    ----------
    sheet
        The sheet their words are kept on.
    language
        Language of the words.
    names
        Formula of the names in a table, by the table.
    collected
        Skills and grades the scenario has.
    """

    sheet: Worksheet
    language: Language
    names: dict[str, str] = field(default_factory=dict)
    collected: dict[str, list[str]] = field(default_factory=dict)
    _kept: dict[tuple[str, ...], str] = field(default_factory=dict)

    def validation(self, leaf: Leaf) -> DataValidation | None:
        """What the cells of a field offer and refuse; ``None`` where anything may stand."""
        kinds = {kind.base for kind in leaf.kinds.values()}
        several = any(kind.many or kind.keys == "name" for kind in leaf.kinds.values())
        if len(kinds) > 1:
            return None
        if leaf.name in NAMED_ELSEWHERE and leaf.kind.base == "text":
            return self.of_names(NAMED_ELSEWHERE[leaf.name], strict=not several)
        if leaf.name in COLLECTED:
            words = self.collected.get(COLLECTED[leaf.name], [])
            return self._list(self._range(words), strict=False) if words else None
        choices = [choice for kind in leaf.kinds.values() for choice in kind.choices]
        if choices:
            words = [
                choice_word(leaf.name, choice).in_language(self.language) for choice in dict.fromkeys(choices)
            ]
            return self._list(self._range(words), strict=not several)
        if several:
            return None
        return self._plain(kinds.pop(), leaf)

    def of_names(self, table: str, *, strict: bool = True) -> DataValidation | None:
        """Offer the names of another table's items."""
        return self._list(self.names[table], strict=strict) if table in self.names else None

    def _plain(self, base: str, leaf: Leaf) -> DataValidation | None:
        words = note_words(self.language)
        if base == "yes_no":
            said = [choice_word("", word).in_language(self.language) for word in ("yes", "no")]
            return self._list(self._range(said), strict=True)
        if base in ("whole", "number", "money"):
            least, most = _bounds(leaf.limits)
            if base == "money":
                least = max(0, least)
            kind = "whole" if base == "whole" else "decimal"
            is_open = abs(least) >= 10**9 or most >= 10**9
            said_bounds = (
                words["bad_number_open"]
                if is_open
                else words["bad_number"].format(least=f"{least:g}", most=f"{most:g}")
            )
            return self._refusing(kind, f"{least!r}", f"{most!r}", said_bounds)
        if base == "date":
            return self._refusing("date", "1", "2958465", words["bad_date"])
        if base == "duration":
            return self._refusing("decimal", "0", "417", words["bad_time"], style="warning")
        return None

    def _refusing(
        self, kind: Any, least: str, most: str, message: str, *, style: Any = "stop"
    ) -> DataValidation:
        found = DataValidation(type=kind, operator="between", formula1=least, formula2=most, allow_blank=True)
        return self._said(found, message, style)

    def _list(self, formula: str, *, strict: bool) -> DataValidation:
        found = DataValidation(type="list", formula1=formula, allow_blank=True)
        found = self._said(found, note_words(self.language)["bad_choice"], "stop")
        found.showErrorMessage = strict
        return found

    def _said(self, found: DataValidation, message: str, style: Any) -> DataValidation:
        found.error, found.errorTitle, found.errorStyle = message, note_words(self.language)["title"], style
        found.showErrorMessage = True
        return found

    def _range(self, words: Iterable[str]) -> str:
        """Cells of the sheet of words that hold these; written when first asked for."""
        wanted = tuple(words)
        if wanted not in self._kept:
            column = len(self._kept) + 1
            for row, word in enumerate(wanted, start=1):
                fill_text(self.sheet.cell(row, column), word)
            letter = get_column_letter(column)
            self._kept[wanted] = f"'{self.sheet.title}'!${letter}$1:${letter}${len(wanted)}"
        return self._kept[wanted]


def names_formula(sheet: str, column: int, first_row: int) -> str:
    """Formula of the filled cells of a column, as many as there are when somebody opens the list."""
    letter = get_column_letter(column)
    cells = f"'{sheet}'!${letter}${first_row}:${letter}${first_row + REACH}"
    return f"OFFSET('{sheet}'!${letter}${first_row},0,0,MAX(1,COUNTA({cells})),1)"


def _bounds(limits: tuple[Any, ...]) -> tuple[float, float]:
    least, most = -(10.0**12), 10.0**12
    for limit in limits:
        for name in ("ge", "gt"):
            least = max(
                least, float(getattr(limit, name, None) or (0 if getattr(limit, name, None) == 0 else least))
            )
        for name in ("le", "lt"):
            bound = getattr(limit, name, None)
            most = most if bound is None else min(most, float(bound))
    return least, most
