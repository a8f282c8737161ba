"""What has been read of a workbook so far: values, their cells, and what could not be read."""

from dataclasses import dataclass, field
from typing import Any

from models.errors import InputProblem
from models.text import Language, Text
from planner.scenario.book.cell_values import CellValue, value_in
from planner.scenario.book.key_paths import put
from planner.scenario.book.leaves import Leaf
from planner.scenario.book.list_text import FORMULA_ERRORS
from planner.scenario.book.places import BookPlaces, CellPlace
from planner.scenario.book.wording import choice_word
from planner.scenario.origins import KeyPath
from planner.scenario.suggest import did_you_mean, listed
from planner.scenario.value_kinds import ValueKind
from planner.scenario.wanted import FOUND

_NAME = ValueKind("text")
#: What is allowed where something stands twice.
ONCE = Text(en="once", ru="один раз")


@dataclass
class Readings:
    """What has been read.

    Parameters
    ----------
    places
        The cell of each key.
    problems
        What cannot be read.
    data
        The scenario as a TOML file would hold it.
    items
        Key path of each item, by list and by the name or number other tables refer to it by.
    """

    places: BookPlaces
    problems: list[InputProblem]
    data: dict[str, Any] = field(default_factory=dict)
    items: dict[str, dict[str, KeyPath]] = field(default_factory=dict)

    def problem(self, place: CellPlace, message: Text, allowed: Text | str = "") -> None:
        """Note what is wrong with a cell."""
        self.problems.append(InputProblem(f"{self.places.file}: " + place.text, message, allowed))

    def take(
        self, place: CellPlace, language: Language, leaf: Leaf, unit: str, path: KeyPath, cell: CellValue
    ) -> None:
        """Take the value of a cell to a key path."""
        if isinstance(cell, str) and cell in FORMULA_ERRORS:
            message = Text(en=f"the formula here went wrong: {cell}", ru=f"формула здесь дала ошибку: {cell}")
            self.problem(place, message, Text(en="a value", ru="значение"))
        value = value_in(leaf.kind_under(unit), cell, leaf.name)
        self.check_choice(place, language, leaf, unit, value)
        put(self.data, path, value)

    def check_choice(self, place: CellPlace, language: Language, leaf: Leaf, unit: str, value: Any) -> None:
        """Say which words there are where a word is none of them."""
        kind = leaf.kind_under(unit)
        if kind.base != "choice":
            return
        words = [choice_word(leaf.name, choice).in_language(language) for choice in kind.choices]
        for item in value if isinstance(value, list) else [value]:
            if item not in kind.choices:
                said = FOUND.format(value=f'"{str(item)[:60]}"') + did_you_mean(item, words)
                self.problem(place, said, listed(words, 60))


def name_in(cell: CellValue) -> str:
    """A name as other tables refer to it: digits are a name too."""
    return str(value_in(_NAME, cell, "name"))
