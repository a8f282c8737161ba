from pathlib import Path
from typing import Any

import pytest

import planner
from planner.cli import demo_command
from tests.cli.conftest import Smena


def test_without_the_example_scenarios_it_says_where_they_were_looked_for(
    smena: Smena, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planner, "__file__", str(tmp_path / "planner" / "__init__.py"))
    said = smena("demo", "--out", tmp_path / "demo")
    assert said.code == 2
    assert f"{tmp_path / 'scenarios'}: the example scenarios are not here" in said.err
    assert not (tmp_path / "demo").exists()


def test_it_compares_the_two_example_scenarios(
    smena: Smena, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}

    def remember(files: list[Path], out: Path, *limits: float) -> None:
        asked.update(files=files, out=out, limits=limits)

    monkeypatch.setattr(demo_command, "compare_scenarios", remember)
    assert smena("demo", "--out", tmp_path, "--seed", "3").code == 0
    assert [file.name for file in asked["files"]] == ["24x7.toml", "9-18.toml"]
    assert all(file.is_file() for file in asked["files"])
    assert asked["out"] == tmp_path
    assert asked["limits"] == (35.0, 3, 2)
