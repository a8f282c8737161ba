import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.history.exports import JIRA_HEADER, at_hour, jira, jira_row, read_export, refusal


def read(folder: Path, content: str | bytes, **settings: Any) -> Any:
    return read_export(folder, "jira", content, **{"zone": "Europe/Moscow", **settings})


@pytest.mark.parametrize(
    "created",
    [
        "01/Mar/24 9:15 AM",
        "01/мар./24 9:15 AM",
        "01/Mar/24 09:15",
        "01/Mar/2024 9:15 AM",
        "2024-03-01 09:15",
        "2024-03-01T09:15:22.000+0300",
        "01.03.2024 09:15",
        "01.03.24 09:15",
        "1 Mar 2024 09:15",
    ],
)
def test_ways_to_write_a_time(tmp_path: Path, created: str) -> None:
    history = read(tmp_path, jira(jira_row(1, created)))
    assert history.dates == (dt.date(2024, 3, 1),)
    assert at_hour(history, 9) == 1
    assert history.handle_seconds[0][9] == 600


def test_days_and_months_that_cannot_be_told_apart_need_a_format(tmp_path: Path) -> None:
    content = jira(jira_row(1, "03/04/2024 09:15"))
    assert "time_format" in refusal(tmp_path, "jira", content, zone="UTC")
    history = read(tmp_path, content, time_format="%d/%m/%Y %H:%M")
    assert history.dates == (dt.date(2024, 4, 3),)
    assert read(tmp_path, content, time_format="%m/%d/%Y %H:%M").dates == (dt.date(2024, 3, 4),)


def test_a_format_may_tell_the_offset(tmp_path: Path) -> None:
    content = jira(jira_row(1, "03.04.2024 09:15 +0500"))
    history = read_export(tmp_path, "jira", content, time_format="%d.%m.%Y %H:%M %z")
    assert at_hour(history, 7) == 1


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("Printer", "Принтер").encode("cp1251"),
        lambda text: text.encode("utf-16"),
        lambda text: text.rstrip("\n").encode(),
    ],
    ids=["CRLF", "BOM", "cp1251", "UTF-16", "no last line end"],
)
def test_shapes_of_the_same_export(tmp_path: Path, encoded: Any) -> None:
    content = jira(jira_row(1, "01/Mar/24 9:15 AM"), jira_row(2, "01/Mar/24 9:45 PM", "1h 5m"))
    history = read(tmp_path, encoded(content))
    assert (at_hour(history, 9), at_hour(history, 21)) == (1, 1)
    assert history.handle_seconds[0][21] == 3900


def test_one_of_several_columns_of_a_name_is_enough(tmp_path: Path) -> None:
    rows = [
        jira_row(1, "01/Mar/24 9:15 AM", labels="vip,"),
        jira_row(2, "01/Mar/24 9:16 AM", labels="new,VIP"),
        jira_row(3, "01/Mar/24 9:17 AM", labels="new,"),
    ]
    history = read(tmp_path, jira(*rows), where={"Labels": "vip"})
    assert at_hour(history, 9) == 2
    both = read(tmp_path, jira(*rows), where={"Labels": ["vip", "new"], "Issue Type": "incident"})
    assert at_hour(both, 9) == 3
    assert 'more than one column is called "Labels"' in refusal(
        tmp_path, "jira", jira(*rows), zone="UTC", id_column="Labels"
    )


def test_lines_are_counted_as_an_editor_does(tmp_path: Path) -> None:
    rows = [jira_row(1, "01/Mar/24 9:15 AM"), jira_row(2, "soon")]
    said = refusal(tmp_path, "jira", jira(*rows), zone="UTC")
    assert "line 4, column 'Created': \"xxxx\" is not a date and time" in said


def test_days_spent_are_not_guessed(tmp_path: Path) -> None:
    rows = [jira_row(1, "01/Mar/24 9:15 AM", "1d 2h"), jira_row(2, "01/Mar/24 9:15 AM", "120")]
    history = read(tmp_path, jira(*rows))
    assert history.handle_seconds[0][9] == 240
    assert any("counted without their handle time, as 'Time Spent'" in note for note in history.notes)
    said = refusal(tmp_path, "jira", jira(*rows), zone="UTC", aht_seconds_column="Time Spent")
    assert "line 2, column 'Time Spent'" in said


def test_columns_in_russian(tmp_path: Path) -> None:
    header = JIRA_HEADER.replace("Created", "Создано").replace("Issue key", "Код")
    content = jira(jira_row(1, "01/мар/24 9:15 AM"), jira_row(1, "01/мар/24 9:15 AM"), header=header)
    assert 'there is no column "Created"' in refusal(tmp_path, "jira", content, zone="UTC")
    twice = read(tmp_path, content, date_column="Создано")
    assert at_hour(twice, 9) == 2
    assert any("no column 'Issue key'" in note for note in twice.notes)
    assert at_hour(read(tmp_path, content, date_column="Создано", id_column="Код"), 9) == 1


def test_a_header_with_a_line_end_in_it(tmp_path: Path) -> None:
    header = JIRA_HEADER.replace("Issue Type", '"Issue\nType"')
    content = jira(jira_row(1, "01/Mar/24 9:15 AM"), jira_row(2, "soon"), header=header)
    assert "line 5, column 'Created'" in refusal(tmp_path, "jira", content, zone="UTC")


def test_a_last_row_cut_within_its_time_spent_is_left_out(tmp_path: Path) -> None:
    # What is left of 1234 is a number too: only the missing cell behind it tells.
    whole = "Created,Issue key,Time Spent,Reporter\n2024-03-01 09:15,A-1,600,x\n"
    history = read(tmp_path, whole + "2024-03-01 10:15,A-2,12", zone="Europe/Moscow")
    assert sum(history.contacts[0]) == 1
    assert sum(history.handle_seconds[0]) == 600
    assert "The end of export is cut off: its last row was left out." in history.notes
    history = read(tmp_path, whole + "2024-03-01 10:15,A-2,1200,y", zone="Europe/Moscow")
    assert sum(history.handle_seconds[0]) == 1800
