"""Forecasts made elsewhere that are not there, or are wrong."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.samples import CALLS, GOOD, changed, problems_of

VOLUME = GOOD[GOOD.index("[channels.volume]") : GOOD.index("[[shift_patterns]]")]


def outside(fields: str) -> str:
    return f"forecast = {{ outside = {{ {fields} }} }}\n"


CASES: Cases = {
    "forecast_files": [
        (
            ((VOLUME, outside('file = "no.csv"')),),
            "channels[1] (phone).forecast.outside.file",
            'there is no file "no.csv"',
        ),
        (
            ((VOLUME, outside('file = "."')),),
            "channels[1] (phone).forecast.outside.file",
            "a folder",
        ),
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)


def test_mistakes_inside_the_file_are_reported_with_all_others(tmp_path: Path) -> None:
    (tmp_path / "ours.csv").write_text(
        CALLS.replace("2026-10-20,09:00,1", "2026-10-20,09:00,many"), encoding="utf-8"
    )
    text = changed((VOLUME, outside('file = "ours.csv"')), ("max_hires = 3", "max_hires = -3"))
    problems = problems_of(tmp_path, text)
    assert [problem.place.en.partition(":")[0] for problem in problems] == ["desk.toml", "ours.csv"]
    assert "many" in problems[1].message.en


def test_a_forecast_that_ends_too_soon_is_told_at_its_place(tmp_path: Path) -> None:
    rows = CALLS.splitlines(keepends=True)
    (tmp_path / "ours.csv").write_text("".join(rows[: 1 + 34 * 48]), encoding="utf-8")
    (problem,) = problems_of(tmp_path, changed((VOLUME, outside('file = "ours.csv"'))))
    assert str(problem) == (
        "desk.toml: channels[1] (phone).forecast.outside.file: the forecast covers 2026-10-12 to 2026-11-14 "
        "(allowed: every date of the period, 2026-11-02 to 2026-11-15)"
    )


def test_dates_of_a_forecast_are_not_said_to_be_cut_by_fields_it_does_not_have(tmp_path: Path) -> None:
    rows = "date,interval_start,contacts\n1990-01-01,00:00,1\n1990-01-01,00:30,1\n2026-11-02,00:00,1\n"
    (tmp_path / "ours.csv").write_text(rows, encoding="utf-8")
    (problem,) = problems_of(tmp_path, changed((VOLUME, outside('file = "ours.csv"'))))
    assert problem.allowed.en == "at most 20 years; of a history first_date and last_date take a part"


def test_a_forecast_beside_a_volume_is_one_too_many(tmp_path: Path) -> None:
    (tmp_path / "ours.csv").write_text(CALLS, encoding="utf-8")
    text = changed(("[channels.volume]", outside('file = "ours.csv"') + "[channels.volume]"))
    (problem,) = problems_of(tmp_path, text)
    assert "either volume or forecast.outside" in problem.message.en
