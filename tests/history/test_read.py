import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.channel import HistoryFile
from models.errors import BadInputError
from planner.history.csv_file import CsvSource
from planner.history.read import read_history
from planner.history.source import SOURCES
from tests.history.files import desk, read, whole_days

BANK = Path(__file__).parents[3] / "shared" / "data" / "bank_1999_calls_30min.csv"


def test_the_csv_source_is_registered() -> None:
    assert SOURCES["csv"] is CsvSource


def test_an_unknown_source_names_those_there_are() -> None:
    with pytest.raises(BadInputError, match=r'"fax" is not a kind of history \(allowed: .*csv'):
        read_history(HistoryFile(file="x", source="fax"), Path(), desk())


@pytest.mark.skipif(
    not BANK.exists(), reason="shared/data/bank_1999_calls_30min.csv is not beside the repository"
)
@pytest.mark.parametrize("step", [15, 30, 60])
def test_a_year_of_real_calls(step: int) -> None:
    file = HistoryFile(file=BANK.name, contacts_column="calls")
    history = read_history(file, BANK.parent, desk(step, "Asia/Jerusalem"))
    assert (history.dates[0], history.dates[-1]) == (dt.date(1999, 1, 1), dt.date(1999, 12, 31))
    assert {len(row) for row in history.contacts} == {1440 // step}
    assert sum(map(sum, history.contacts)) == 445_414.5
    assert len(history.notes) == (step != 30)


def test_rows_in_any_order_become_a_table(tmp_path: Path) -> None:
    content = "when,interval_start,date,contacts\nx,01:00,2024-01-02,4.5\ny,00:00,2024-01-01,3\n"
    history = read(tmp_path, content)
    assert history.dates == (dt.date(2024, 1, 1), dt.date(2024, 1, 2))
    assert history.contacts[0][:2] == (3, 0)
    assert history.contacts[1][:2] == (0, 4.5)
    assert history.handle_seconds == ()
    assert history.notes == (
        "calls.csv has no row for some intervals on dates it covers: they count as 0 contacts (46).",
    )


@pytest.mark.parametrize(
    "content",
    [
        "date,interval_start,contacts\r\n2024-01-08,09:00,3.5\r\n2024-01-08,10:00,2\r\n",
        "\ufeffdate,interval_start,contacts\n2024-01-08,09:00,3.5\n2024-01-08,10:00,2",
        "sep=;\ndate;interval_start;contacts\n08.01.2024;9:00;3,5\n08.01.2024;10:00;2\n",
        "date\tinterval_start\tcontacts\n2024/01/08\t09:00:00\t3,5\n\n2024/01/08\t10:00:00\t2\n",
        'date,interval_start,contacts\n2024-01-08,09:00,"3,5"\n2024-01-08,10:00,2\n',
        "date|interval_start|contacts\n2024-01-08 00:00:00|09:00-10:00|3.5\n2024-01-08|10:00-11:00|2.0\n",
        "date,contacts\n2024-01-08 09:00,3.5\n2024-01-08T10:00:00,2\n",
        "date,contacts\n2024-01-08T09:00+01:00,3.5\n2024-01-08T09:00Z,2\n",
    ],
    ids=["crlf", "bom", "semicolon", "tab", "quoted", "bar and spans", "timestamp", "offsets"],
)
def test_dialects(tmp_path: Path, content: str) -> None:
    history = read(tmp_path, content)
    assert history.dates == (dt.date(2024, 1, 8),)
    assert history.contacts[0][9:11] == (3.5, 2)
    assert sum(history.contacts[0]) == 5.5


def test_utf16_as_a_spreadsheet_exports_it(tmp_path: Path) -> None:
    content = "date\tinterval_start\tcontacts\n2024-01-08\t09:00\t3\n2024-01-08\t10:00\t1\n".encode("utf-16")
    assert read(tmp_path, content).contacts[0][9] == 3


def test_windows_1251_is_read_and_said(tmp_path: Path) -> None:
    content = "дата;начало;звонки\n08.01.2024;09:00;3\n08.01.2024;10:00;1\n".encode("cp1251")
    columns = {"date_column": "дата", "time_column": "начало", "contacts_column": "звонки"}
    history = read(tmp_path, content, desk(language="ru"), **columns)
    assert history.contacts[0][9] == 3
    assert history.notes[0] == "calls.csv не в UTF-8, прочитан как Windows-1251."


def test_handle_time_is_weighted_and_gaps_take_the_average(tmp_path: Path) -> None:
    content = (
        "date,interval_start,contacts,aht\n2024-01-08,09:00,1,100\n2024-01-08,09:30,3,200\n"
        "2024-01-08,10:00,2,\n2024-01-08,10:30,0,\n"
    )
    history = read(tmp_path, content, aht_seconds_column="aht")
    assert history.handle_seconds[0][9] == 700
    assert history.handle_seconds[0][10] == 2 * 175
    assert any("Rows of calls.csv with contacts but no handle time: 1" in note for note in history.notes)


def test_finer_counts_add_up_and_coarser_ones_are_split(tmp_path: Path) -> None:
    finer = read(tmp_path, whole_days(step=15), desk(60))
    assert set(finer.contacts[0]) == {4}
    assert finer.notes == ("calls.csv counts every 15 minutes: counts were added up to intervals of 60.",)
    coarser = read(tmp_path, whole_days(step=60), desk(15, language="ru"))
    assert set(coarser.contacts[0]) == {0.25}
    assert coarser.notes[0].startswith("calls.csv считает по 60 минут")


def test_dates_without_rows_are_zero_and_said(tmp_path: Path) -> None:
    content = whole_days("2024-01-08", 1) + whole_days("2024-01-11", 1).partition("\n")[2]
    history = read(tmp_path, content)
    assert [sum(day) for day in history.contacts] == [24, 0, 0, 24]
    assert history.notes == (
        "calls.csv has no rows for some dates (2): they count as 0 contacts (2024-01-09, 2024-01-10).",
    )


def test_part_of_the_file(tmp_path: Path) -> None:
    history = read(
        tmp_path, whole_days(days=5), first_date=dt.date(2024, 1, 9), last_date=dt.date(2024, 1, 10)
    )
    assert history.dates == (dt.date(2024, 1, 9), dt.date(2024, 1, 10))
    with pytest.raises(BadInputError, match=r"nothing in it lies.*dates between 2024-01-08 and 2024-01-09"):
        read(tmp_path, whole_days(), first_date=dt.date(2025, 1, 1))


def test_times_of_another_zone_are_moved(tmp_path: Path) -> None:
    content = "date,interval_start,contacts\n2024-01-08,22:00,7\n2024-07-08,22:00,5\n2024-07-08,21:00,0\n"
    history = read(tmp_path, content, desk(zone="Europe/Moscow"), zone="Europe/London")
    assert history.contacts[history.dates.index(dt.date(2024, 1, 9))][1] == 7
    assert history.contacts[history.dates.index(dt.date(2024, 7, 9))][0] == 5
    assert "Times in calls.csv were converted from Europe/London to Europe/Moscow." in history.notes


def test_days_cut_by_a_move_are_left_out(tmp_path: Path) -> None:
    history = read(tmp_path, whole_days(days=4), desk(zone="Europe/Moscow"), zone="Europe/London")
    assert history.dates == tuple(dt.date(2024, 1, day) for day in (9, 10, 11))
    assert sum(map(sum, history.contacts)) == 72
    assert "2024-01-08, 2024-01-12 is only partly covered" in history.notes[-1]


def test_zones_half_an_hour_apart_split_hours(tmp_path: Path) -> None:
    content = "date,interval_start,contacts\n2024-01-08,06:00,4\n2024-01-08,07:00,0\n"
    history = read(tmp_path, content, desk(30, zone="Asia/Kolkata"), zone="UTC")
    assert history.contacts[0][23:26] == (2, 2, 0)


def test_the_hour_that_occurs_twice_may_stand_there_twice(tmp_path: Path) -> None:
    rows = whole_days("2024-10-27", 1) + "2024-10-27,02:00,6\n"
    history = read(tmp_path, rows)
    assert history.contacts[0][2] == 7
    moved = read(tmp_path, rows, desk(zone="UTC"), zone="Europe/Berlin")
    assert moved.contacts[moved.dates.index(dt.date(2024, 10, 27))][:3] == (1, 6, 1)
    with pytest.raises(BadInputError, match=r"line 27.*was already counted in line 4"):
        read(tmp_path, rows + "2024-10-27,02:00,9\n")


def test_the_skipped_hour_is_not_missed(tmp_path: Path) -> None:
    rows = whole_days("2024-03-31", 1).replace("2024-03-31,02:00,1\n", "")
    history = read(tmp_path, rows)
    assert history.notes == ()
    assert sum(history.contacts[0]) == 23


def test_a_default_time_column_that_is_not_there_means_timestamps(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match='there is no column "start"'):
        read(tmp_path, "date,contacts\n2024-01-08 09:00,3\n", time_column="start")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    counts=st.lists(st.integers(0, 999), min_size=96, max_size=96),
    step=st.sampled_from([15, 30, 60]),
)
def test_what_is_written_is_read(tmp_path: Path, counts: list[int], step: int) -> None:
    rows = [f"2024-01-08;{k // 4:02d}:{15 * (k % 4):02d};{count}" for k, count in enumerate(counts)]
    history = read(tmp_path, "\n".join(["date;interval_start;contacts", *rows]), desk(step))
    size = step // 15
    assert list(history.contacts[0]) == [sum(counts[k : k + size]) for k in range(0, 96, size)]


def test_counts_per_day_are_refused_in_one_sentence(tmp_path: Path) -> None:
    days = "".join(f"2024-01-{day:02d},3\n" for day in range(8, 30))
    with pytest.raises(BadInputError, match="dates without a clock time") as refused:
        read(tmp_path, "date,contacts\n" + days)
    assert len(refused.value.problems) == 1


def test_a_last_line_without_an_end_may_be_cut_inside_its_last_number(tmp_path: Path) -> None:
    whole = whole_days(contacts="12")
    assert not read(tmp_path, whole).notes
    (said,) = read(tmp_path, whole[:-2]).notes
    assert said.startswith("The last line of calls.csv, 49, has no line end as all others have")
    (said,) = read(tmp_path, whole.rstrip("\n"), desk(language="ru")).notes
    assert "не закончена" in said
