"""History files that are not there."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.samples import CALLS, GOOD, changed, problems_of

VOLUME = GOOD[GOOD.index("[channels.volume]") : GOOD.index("[[shift_patterns]]")]

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
    assert [problem.place.partition(":")[0] for problem in problems] == ["desk.toml", "calls.csv"]
    assert "many" in problems[1].message


def test_an_unknown_kind_of_history(tmp_path: Path) -> None:
    (tmp_path / "calls.csv").write_text(CALLS, encoding="utf-8")
    text = changed((VOLUME, 'history = { file = "calls.csv", source = "fax" }\n'))
    assert "fax" in problems_of(tmp_path, text)[0].message
