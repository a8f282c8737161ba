from pathlib import Path
from typing import Any

import pytest

from tests.history.exports import at_hour, cdr, read_export, read_written, refusal


def read(folder: Path, content: str | bytes, **settings: Any) -> Any:
    return read_export(folder, "asterisk_cdr", content, **{"zone": "Europe/Moscow", **settings})


NINE = "2024-03-01 09:15:22"


@pytest.mark.parametrize("unique", [True, False], ids=["18 cells", "16 cells"])
def test_calls_and_time_talked(tmp_path: Path, unique: bool) -> None:
    rows = [
        cdr(1, NINE, 60, unique=unique),
        cdr(2, NINE, 90, channel="SIP/trunk-2", unique=unique),
        cdr(3, "2024-03-01 10:00:00", 0, "NO ANSWER", channel="SIP/trunk-3", unique=unique),
        cdr(4, "2024-03-01 10:00:00", 7, "BUSY", channel="SIP/trunk-4", unique=unique),
    ]
    history = read(tmp_path, "".join(rows))
    assert history.contacts[0][9:11] == (2, 2)
    assert history.handle_seconds[0][9:11] == (150, pytest.approx(150))
    assert any("Calls of export that were not answered: 2" in note for note in history.notes)


def test_legs_of_a_call_are_one_contact(tmp_path: Path) -> None:
    rows = [
        cdr(1, "2024-03-01 09:59:00", 0, "NO ANSWER"),
        cdr(1, "2024-03-01 10:00:00", 60),
        cdr(1, "2024-03-01 10:02:00", 30),
    ]
    history = read(tmp_path, "".join([*rows, rows[1]]))
    assert (at_hour(history, 9), at_hour(history, 10)) == (1, 0)
    assert history.handle_seconds[0][9] == 90
    said = "\n".join(history.notes)
    assert "Records of export that are further legs of calls already counted: 2" in said
    assert "Rows of export that repeat a contact: 1" in said
    assert "not answered" not in said


def test_an_account_in_place_of_the_identifier_does_not_join_calls(tmp_path: Path) -> None:
    rows = [cdr(k, NINE, 60, channel=f"SIP/trunk-{k}", unique=False).rstrip() + ',"vip"\n' for k in range(3)]
    assert at_hour(read(tmp_path, "".join(rows)), 9) == 3


def test_incoming_calls_are_chosen(tmp_path: Path) -> None:
    content = cdr(1, NINE) + cdr(2, NINE, context="from-internal")
    assert at_hour(read(tmp_path, content, where={"dcontext": "from-trunk", "dst": 600}), 9) == 1
    assert any(
        "In 'dcontext' stands: from-trunk, from-internal" in note for note in read(tmp_path, content).notes
    )
    said = refusal(tmp_path, "asterisk_cdr", content, zone="UTC", where={"context": "x"})
    assert "Master.csv has no context (allowed: accountcode, src, dst" in said


def test_the_zone_must_be_stated(tmp_path: Path) -> None:
    said = refusal(tmp_path, "asterisk_cdr", cdr(1, NINE))
    assert "the times in 'start' do not tell their time zone" in said


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("Ivan", "Иван").encode("cp1251"),
        lambda text: text.encode() + text.encode()[:60],
        lambda text: (text + text[:-40]).encode(),
    ],
    ids=["CRLF", "BOM", "cp1251", "truncated early", "truncated late"],
)
def test_shapes_of_the_same_log(tmp_path: Path, encoded: Any) -> None:
    history = read(tmp_path, encoded(cdr(1, NINE)))
    assert at_hour(history, 9) == 1


def test_hours_clocks_skip(tmp_path: Path) -> None:
    history = read(tmp_path, cdr(1, "2024-03-31 02:30:00"), zone="Europe/Berlin")
    assert at_hour(history, 4) == 1
    assert any("do not exist, as clocks of Europe/Berlin went forward" in note for note in history.notes)


def test_another_order_of_columns_is_refused(tmp_path: Path) -> None:
    cells = cdr(1, NINE).rstrip().split(",")
    custom = ",".join([*cells[1:16], cells[0], *cells[16:]]) + "\n"
    said = refusal(tmp_path, "asterisk_cdr", custom, zone="UTC")
    assert "line 1: billsec and disposition (cells 14 and 15) are not those of a call" in said


def test_bad_lines_are_told_by_number(tmp_path: Path) -> None:
    good = "".join(cdr(k % 60, f"2024-03-01 09:{k % 60:02d}:{k // 60:02d}") for k in range(240))
    history = read(tmp_path, '"Ivan Petrov","79161234567"\n' + good)
    assert any("too few or too many cells, left out: 1 (line 1)." in note for note in history.notes)
    said = refusal(tmp_path, "asterisk_cdr", cdr(1, "79161234567"), zone="UTC")
    assert "line 1, column 'start': \"99999999999\" is not a time" in said


def test_a_folder_of_parts(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "Master.csv").write_text(cdr(1, NINE), encoding="utf-8")
    (tmp_path / "export" / "Master.csv.1").write_text(cdr(2, NINE), encoding="utf-8")
    assert at_hour(read_written(tmp_path, "asterisk_cdr", zone="Europe/Moscow"), 9) == 2
