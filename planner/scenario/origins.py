"""Where a value of the merged scenario was written: file and key, as a user would look it up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from models.errors import InputProblem
from models.text import Language, Text

#: Keys and list positions (from 0) that lead to a value.
KeyPath = tuple[str | int, ...]


class Book(Protocol):
    """A workbook: its places are cells."""

    @property
    def language(self) -> Language | None:
        """Language of its sheets."""

    @property
    def notices(self) -> Sequence[InputProblem]:
        """What is worth saying about it though nothing is wrong."""

    def place(self, path: KeyPath) -> Text:
        """Say in which cell a key stands, or would stand."""


@dataclass(frozen=True)
class Spot:
    """A key of a file."""

    file: str
    path: KeyPath


@dataclass(frozen=True)
class Origins:
    """The spot of every value of a merged scenario.

    Parameters
    ----------
    file
        The file the user named; whatever has no spot of its own belongs to it.
    data
        The merged scenario, for the names of list items.
    spots
        Spot of each path of ``data``.
    books
        The files that are workbooks.
    """

    file: str
    data: Mapping[str, Any]
    spots: Mapping[KeyPath, Spot] = field(default_factory=dict)
    books: Mapping[str, Book] = field(default_factory=dict)

    def spot(self, path: KeyPath) -> Spot:
        """Spot of a path; a path nobody wrote belongs under the nearest one somebody did."""
        for length in range(len(path), 0, -1):
            known = self.spots.get(path[:length])
            if known is not None:
                return Spot(known.file, known.path + path[length:])
        return Spot(self.file, path)

    def place(self, path: KeyPath) -> Text:
        """Write a path as ``desk.toml: agents[2] (anna).contract``; positions count from 1.

        The name in brackets is the item's ``id``, ``name`` or ``kind``, so that nobody
        has to count.  In a workbook the place is a sheet and a cell.
        """
        spot = self.spot(path)
        if spot.file in self.books:
            return self.books[spot.file].place(spot.path)
        labels = self._labels(path)
        shift = len(path) - len(spot.path)
        text = ""
        for position, key in enumerate(spot.path):
            if isinstance(key, int):
                text += f"[{key + 1}]{labels.get(position + shift, '')}"
            else:
                text += f".{key}" if text else key
        return Text.same(f"{spot.file}: {text}" if text else spot.file)

    def _labels(self, path: KeyPath) -> dict[int, str]:
        labels: dict[int, str] = {}
        value: Any = self.data
        for position, key in enumerate(path):
            value = child_of(value, key)
            if isinstance(key, int) and isinstance(value, dict):
                # Further in, a kind is an ordinary field (of leave, say) and names nothing.
                namings = ("id", "name", "kind") if position == 1 else ("id", "name")
                names = (value.get(naming) for naming in namings)
                label = next((name for name in names if isinstance(name, str) and name), None)
                labels[position] = f" ({label[:40]})" if label else ""
        return labels


def child_of(value: Any, key: str | int) -> Any:
    """Entry of a table or list; ``None`` where there is none."""
    if isinstance(value, dict):
        return value.get(key)
    if isinstance(value, list) and isinstance(key, int) and -len(value) <= key < len(value):
        return value[key]
    return None
