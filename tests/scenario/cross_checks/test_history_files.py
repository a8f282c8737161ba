"""History files that are not there."""

import datetime as dt
from pathlib import Path

import pytest

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from planner.history import reader
from planner.history.read import read_history
from planner.pipeline import make_forecasts
from planner.scenario import check_scenario, load_scenario
from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.samples import CALLS, GOOD, changed, problems_of

VOLUME = GOOD[GOOD.index("[channels.volume]") : GOOD.index("[[shift_patterns]]")]

#: Three weeks of calls that end the day before the period.
LONG = "date,interval_start,contacts\n" + "".join(
    f"{dt.date(2026, 10, 12) + dt.timedelta(days=day)},{hour:02d}:00,1\n"
    for day in range(21)
    for hour in range(24)
)

CASES: Cases = {
    "history_files": [
        (
            (
                (
                    VOLUME,
                    'history = { file = "no.csv" }\n',
                ),
            ),
            "channels[1] (phone).history.file",
            'there is no file "no.csv"',
        ),
        (
            (
                (
                    VOLUME,
                    'history = { file = "." }\n',
                ),
            ),
            "channels[1] (phone).history.file",
            "a folder",
        ),
        (
            (
                (
                    VOLUME,
                    'history = { file = "desk.toml", first_date = 2026-05-01, last_date = 2026-04-01 }\n',
                ),
            ),
            "channels[1] (phone).history.last_date",
            "before it begins",
        ),
    ],
    "short_histories": [],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)


def test_mistakes_inside_the_file_are_reported_with_all_others(tmp_path: Path) -> None:
    (tmp_path / "calls.csv").write_text(
        CALLS.replace("2026-10-20,09:00,1", "2026-10-20,09:00,many"), encoding="utf-8"
    )
    text = changed((VOLUME, 'history = { file = "calls.csv" }\n'), ("max_hires = 3", "max_hires = -3"))
    problems = problems_of(tmp_path, text)
    assert [problem.place.en.partition(":")[0] for problem in problems] == ["desk.toml", "calls.csv"]
    assert "many" in problems[1].message.en


def test_an_unknown_kind_of_history(tmp_path: Path) -> None:
    (tmp_path / "calls.csv").write_text(CALLS, encoding="utf-8")
    text = changed((VOLUME, 'history = { file = "calls.csv", source = "fax" }\n'))
    assert "fax" in problems_of(tmp_path, text)[0].message.en


def with_history(folder: Path, text: str, fields: str = "", *changes: tuple[str, str]) -> str:
    """The good scenario with the text as its history."""
    (folder / "calls.csv").write_text(text, encoding="utf-8")
    return changed((VOLUME, f'history = {{ file = "calls.csv"{fields} }}\n'), *changes)


@pytest.mark.parametrize(("days", "said"), [(13, "13 days"), (1, "1 day"), (0, "0 days")])
def test_too_short_a_history_is_told_at_its_place(tmp_path: Path, days: int, said: str) -> None:
    rows = LONG.splitlines(keepends=True)
    text = rows[0] + "".join(rows[1 + 24 * (21 - days) :] if days else rows[1:])
    first = "2026-11-02" if days else "2026-10-12"
    (problem,) = problems_of(tmp_path, with_history(tmp_path, text, "", ("2026-11-02", first)))
    assert problem.place.en == "desk.toml: channels[1] (phone).history"
    assert problem.message.en == f"the history has {said} before the period, which begins on {first}"


def test_days_of_events_do_not_count(tmp_path: Path) -> None:
    event = '{ name = "sale", first_date = 2026-10-20, last_date = 2026-10-27 }'
    text = with_history(tmp_path, LONG, " }\nforecast = { events = [" + event + "]")
    (problem,) = problems_of(tmp_path, text)
    assert "the history has 21 days" in problem.message.en
    assert problem.message.en.endswith("8 of them are of events and not learnt from")


def test_a_wrong_zone_is_one_mistake(tmp_path: Path) -> None:
    """Without it every time of the file would seem to lack a zone."""
    (tmp_path / "tickets.csv").write_text("Ticket Id,Created time\n1,2026-10-19 10:00:00\n", encoding="utf-8")
    text = changed((VOLUME, 'history = { file = "tickets.csv", source = "freshdesk", zone = "Mars/Base" }\n'))
    (problem,) = problems_of(tmp_path, text)
    assert problem.place.en == "desk.toml: channels[1] (phone).history.zone"


def test_an_event_in_neither_history_nor_period_is_said(tmp_path: Path) -> None:
    event = '{ name = "sale", first_date = 2025-10-20, last_date = 2025-10-27, factor = 2 }'
    path = tmp_path / "desk.toml"
    path.write_text(
        with_history(tmp_path, LONG, " }\nforecast = { events = [" + event + "]"), encoding="utf-8"
    )
    loaded, problems = check_scenario(path)
    assert problems == []
    assert loaded is not None
    (notice,) = loaded.notices
    assert str(notice) == (
        'desk.toml: channels[1] (phone).forecast.events[1] (sale).first_date: the event "sale" (2025-10-20 to '
        "2025-10-27) lies outside both the history (2026-10-12 to 2026-11-01) and the period (2026-11-02 to "
        "2026-11-15) and changes nothing (allowed: at least one day from 2026-11-02 to 2026-11-15, or from "
        "2026-10-12 to 2026-11-01)"
    )


@pytest.mark.parametrize("first", ["2026-10-13", "2026-11-15"])
def test_an_event_in_either_is_not(tmp_path: Path, first: str) -> None:
    event = f'{{ name = "sale", first_date = {first}, factor = 2 }}'
    path = tmp_path / "desk.toml"
    path.write_text(
        with_history(tmp_path, LONG, " }\nforecast = { events = [" + event + "]"), encoding="utf-8"
    )
    loaded, _ = check_scenario(path)
    assert loaded is not None
    assert loaded.notices == ()


def test_a_run_reads_a_history_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(file: HistoryFile, base_dir: Path, desk: Desk) -> ContactHistory:
        read.append(file.file)
        return read_history(file, base_dir, desk)

    monkeypatch.setattr(reader, "read_history", counting)
    path = tmp_path / "desk.toml"
    path.write_text(with_history(tmp_path, LONG), encoding="utf-8")
    made = make_forecasts(load_scenario(path))
    assert sum(made[0].demand.contacts) > 0
    assert read == ["calls.csv"]
