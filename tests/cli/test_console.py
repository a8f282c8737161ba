import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.progress import Progress, named_search
from models.text import Text
from planner.cli.console import progress_line, progress_shown

ROOT = Path(__file__).parents[2]


def test_a_line_of_progress_in_both_languages() -> None:
    news = Progress("relaxation", 2.345, objective=1_000_000, bound=900_000)
    assert progress_line(news, "EUR", "en") == (
        "  2.3 s  lower bound           cost 10,000.00 EUR  not below 9,000.00 EUR  gap 10.00%"
    )
    assert progress_line(news, "EUR", "ru").replace("\xa0", " ") == (
        "  2,3 с  нижняя оценка             стоимость 10 000,00 €  не ниже 9 000,00 €  разрыв 10,00%"
    )
    assert progress_line(Progress("demand", 0.0), "EUR", "en").rstrip() == "  0.0 s  demand and staffing"


def test_without_a_terminal_a_stage_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_shown("desk", "EUR", "en") as listen:
        for seconds in range(50):
            listen(Progress("integer search", seconds / 10))
        listen(Progress("rounding", 5.0))
    said = capsys.readouterr()
    assert said.out == ""
    assert [line.split("s  ")[1].strip() for line in said.err.splitlines()] == ["searching", "rounding"]


def test_a_console_that_knows_no_letters_beyond_ascii_is_served_all_the_same(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    said = subprocess.run(
        [sys.executable, "-m", "planner", "rules", "--language", "ru"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stderr) == (0, "")
    assert "min_rest" in said.stdout


def test_each_search_is_told_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    fewest, few = (
        Text(en="fewest changes", ru="меньше всего изменений"),
        Text(en="at most 2", ru="не более 2"),
    )
    with progress_shown("desk", "EUR", "ru") as listen:
        for search in (fewest, few):
            for seconds in range(3):
                named_search(search, listen)(Progress("relaxation", seconds / 10))
    lines = capsys.readouterr().err.splitlines()
    assert [line.split("оценка")[1].strip() for line in lines] == ["меньше всего изменений", "не более 2"]
