import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.history.exports import (
    at_hour,
    freshdesk,
    freshdesk_row,
    read_export,
    read_written,
    refusal,
)
from tests.history.files import desk


def read(folder: Path, content: str | bytes, **settings: Any) -> Any:
    return read_export(folder, "freshdesk", content, **{"zone": "Europe/Moscow", **settings})


ROWS = [freshdesk_row(1, "2024-03-01 09:15:22"), freshdesk_row(2, "2024-03-01 09:59:59", "00:20")]


def test_tickets_become_counts_and_handle_time(tmp_path: Path) -> None:
    history = read(tmp_path, freshdesk(*ROWS, freshdesk_row(3, "2024-03-02 00:00:00", "00:10:30")))
    assert history.dates == (dt.date(2024, 3, 1), dt.date(2024, 3, 2))
    assert at_hour(history, 9) == 2
    assert history.handle_seconds[0][9] == 1800
    assert history.handle_seconds[1][0] == 630
    assert history.notes == (
        "export: rows read: 3, contacts counted: 3, from 2024-03-01 09:15 to 2024-03-02 00:00 (Europe/Moscow).",
    )


@pytest.mark.parametrize(
    "content",
    [
        freshdesk(*ROWS, end="\r\n").encode(),
        b"\xef\xbb\xbf" + freshdesk(*ROWS).encode(),
        freshdesk(*ROWS).replace("Support", "Поддержка").encode("cp1251"),
        freshdesk(*ROWS).encode("utf-16"),
        b"sep=,\n" + freshdesk(*ROWS).encode(),
    ],
    ids=["CRLF", "BOM", "cp1251", "UTF-16", "sep line"],
)
def test_shapes_of_the_same_export(tmp_path: Path, content: bytes) -> None:
    history = read(tmp_path, content)
    assert at_hour(history, 9) == 2
    assert any("Windows-1251" in note for note in history.notes) == ("Поддержка".encode("cp1251") in content)


def test_semicolons_and_quoted_line_ends(tmp_path: Path) -> None:
    content = (
        "Created time;Subject;Ticket ID\n"
        '2024-03-01 09:15:22;"Printer;\n\n""on fire""";1\n'
        '2024-03-01 10:15:22;"Printer\n";2\n2024-03-01 27:15:22;x;3\n'
    )
    assert "line 7, column 'Created time': \"2024-03-01 27:15:22\"" in refusal(
        tmp_path, "freshdesk", content, zone="UTC"
    )
    good = content.replace("27:", "11:")
    history = read(tmp_path, good)
    assert history.contacts[0][9:12] == (1, 1, 1)
    assert history.handle_seconds == ()
    assert "export tells no handle time: aht_seconds of the channel is used." in history.notes


def test_a_missing_header_does_not_tell_whose_data_it_is(tmp_path: Path) -> None:
    said = refusal(tmp_path, "freshdesk", "\n".join(ROWS) + "\n", zone="UTC")
    assert 'there is no column "Created time"' in said
    assert "the names of the columns in the first line; there stand numbers or times" in said


def test_a_missing_column_is_told_with_those_there_are(tmp_path: Path) -> None:
    content = freshdesk(*ROWS).replace("Created time", "Created at")
    assert "the columns of the file: Ticket ID, Subject, Status, Source, Group, Created at" in refusal(
        tmp_path, "freshdesk", content, zone="UTC"
    )
    history = read(tmp_path, content, date_column="Created at")
    assert at_hour(history, 9) == 2


def test_times_without_a_zone_ask_for_one(tmp_path: Path) -> None:
    said = refusal(tmp_path, "freshdesk", freshdesk(*ROWS))
    assert "the times in 'Created time' do not tell their time zone" in said
    assert 'zone = "Europe/Moscow"' in said


def test_zones_are_converted(tmp_path: Path) -> None:
    history = read(tmp_path, freshdesk(*ROWS), zone="Asia/Yekaterinburg")
    assert at_hour(history, 7) == 2
    assert any("converted from Asia/Yekaterinburg to Europe/Moscow" in note for note in history.notes)


def test_mixed_zones(tmp_path: Path) -> None:
    rows = [freshdesk_row(k, f"2024-03-01 09:{k % 60:02d}:00 +0500") for k in range(200)]
    rows[7] = freshdesk_row(7, "2024-03-01 09:07:00")
    rows[8] = freshdesk_row(8, "2024-03-01T06:08:00Z")
    history = read_export(tmp_path, "freshdesk", freshdesk(*rows))
    assert at_hour(history, 7) == 198
    assert at_hour(history, 9) == 1
    assert any("do not tell the zone of 'Created time', as others do" in note for note in history.notes)
    assert any("left out: 1 (line 9)." in note for note in history.notes)
    assert at_hour(read(tmp_path, freshdesk(*rows)), 9) == 2


def test_a_truncated_last_line_is_left_out_and_told(tmp_path: Path) -> None:
    for cut in (30, 55, 62):
        content = freshdesk(*ROWS) + freshdesk_row(3, "2024-03-01 11:00:00")[:cut]
        history = read(tmp_path, content)
        assert sum(history.contacts[0]) == 2
        assert "The end of export is cut off: its last row was left out." in history.notes


def test_few_bad_rows_are_reported_and_many_refused(tmp_path: Path) -> None:
    rows = [freshdesk_row(k, "2024-03-01 09:00:00") for k in range(300)]
    rows[1] = freshdesk_row(1, "79161234567")
    rows[2] = "2,only"
    rows[3] = freshdesk_row(3, "2024-03-01 09:00:00", "Ivan Petrov")
    history = read(tmp_path, freshdesk(*rows))
    assert sum(history.contacts[0]) == 298
    said = "\n".join(history.notes)
    assert "Rows of export without a readable time in 'Created time', left out: 1 (line 3)." in said
    assert "Rows of export with too few or too many cells, left out: 1 (line 4)." in said
    assert "Rows of export counted without their handle time" in said
    assert "'Time tracked' cannot be read: 1 (line 5)." in said
    refused = refusal(tmp_path, "freshdesk", freshdesk(*rows[:20]), zone="UTC")
    assert "2 of 20 rows cannot be read" in refused
    assert "line 3, column 'Created time': \"99999999999\" is not a date and time" in refused
    assert "line 4: the row has 2 cells (allowed: 7 to 9)" in refused


def test_one_row_in_a_hundred_may_be_bad(tmp_path: Path) -> None:
    rows = [freshdesk_row(k, "2024-03-01 09:00:00" if k else "soon") for k in range(100)]
    assert sum(read(tmp_path, freshdesk(*rows)).contacts[0]) == 99
    assert "1 of 99 rows cannot be read" in refusal(tmp_path, "freshdesk", freshdesk(*rows[:99]), zone="UTC")


def test_repeated_tickets_count_once_as_last_written(tmp_path: Path) -> None:
    rows = [
        *ROWS,
        freshdesk_row(1, "2024-03-01 09:15:22", "00:30"),
        freshdesk_row(2, "2024-03-01 09:59:59", "00:20", "Sales"),
    ]
    history = read(tmp_path, freshdesk(*rows), where={"Group": "support"})
    assert at_hour(history, 9) == 1
    assert history.handle_seconds[0][9] == 1800
    assert any(note.startswith("Rows of export that repeat a contact: 2") for note in history.notes)
    assert any(
        note == "Rows of export that belong to other channels (where) and were left out: 1."
        for note in history.notes
    )


def test_a_choice_nothing_fits(tmp_path: Path) -> None:
    said = refusal(tmp_path, "freshdesk", freshdesk(*ROWS), zone="UTC", where={"Group": ["Slaes", "x"]})
    assert "no row has where: Group = slaes or x (allowed: in Group stands: Support)" in said
    assert 'there is no column "Team"' in refusal(
        tmp_path, "freshdesk", freshdesk(*ROWS), zone="UTC", where={"Team": "x"}
    )


def test_a_choice_that_could_be_made_is_told(tmp_path: Path) -> None:
    history = read(tmp_path, freshdesk(*ROWS, freshdesk_row(3, "2024-03-01 09:15:22", group="Sales")))
    assert any("In 'Group' stands: Support, Sales." in note for note in history.notes)


def test_untracked_tickets_take_the_average_of_the_others(tmp_path: Path) -> None:
    rows = [
        *ROWS,
        freshdesk_row(3, "2024-03-01 12:00:00", "00:00"),
        freshdesk_row(4, "2024-03-01 12:00:00", ""),
    ]
    history = read(tmp_path, freshdesk(*rows))
    assert history.handle_seconds[0][12] == pytest.approx(2 * 900)
    assert any(
        "Contacts of export without a handle time: 2" in note and "(900 s over all)" in note
        for note in history.notes
    )


def test_hours_that_occur_twice_or_never_are_told(tmp_path: Path) -> None:
    rows = [
        freshdesk_row(1, "2024-10-27 02:30:00"),
        freshdesk_row(2, "2024-03-31 02:30:00"),
        freshdesk_row(3, "2024-03-31 02:30:00"),
    ]
    berlin = desk(zone="Europe/Berlin")
    history = read_export(tmp_path, "freshdesk", freshdesk(*rows), berlin, zone="Europe/Berlin")
    assert at_hour(history, 2, -1) == 1
    assert at_hour(history, 3) == 2
    said = "\n".join(history.notes)
    assert "Times in export that occur twice, as clocks of Europe/Berlin went back: 1 (2024-10-27)" in said
    assert (
        "Times in export that do not exist, as clocks of Europe/Berlin went forward: 2 (2024-03-31)" in said
    )
    utc = read_export(tmp_path, "freshdesk", freshdesk(*rows), desk(zone="UTC"), zone="Europe/Berlin")
    assert at_hour(utc, 0, -1) == 1


def test_a_folder_of_parts(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    for month, row in ((2, ROWS[0]), (10, freshdesk_row(1, "2024-03-01 12:00:00"))):
        (tmp_path / "export" / f"tickets-{month}.csv").write_text(freshdesk(row), encoding="utf-8")
    (tmp_path / "export" / ".DS_Store").write_bytes(b"\x00")
    history = read_written(tmp_path, "freshdesk", zone="Europe/Moscow")
    assert at_hour(history, 12) == 1
    (tmp_path / "export" / "readme.csv").write_text("hello\n", encoding="utf-8")
    with pytest.raises(Exception, match=r'export/readme\.csv: there is no column "Created time"'):
        read_written(tmp_path, "freshdesk", zone="Europe/Moscow")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"contacts_column": "n"}, 'source = "freshdesk" does not use contacts_column'),
        ({"aht_seconds_column": "First response time (in hrs)"}, "tells how long a customer waited"),
        ({"aht_seconds_column": "Minutes"}, 'there is no column "Minutes"'),
        ({"id_column": "Number"}, 'there is no column "Number"'),
        ({"time_format": "%Y-%m-%d %q"}, "time_format '%Y-%m-%d %q' cannot be used"),
        (
            {"first_date": dt.date(2025, 1, 1)},
            "nothing in it lies on or after first_date 2025-01-01 (allowed",
        ),
    ],
)
def test_settings_that_cannot_be(tmp_path: Path, settings: dict[str, Any], words: str) -> None:
    assert words in refusal(tmp_path, "freshdesk", freshdesk(*ROWS), **{"zone": "UTC", **settings})


def test_notes_are_in_the_language_of_the_desk(tmp_path: Path) -> None:
    rows = freshdesk(*ROWS)
    history = read_export(tmp_path, "freshdesk", rows, desk(zone="Europe/Moscow", language="ru"), zone="UTC")
    assert history.notes[0].startswith("export: прочитано строк: 2, учтено обращений: 2")


def test_values_are_not_offered_to_choose_from_where_there_is_one(tmp_path: Path) -> None:
    rows = [freshdesk_row(k, "2024-03-01 09:00:00") for k in range(300)]
    assert not any("where may choose" in note for note in read(tmp_path, freshdesk(*rows)).notes)
    rows.append(freshdesk_row(300, "2024-03-01 09:00:00").replace("Support", "Typo"))
    assert not any("where may choose" in note for note in read(tmp_path, freshdesk(*rows)).notes)


def test_capitals_of_column_names_differ_between_versions(tmp_path: Path) -> None:
    """Older exports say "Ticket Id", those of the sister product "Created Time"."""
    header = (
        freshdesk().splitlines()[0].replace("Ticket ID", "Ticket Id").replace("Created time", "Created Time")
    )
    history = read(tmp_path, freshdesk(*ROWS, ROWS[0], header=header), where={"group": "Support"})
    assert at_hour(history, 9) == 2
    assert history.handle_seconds[0][9] == 1800


def test_a_bare_number_may_be_hours(tmp_path: Path) -> None:
    rows = [freshdesk_row(k, "2024-03-01 09:15:22", "00:10") for k in range(200)]
    content = freshdesk(*rows, freshdesk_row(900, "2024-03-01 09:20:00", "1.5"))
    history = read(tmp_path, content)
    assert at_hour(history, 9) == 201
    assert history.handle_seconds[0][9] == pytest.approx(201 * 600)
    assert any("'Time tracked' cannot be read: 1 (line 202)" in note for note in history.notes)
    stated = read(tmp_path, content, aht_seconds_column="Time tracked")
    assert stated.handle_seconds[0][9] == pytest.approx(200 * 600 + 1.5)
