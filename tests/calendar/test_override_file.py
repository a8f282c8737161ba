"""A table of days that differ from a country's calendar."""

import datetime as dt
from pathlib import Path

import pytest

from models.calendar import CalendarOverride
from models.errors import BadInputError
from planner.calendar.override_file import read_overrides


def written(folder: Path, text: str) -> Path:
    path = folder / "decree.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "date,kind,name\n2026-01-09,weekend,moved\n2026-01-10,short,\n",
        "\ufeffKind;Date;Name\nweekend;09.01.2026;moved\n\nSHORT;10.01.2026;\n",
    ],
)
def test_commas_or_semicolons_and_either_way_of_writing_dates(tmp_path: Path, text: str) -> None:
    assert read_overrides(written(tmp_path, text)) == (
        CalendarOverride(date=dt.date(2026, 1, 9), kind="weekend", name="moved"),
        CalendarOverride(date=dt.date(2026, 1, 10), kind="short"),
    )


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = "date,kind\n2026-13-09,weekend\n2026-01-10,free\n2026-01-11,holiday\n2026-01-11,working\n\n"
    with pytest.raises(BadInputError) as caught:
        read_overrides(written(tmp_path, text))
    assert [problem.place.en for problem in caught.value.problems] == [
        "decree.csv: line 2, column date",
        "decree.csv: line 3, column kind",
        "decree.csv: line 5, column date",
    ]


@pytest.mark.parametrize("text", ["", "day,kind\n2026-01-09,weekend\n", "date\n2026-01-09\n"])
def test_missing_columns(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInputError, match=r"decree\.csv: line 1: no column"):
        read_overrides(written(tmp_path, text))


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        read_overrides(tmp_path / "none.csv")
    path = tmp_path / "decree.csv"
    path.write_bytes(b"date,kind\n2026-01-09,\xff\xfe")
    with pytest.raises(BadInputError, match="not UTF-8"):
        read_overrides(path)
