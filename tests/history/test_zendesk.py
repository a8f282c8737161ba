import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import BadInputError
from planner.history.exports import json_stream, ticket_pages
from tests.history.exports import at_hour, json_lines, page, read_export, read_written, refusal, ticket

TICKETS = [ticket(1), ticket(2, "2024-03-01T09:59:59Z"), ticket(3, "2024-03-01T21:00:00Z")]
PAGES = [page(*TICKETS[:2], end=False), page(TICKETS[2])]


@pytest.fixture(autouse=True, params=[ticket_pages.LARGE_BYTES, 0], ids=["small", "large"])
def is_large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Everything as a small file is read, and again as a large one is."""
    monkeypatch.setattr(ticket_pages, "LARGE_BYTES", request.param)
    return bool(request.param == 0)


def read(folder: Path, content: str | bytes, **stated: Any) -> Any:
    return read_export(folder, "zendesk", content, **stated)


LAYOUTS = {
    "a page per line": json_lines(*PAGES),
    "a page per line, CRLF": json_lines(*PAGES).replace("\n", "\r\n"),
    "a ticket per line": json_lines(*TICKETS),
    "one page": json.dumps(page(*TICKETS)),
    "one page, indented": json.dumps(page(*TICKETS), indent=2),
    "pages one after the other": "".join(json.dumps(one, indent=2) for one in PAGES),
    "a list of pages": json.dumps(PAGES),
    "a list of tickets": json.dumps(TICKETS, ensure_ascii=False),
    "tickets one after the other": "\n".join(json.dumps(one, indent=1) for one in TICKETS),
    "with a byte order mark": "\ufeff" + json_lines(*PAGES),
    "blank lines": "\n\n" + json_lines(*PAGES) + "\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("block", [7, 1 << 20])
def test_every_layout_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: str, block: int
) -> None:
    monkeypatch.setattr(json_stream, "_BLOCK_BYTES", block)
    history = read(tmp_path, LAYOUTS[layout])
    assert history.dates == (dt.date(2024, 3, 1), dt.date(2024, 3, 2))
    assert (at_hour(history, 12), at_hour(history, 0, day=1)) == (2, 1)
    assert history.handle_seconds == ()
    has_end = "page" in layout or "mark" in layout or "blank" in layout
    assert any("end_of_stream" in note for note in history.notes) != has_end


def test_pages_in_a_folder_are_read_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    for number, group in ((2, 1), (10, 2)):
        content = json.dumps(page(ticket(1, group_id=group, generated_timestamp=0), end=number == 10))
        (tmp_path / "export" / f"page-{number}.json").write_text(content, encoding="utf-8")
    history = read_written(tmp_path, "zendesk", where={"group_id": 2})
    assert at_hour(history, 12) == 1


def test_the_newest_state_of_a_ticket_counts(tmp_path: Path) -> None:
    old = ticket(1, group_id=1, generated_timestamp=100)
    new = ticket(1, group_id=2, generated_timestamp=200)
    content = json_lines(page(new, ticket(2, group_id=1), old))
    for group, count in ((1, 1), (2, 1)):
        assert at_hour(read(tmp_path, content, where={"group_id": group}), 12) == count
    history = read(tmp_path, content)
    assert any("Rows of export that repeat a contact: 1" in note for note in history.notes)


def test_deleted_tickets_do_not_count(tmp_path: Path) -> None:
    content = json_lines(
        page(ticket(1), ticket(2), ticket(2, None, status="deleted", generated_timestamp=2**40))
    )
    history = read(tmp_path, content)
    assert at_hour(history, 12) == 1
    assert any("Deleted tickets of export, not counted: 1" in note for note in history.notes)


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ({"via.channel": "EMAIL"}, 2),
        ({"via.channel": ["chat", "voice"]}, 1),
        ({"tags": "refund"}, 2),
        ({"tags": ["refund", "vip"]}, 3),
        ({"custom_fields.78": "yes"}, 1),
        ({"group_id": 360001, "tags": "vip"}, 1),
        ({"has_incidents": "false"}, 1),
    ],
)
def test_tickets_are_chosen_by_any_field(tmp_path: Path, where: dict[str, Any], count: int) -> None:
    chat = ticket(
        3,
        via={"channel": "chat"},
        tags=["vip"],
        custom_fields=[{"id": 78, "value": "yes"}],
        has_incidents=False,
    )
    history = read(tmp_path, json_lines(page(*TICKETS[:2], chat)), where=where)
    assert at_hour(history, 12) == count


def test_handle_time_is_a_field_of_time_worked(tmp_path: Path) -> None:
    tickets = [ticket(1), ticket(2, custom_fields=[{"id": 77, "value": "100"}]), ticket(3, custom_fields=[])]
    history = read(tmp_path, json_lines(page(*tickets)), aht_seconds_column="custom_fields.77")
    assert history.handle_seconds[0][12] == pytest.approx(600)
    for name in ("reply_time_in_minutes.calendar", "metric_set.full_resolution_time_in_minutes"):
        said = refusal(tmp_path, "zendesk", json_lines(page(*tickets)), aht_seconds_column=name)
        assert "tells how long a customer waited" in said


def test_fields_that_no_ticket_has(tmp_path: Path) -> None:
    said = refusal(tmp_path, "zendesk", json_lines(*PAGES), where={"groupid": 1})
    assert "no ticket has the field groupid" in said
    said = refusal(tmp_path, "zendesk", json_lines(*PAGES), where={"group_id": 7})
    assert "no row has where: group_id = 7 (allowed: in via.channel stands: email)" in said
    assert "does not use zone" in refusal(tmp_path, "zendesk", json_lines(*PAGES), zone="UTC")


@pytest.mark.parametrize(
    "layout", ["a page per line", "one page", "one page, indented", "a list of tickets", "a ticket per line"]
)
def test_every_cut_is_told_or_refused(tmp_path: Path, layout: str) -> None:
    raw = LAYOUTS[layout].rstrip("\n").encode()
    told = 0
    for size in range(1, len(raw), 23):
        try:
            history = read(tmp_path, raw[:size])
        except BadInputError:
            continue
        assert sum(map(sum, history.contacts)) <= 3
        said = "\n".join(history.notes)
        told += "cut off" in said
        assert "cut off" in said or "end_of_stream" in said
    assert told > 10


def test_bad_tickets_are_told_by_number(tmp_path: Path) -> None:
    good = [ticket(k) for k in range(300)]
    history = read(tmp_path, json_lines(page(*good[:150], ticket(900, "Ivan Petrov"), *good[150:])))
    assert at_hour(history, 12) == 300
    assert any(
        "without a readable time in 'created_at', left out: 1 (ticket 151)." in note for note in history.notes
    )
    said = refusal(tmp_path, "zendesk", json_lines(page(ticket(1, "2024-03-01 09:15:22"), 17, None, [1], {})))
    assert "ticket 1, column 'created_at': \"2024-03-01 09:15:22\" is not a time in UTC" in said
    assert said.count("the cell is empty") == 4


def test_lines_that_are_no_json(tmp_path: Path, is_large: bool) -> None:
    good = "".join(json_lines(page(ticket(k), end=True)) for k in range(200))
    history = read(tmp_path, good + '{"tickets": [Ivan Petrov]}\n' + json_lines(ticket(999)))
    assert at_hour(history, 12) == 201
    assert any("Lines of export that cannot be read, left out: 1 (line 201)." in n for n in history.notes)
    said = refusal(tmp_path, "zendesk", "{\n" + '"tickets": [{"id": 1 Ivan}], "x": 1}\n')
    assert "line 2: this is no JSON" in said
    other = json.dumps(page(ticket(1, subject="Принтер")), ensure_ascii=False).encode("cp1251")
    # of a large file only what is asked for is read at all
    assert is_large or "the text is not UTF-8" in refusal(tmp_path, "zendesk", other)
    asked = json.dumps(page(ticket(1, tags=["Принтер"])), ensure_ascii=False).encode("cp1251")
    assert "the text is not UTF-8" in refusal(tmp_path, "zendesk", asked, where={"tags": "Принтер"})
    assert "nested too deep" in refusal(tmp_path, "zendesk", '[{"a": ' + "[" * 200_000)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["tickets", "id", "created_at", "via", "status", "end_of_stream", "tags"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=json_values, tail=st.text(max_size=6))
def test_any_json_is_read_or_refused_in_plain_words(tmp_path: Path, value: Any, tail: str) -> None:
    assert refusal(tmp_path, "zendesk", json.dumps(value) + tail)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    source=st.sampled_from(["zendesk", "freshdesk", "jira", "asterisk_cdr", "asterisk_queue_log"]),
    content=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)),
)
def test_any_bytes_are_refused_in_plain_words(tmp_path: Path, source: str, content: bytes) -> None:
    assert refusal(tmp_path, source, content)
