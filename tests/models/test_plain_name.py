"""Names that folders are called after must not be folders already."""

import pytest
from pydantic import TypeAdapter, ValidationError

from models.plain_name import PlainName

NAMES = TypeAdapter[str](PlainName)


@pytest.mark.parametrize("name", [".", "..", "...", "." * 60])
def test_names_of_dots_alone_are_refused(name: str) -> None:
    """``..`` as a scenario's name used to put the plan a folder higher."""
    with pytest.raises(ValidationError, match="made of dots only"):
        NAMES.validate_python(name)


@pytest.mark.parametrize("name", ["", "a b", "a/b", "a" * 61])
def test_other_signs_and_lengths_are_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="pattern"):
        NAMES.validate_python(name)


@pytest.mark.parametrize("name", ["24x7", ".hidden", "a..b", "_", "-", "Анна"])
def test_ordinary_names(name: str) -> None:
    assert NAMES.validate_python(name) == name
