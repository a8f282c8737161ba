"""Units found by their ``kind``: rules, channels, history sources, exporters."""

from collections.abc import Iterator
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel

T = TypeVar("T", bound=type[BaseModel])


class Registry(Generic[T]):
    """Model classes by the literal value of their ``kind`` field; duplicates are errors."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._units: dict[str, T] = {}

    def register(self, unit: T) -> T:
        """Class decorator: make a unit known under its ``kind``."""
        fields: Any = unit.__dict__["__pydantic_fields__"]
        annotation: Any = fields["kind"].annotation
        if get_origin(annotation) is not Literal:
            raise TypeError(f"{unit.__name__}.kind must be annotated with a Literal")
        kind: str = get_args(annotation)[0]
        known = self._units.setdefault(kind, unit)
        if known is not unit:
            raise TypeError(f"two {self._noun}s call themselves {kind!r}: {known} and {unit}")
        return unit

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._units))

    def __getitem__(self, kind: str) -> T:
        return self._units[kind]

    def units(self) -> tuple[T, ...]:
        """All units, ordered by kind."""
        return tuple(self._units[kind] for kind in self)
