"""Text that people can read line by line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.plan_file.layout import json_text

PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(), inner, max_size=6)
)


@given(st.dictionaries(st.text(), VALUES))
def test_it_is_json_of_the_same_value(document: dict[str, object]) -> None:
    assert json.loads(json_text(document)) == document


def test_rows_and_long_lists_of_numbers_stand_on_one_line() -> None:
    rows = [{"agent": "ana", "start": n} for n in range(20)]
    lines = json_text({"rows": rows, "numbers": list(range(500)), "small": {"a": 1}}).splitlines()
    assert lines[:3] == ["{", '  "rows": [', '    {"agent": "ana", "start": 0},']
    assert len(lines) == 1 + 1 + 20 + 1 + 1 + 1 + 1
    assert lines[-2] == '  "small": {"a": 1}'


def test_no_file_that_others_cannot_read() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text({"a": float("inf")})
