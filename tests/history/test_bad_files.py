import contextlib
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.channel import HistoryFile
from models.errors import BadInputError, InputProblem
from planner.history import file_text
from planner.history.read import read_history
from tests.history.files import desk, read, whole_days


def problems_of(folder: Path, content: str | bytes, **settings: Any) -> tuple[InputProblem, ...]:
    with pytest.raises(BadInputError) as caught:
        read(folder, content, **settings)
    return caught.value.problems


def test_every_bad_line_is_named_at_once(tmp_path: Path) -> None:
    content = """date,interval_start,contacts
2024-01-08,09:00,3
2024-13-08,10:00,3
2024-01-08,25:00,3
2024-01-08,11:00,-3
2024-01-08,12:00,many
2024-01-08,13:00,
2024-01-08,14:00
2024-01-08,15:00,3,5
08/01/2024,16:00,nan
"""
    found = [str(problem) for problem in problems_of(tmp_path, content)]
    assert [text.partition(":")[0] for text in found] == ["calls.csv"] * 9
    expected = [
        ("line 3, column 'date'", '"2024-13-08" is not a date'),
        ("line 4, column 'interval_start'", '"25:00" is not a clock time'),
        ("line 5, column 'contacts'", '"-3" is not a number of 0 or more'),
        ("line 6, column 'contacts'", '"many" is not a number'),
        ("line 7, column 'contacts'", "the cell is empty"),
        ("line 8", "2 cells under 3 column names"),
        ("line 9", "4 cells under 3 column names"),
        ("line 10, column 'date'", '"08/01/2024" is not a date'),
        ("line 10, column 'contacts'", '"nan" is not a number'),
    ]
    for text, (place, message) in zip(found, expected, strict=True):
        assert f"{place}: {message}" in text


def test_long_lists_of_problems_are_cut(tmp_path: Path) -> None:
    rows = "".join(f"2024-01-08,{hour:02d}:00,x\n" for hour in range(24))
    found = problems_of(tmp_path, "date,interval_start,contacts\n" + rows)
    assert len(found) == 21
    assert str(found[-1]) == "calls.csv: and 4 more"


def test_of_very_many_problems_only_the_number_is_kept(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "date,interval_start,contacts\n" + "2024-01-08,00:00,x\n" * 12_000)
    assert str(found[-1]) == "calls.csv: and 11980 more"


def test_missing_columns_are_listed_with_those_there_are(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "day;interval_start;calls;\n2024-01-08;09:00;3;\n")
    assert problem.message.en == 'there are no columns "date", "contacts"'
    assert problem.allowed.en == "the columns of the file: day, interval_start, calls, (unnamed)"


def test_a_first_line_of_data_is_not_told(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, '"","79161234567","600","Ivan <79161234567>"\n')
    assert "Ivan" not in str(problem)
    assert "7916" not in str(problem)


def test_two_columns_of_one_name(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "date,interval_start,contacts,contacts\n2024-01-08,09:00,3,4\n")
    assert problem.message.en == 'more than one column is called "contacts"'


def test_duplicates_name_both_lines(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, whole_days() + "2024-01-08,05:00,9\n")
    assert str(problem) == "calls.csv: line 50: 2024-01-08 05:00 was already counted in line 7"


def test_a_row_between_the_intervals(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, whole_days(days=4) + "2024-01-12,00:07,9\n")
    assert str(problem) == (
        "calls.csv: line 98: 2024-01-12 00:07 is not the start of an interval of 60 minutes"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b" \r\n \n", "the file is empty"),
        ("date,interval_start,contacts\n", "the file has column names but no rows"),
        (b"PK\x03\x04rest", "this is an Excel workbook or a ZIP archive"),
        (b"\xd0\xcf\x11\xe0rest", "this is an old Excel workbook"),
        (b"%PDF-1.7", "this is a PDF document"),
        (b"MZ\x90\x00\x03", "this is a binary file, not text"),
        (b"date\n\x98\xff", "the text is in an unknown encoding"),
        (b"\xff\xfea", "the text is in an unknown encoding"),
        ("date,interval_start,contacts\n2024-01-08,00:00,9\n2024-01-09,00:00,9\n", "a whole day"),
        (whole_days(step=720), "each row counts 12 hours"),
        (whole_days() + "2204-01-01,00:00,1\n", "more than 20 years"),
        ("date,contacts\n2024-01-08 09:00Z,1\n2024-01-08 10:00,1\n", "has no offset from UTC"),
        ('date,interval_start,contacts\n2024-01-08,09:00,"1,234"\n', '"1,234" is not a number'),
        ('date,interval_start,contacts\n2024-01-08,09:00,"' + "x" * 140_000 + '"\n', "a cell is too long"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, content: str | bytes, message: str) -> None:
    assert message in str(problems_of(tmp_path, content)[0])


def test_intervals_that_do_not_fit(tmp_path: Path) -> None:
    with pytest.raises(
        BadInputError, match="every 20 minutes, which does not fit the desk's intervals of 30"
    ):
        read(tmp_path, whole_days(step=20), desk(30))


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"no\.csv: there is no such file"):
        read_history(HistoryFile(file="no.csv"), tmp_path, desk())
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadInputError, match="folder: this is a folder"):
        read_history(HistoryFile(file="folder"), tmp_path, desk())
    with pytest.raises(BadInputError, match="the file cannot be read"):
        read_history(HistoryFile(file="nul\x00"), tmp_path, desk())


def test_huge_files_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_text, "MAX_BYTES", 100)
    with pytest.raises(BadInputError, match="the file has 0 MB"):
        read(tmp_path, whole_days())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_are_refused_in_plain_words(tmp_path: Path, content: bytes) -> None:
    assert problems_of(tmp_path, content)


cell = st.one_of(
    st.text(alphabet='0123456789-:.,; T\tZ+"x', max_size=12),
    st.dates(dt.date(2023, 1, 1), dt.date(2024, 1, 1)).map(str),
    st.sampled_from(["09:00", "10:30", "12", "3.5", "-1", "", "1e5", "1_0", "∞", "９"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(cell, min_size=1, max_size=4), max_size=8))
def test_any_rows_are_read_or_refused_in_plain_words(tmp_path: Path, rows: list[list[str]]) -> None:
    lines = ["date,interval_start,contacts", *(",".join(row) for row in rows)]
    with contextlib.suppress(BadInputError):
        history = read(tmp_path, "\n".join(lines))
        assert min(map(min, history.contacts)) >= 0


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_truncated_last_line_is_named_for_what_it_is(tmp_path: Path, ends: str) -> None:
    whole = ends.join(["date,interval_start,contacts", "2024-01-08,09:00,3", "2024-01-08,10:00"])
    (found,) = problems_of(tmp_path, whole)
    assert "line 3: the file ends in the middle of this line" in str(found)
    (found,) = problems_of(tmp_path, whole + ends)
    assert "2 cells under 3 column names" in str(found)
