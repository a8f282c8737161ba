"""Tickets with only the fields asked for are what parsing all of them and dropping the others gives."""

import json
import string
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from planner.history.exports.thin_tickets import ThinTickets

FIELDS = [("id",), ("via", "channel"), ("tags",), ("имя",)]
WANTED = {path[0] for path in FIELDS}
THIN = ThinTickets(FIELDS)
THIN.list_of(b"")  # compiled before any clock runs

names = st.sampled_from([*WANTED, "i", "idd", "subject", "description", "tickets", 'a "quoted" \\ name', ""])
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(alphabet=string.printable + 'ё{}[]"\\,:', max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=20,
)
tickets = st.lists(st.dictionaries(names, values, max_size=6), max_size=5)
ways = st.fixed_dictionaries(
    {
        "indent": st.sampled_from([None, 0, 2]),
        "separators": st.sampled_from([None, (",", ":"), (" , ", " : ")]),
        "ensure_ascii": st.booleans(),
    }
)


def thin(ticket: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in ticket.items() if name in WANTED or "\\" in json.dumps(name)}


@given(
    given=tickets,
    way=ways,
    before=st.sampled_from(["", " ", "\n,\t"]),
    after=st.sampled_from(["", "]", " 1"]),
)
def test_a_list_keeps_the_wanted_fields(
    given: list[dict[str, Any]], way: dict[str, Any], before: str, after: str
) -> None:
    way = way | {"ensure_ascii": False}  # names in other letters are wanted as they are written
    body = json.dumps(given, **way).strip()[1:-1].rstrip()
    text = (before + body + after).encode()
    found, end = THIN.list_of(text)
    assert json.loads(found) == [thin(ticket) for ticket in given]
    assert text[end:].decode() == after if given else end == 0


@given(given=tickets, way=ways, next_page=st.text(max_size=9))
def test_a_page_stays_a_page(given: list[dict[str, Any]], way: dict[str, Any], next_page: str) -> None:
    page = {"count": 3, "tickets": given, "next_page": next_page, "end_of_stream": True}
    found = THIN.page(json.dumps(page, **(way | {"ensure_ascii": False})).encode())
    assert found is not None
    assert json.loads(found) == page | {"tickets": [thin(ticket) for ticket in given]}


@given(given=st.lists(st.dictionaries(names, values, max_size=6), min_size=1, max_size=4), cut=st.data())
def test_of_a_text_cut_anywhere_whole_tickets_are_left(
    given: list[dict[str, Any]], cut: st.DataObject
) -> None:
    text = b",".join(json.dumps(ticket).encode() for ticket in given)
    size = cut.draw(st.integers(0, len(text)))
    found, end = THIN.list_of(text[:size])
    kept = json.loads(found)
    assert kept == [thin(ticket) for ticket in given[: len(kept)]]
    lengths = [len(json.dumps(ticket).encode()) for ticket in given]
    whole = sum(sum(lengths[: k + 1]) + k <= size for k in range(len(given)))
    assert len(kept) == whole
    assert end == (sum(lengths[:whole]) + whole - 1 if whole else 0)


@given(text=st.binary(max_size=80) | st.text(alphabet='{}[]",:\\ a1é', max_size=80).map(str.encode))
def test_any_bytes_are_copied_or_left(text: bytes) -> None:
    found, end = THIN.list_of(text)
    assert found[:1] + found[-1:] == b"[]"
    assert 0 <= end <= len(text)
    assert len(found) <= 3 * len(text) // 2 + 4
    page = THIN.page(text)
    assert page is None or len(page) <= 2 * len(text) + 4
