"""What cannot be an export, for every source that reads one."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from models.channel import HistoryFile
from models.errors import BadInputError
from planner.history.exports import export_parts
from planner.history.read import read_history
from planner.history.source import SOURCES
from tests.history.exports import cdr, json_lines, page, queue_call, read_export, refusal, ticket
from tests.history.files import desk, read

EXPORTS = sorted(set(SOURCES) - {"csv"})


@pytest.mark.parametrize("source", EXPORTS)
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "export: the file is empty"),
        (b" \n\r\n", "export: the file is empty"),
        (b"PK\x03\x04rest", "this is an Excel workbook or a ZIP archive"),
        (b"\x1f\x8b\x08rest", "this is a compressed file; unpack it first"),
        (b"text\x00text", "this is a binary file, not text"),
    ],
)
def test_files_that_are_no_exports(tmp_path: Path, source: str, content: bytes, words: str) -> None:
    assert words in refusal(tmp_path, source, content)


@pytest.mark.parametrize("source", EXPORTS)
def test_missing_files_and_empty_folders(
    tmp_path: Path, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = HistoryFile(file="export", source=source)
    with pytest.raises(BadInputError, match="export: there is no such file"):
        read_history(file, tmp_path, desk())
    (tmp_path / "export").mkdir()
    with pytest.raises(BadInputError, match="export: the folder has 0 files"):
        read_history(file, tmp_path, desk())
    with pytest.raises(BadInputError, match="the file cannot be read"):
        read_history(HistoryFile(file="nul\x00", source=source), tmp_path, desk())
    monkeypatch.setattr(export_parts, "MAX_BYTES", 10)
    (tmp_path / "export" / "part").write_text("x" * 11, encoding="utf-8")
    with pytest.raises(BadInputError, match=r"the export has 0\.0 GiB, above the"):
        read_history(file, tmp_path, desk())


@pytest.mark.parametrize("source", ["freshdesk", "jira", "asterisk_cdr"])
def test_an_unknown_encoding(tmp_path: Path, source: str) -> None:
    assert "the text is in an unknown encoding" in refusal(
        tmp_path, source, b"Created\n\x98\xff\n", zone="UTC"
    )


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="this system has no device files")
def test_devices_are_not_read() -> None:
    with pytest.raises(BadInputError, match="this is a device, not a file"):
        read_history(HistoryFile(file="/dev/zero", source="jira"), Path(), desk())


def test_a_cell_without_an_end_is_refused_not_swallowed(tmp_path: Path) -> None:
    content = 'Created,Summary\n2024-03-01 09:15,"' + "x" * 200_000
    assert "the line cannot be read: a cell is too long" in refusal(tmp_path, "jira", content, zone="UTC")


def test_centuries_are_refused(tmp_path: Path) -> None:
    content = json_lines(page(ticket(1, "1995-03-01T09:15:22Z"), ticket(2)))
    assert "more than 20 years" in refusal(tmp_path, "zendesk", content)


@pytest.mark.parametrize(
    ("source", "content", "zone"),
    [
        ("zendesk", json_lines(page(ticket(1), ticket(2, "2024-03-09T09:15:22Z"))), None),
        ("asterisk_queue_log", queue_call(1, 1_709_284_522) + queue_call(2, 1_709_975_722), None),
        ("asterisk_cdr", cdr(1, "2024-03-01 09:15:22") + cdr(2, "2024-03-09 09:15:22"), "UTC"),
    ],
)
def test_part_of_an_export_and_dates_without_contacts(
    tmp_path: Path, source: str, content: str, zone: str | None
) -> None:
    stated: dict[str, Any] = {"zone": zone} if zone else {}
    whole = read_export(tmp_path, source, content, **stated)
    assert [sum(day) for day in whole.contacts] == [1, 0, 0, 0, 0, 0, 0, 0, 1]
    assert any("no rows for some dates (7)" in note for note in whole.notes)
    part = read_export(tmp_path, source, content, **stated, last_date=dt.date(2024, 3, 5))
    assert part.dates == (dt.date(2024, 3, 1),)
    assert any(
        "Contacts of export outside first_date and last_date, left out: 1" in note for note in part.notes
    )


def test_rows_of_a_table_of_counts_are_chosen_too(tmp_path: Path) -> None:
    content = "date,interval_start,contacts,queue\n" + "".join(
        f"2024-01-08,{hour:02d}:00,{count},{queue}\n"
        for hour in range(24)
        for queue, count in (("Sales", hour), ("care", "many"))
    )
    history = read(tmp_path, content, where={"queue": ["sales"]})
    assert list(history.contacts[0]) == list(range(24))
    with pytest.raises(BadInputError, match="no row has where: queue = x"):
        read(tmp_path, content, where={"queue": "x"})
    with pytest.raises(BadInputError, match='there is no column "team"'):
        read(tmp_path, content, where={"team": "x"})
    with pytest.raises(BadInputError, match='source = "csv" does not use id_column'):
        read(tmp_path, content, id_column="queue")
