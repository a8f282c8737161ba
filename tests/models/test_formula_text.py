"""Names that look like formulas."""

import pytest

from models.formula_text import no_formula


@pytest.mark.parametrize(
    ("text", "written"),
    [("=1+1", "'=1+1"), ("+7", "'+7"), ("-x", "'-x"), ("@a", "'@a"), ("a=1", "a=1"), ("", "")],
)
def test_only_what_begins_like_a_formula_is_changed(text: str, written: str) -> None:
    assert no_formula(text) == written
