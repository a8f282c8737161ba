"""``smena forecast``: what will arrive, and how good the method would have been."""

import csv
import datetime as dt
import json
import math
import random
from pathlib import Path

import pytest

from planner.pipeline import make_forecasts
from planner.scenario import load_scenario
from tests.cli.conftest import Smena
from tests.cli.desks import OFFICE

VOLUME = OFFICE[OFFICE.index("volume = ") : OFFICE.index("[[shift_patterns]]")]


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """A desk with twenty weeks of counts: a daily wave, a weekly one, and a little noise."""
    noise = random.Random(1)
    rows = ["date,interval_start,contacts"]
    for day in range(140):
        date = dt.date(2026, 6, 22) + dt.timedelta(days=day)
        for hour in range(24):
            busy = 6 if date.weekday() < 5 else 2
            count = round(busy * max(0.0, math.sin(math.pi * (hour - 7) / 13)) + noise.randrange(3))
            rows.append(f"{date},{hour:02d}:00,{count}")
    (tmp_path / "calls.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    path = tmp_path / "counted.toml"
    path.write_text(OFFICE.replace(VOLUME, 'history = { file = "calls.csv" }\n'), encoding="utf-8")
    return path


def test_the_table_the_backtest_and_the_files(smena: Smena, counted: Path, tmp_path: Path) -> None:
    out = tmp_path / "made"
    said = smena("forecast", counted, "--out", out)
    assert said.code == 0
    (phone,) = json.loads((out / "forecast.json").read_text(encoding="utf-8"))["channels"]
    tested = phone["backtest"]["by_hour"]
    row = next(line for line in said.out.splitlines() if line.startswith("phone "))
    assert f"{100 * tested['wape']:.1f}%" in row
    assert f"{100 * tested['seasonal_naive_wape']:.1f}%" in row
    assert tested["wape"] < tested["seasonal_naive_wape"]
    assert "forecast again from" in " ".join(said.out.split())
    assert phone["contacts_total"] == pytest.approx(sum(phone["contacts"]), abs=1e-3)
    assert (out / "forecast.png").read_bytes().startswith(b"\x89PNG")
    assert {path.name for path in out.iterdir()} == {"forecast.json", "forecast.png", "forecast-phone.csv"}
    origins = phone["backtest"]["origins"]
    assert origins[0]["first_date"] not in said.out
    assert origins[0]["first_date"] in smena("forecast", counted, "--out", out, "--backtest").out


def test_json_is_what_stands_in_the_file(smena: Smena, counted: Path, tmp_path: Path) -> None:
    said = smena("forecast", counted, "--out", tmp_path / "made", "--json")
    assert said.out == (tmp_path / "made" / "forecast.json").read_text(encoding="utf-8")


def test_the_table_of_a_channel_can_be_given_back(smena: Smena, counted: Path, tmp_path: Path) -> None:
    """What was written is read as a forecast made elsewhere, and is the same forecast."""
    assert smena("forecast", counted, "--out", tmp_path / "made").code == 0
    again = tmp_path / "again.toml"
    outside = 'file = "made/forecast-phone.csv", aht_seconds_column = "aht_seconds"'
    text = OFFICE.replace(VOLUME, f"forecast = {{ outside = {{ {outside} }} }}\n")
    again.write_text(text, encoding="utf-8")
    first, second = (make_forecasts(load_scenario(path))[0].demand for path in (counted, again))
    assert second.contacts == pytest.approx(first.contacts, abs=1e-6)
    assert second.aht_seconds == pytest.approx(first.aht_seconds, abs=1e-6)


def test_clocks_that_go_back_are_written_and_read(smena: Smena, counted: Path, tmp_path: Path) -> None:
    moved = {"Europe/Moscow": "Europe/Berlin", "first_date = 2026-11-09": "first_date = 2026-10-19"}
    leave = "leave = [{ first_date = 2026-11-13, last_date = 2026-11-13 }]\n"

    def desk(path: Path, origin: str) -> Path:
        text = OFFICE.replace(VOLUME, origin).replace(leave, "")
        for old, new in moved.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return path

    berlin = desk(tmp_path / "berlin.toml", 'history = { file = "calls.csv" }\n')
    assert smena("forecast", berlin, "--out", tmp_path / "made").code == 0
    with (tmp_path / "made" / "forecast-phone.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 7 * 24 + 1
    assert sum(row["date"] == "2026-10-25" and row["interval_start"] == "02:00" for row in rows) == 2
    again = desk(tmp_path / "again.toml", 'forecast = { outside = { file = "made/forecast-phone.csv" } }\n')
    first, second = (make_forecasts(load_scenario(path))[0].demand for path in (berlin, again))
    assert sum(second.contacts) == pytest.approx(sum(first.contacts), abs=1e-3)


def test_levers_are_told(smena: Smena, counted: Path, tmp_path: Path) -> None:
    text = counted.read_text(encoding="utf-8")
    counted.write_text(
        text.replace("aht_seconds = 240", "aht_seconds = 240\nforecast = { deflection = 0.25 }"),
        encoding="utf-8",
    )
    said = smena("forecast", counted, "--out", tmp_path / "made")
    assert said.code == 0
    assert "25" in said.err
    assert "phone: phone:" not in said.err
    told = [line for line in said.err.splitlines() if "average_daily_pay" not in line]
    assert all(line.startswith("! phone: ") for line in told)


def test_without_a_history_there_is_no_backtest(smena: Smena, office: Path, tmp_path: Path) -> None:
    said = smena("forecast", office, "--out", tmp_path / "made")
    assert said.code == 0
    (phone,) = json.loads((tmp_path / "made" / "forecast.json").read_text(encoding="utf-8"))["channels"]
    assert (phone["backtest"], phone["spread"], phone["quantiles"]) == (None, None, [])
    assert phone["contacts_total"] == pytest.approx(190)


def test_in_russian(smena: Smena, counted: Path, tmp_path: Path) -> None:
    text = counted.read_text(encoding="utf-8")
    counted.write_text(
        text.replace("interval_minutes = 60", 'interval_minutes = 60\nlanguage = "ru"'), encoding="utf-8"
    )
    said = smena("forecast", counted, "--out", tmp_path / "made")
    assert said.code == 0
    assert "прогноз сделан заново" in " ".join(said.out.split())


def test_a_history_that_is_no_table_writes_nothing(smena: Smena, counted: Path, tmp_path: Path) -> None:
    (tmp_path / "calls.csv").write_text("date,interval_start,contacts\n2026-10-19,soon,few\n", "utf-8")
    said = smena("forecast", counted, "--out", tmp_path / "made")
    assert said.code == 2
    assert "calls.csv: line 2" in said.err
    assert not (tmp_path / "made").exists()


def test_a_folder_that_is_a_file(smena: Smena, counted: Path) -> None:
    said = smena("forecast", counted, "--out", counted)
    assert said.code == 2
    assert "is a file" in said.err
