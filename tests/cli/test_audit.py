import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Smena

Edit = Callable[[dict[str, Any]], object]


@pytest.fixture
def edited(plans: dict[str, Path], tmp_path: Path) -> Callable[[Edit], Path]:
    """Copy the plan of the desk round the clock, and change its document."""

    def change(edit: Edit) -> Path:
        file = tmp_path / "plan.json"
        document = json.loads((plans["always"] / "plan.json").read_text(encoding="utf-8"))
        edit(document)
        file.write_text(json.dumps(document), encoding="utf-8")
        return file

    return change


def test_a_plan_as_written_is_clean_by_file_and_by_folder(smena: Smena, plans: dict[str, Path]) -> None:
    for place in (plans["always"], plans["always"] / "plan.json"):
        said = smena("audit", place)
        assert (said.code, said.err) == (0, "")
        assert said.out == "Every rule is kept.\nCost by the clock: 86,680.00 RUB\n"


def test_a_broken_rule_is_named(smena: Smena, edited: Callable[[Edit], Path]) -> None:
    def no_rest(document: dict[str, Any]) -> None:
        night = next(row for row in document["roster"] if "T20:00" in row["start"])
        day = next(row for row in document["roster"] if row["start"] == night["end"])
        day["agent"] = night["agent"]

    file = edited(no_rest)
    said = smena("audit", file)
    assert said.code == 1
    assert "✗ operator-03: rest before the shift of 2026-11-10 is" in said.out
    assert "rest" in said.out
    assert "Rules broken: " in said.out
    said = smena("audit", file, "--json")
    assert said.code == 1
    assert "min_rest" in {found["rule"] for found in json.loads(said.out)["violations"]}


def test_a_shift_taken_out_by_hand_shows_in_the_cost(smena: Smena, edited: Callable[[Edit], Path]) -> None:
    file = edited(lambda document: document["roster"].pop())
    said = smena("audit", file)
    assert said.code == 0
    assert "the file says 86,680.00 RUB, so the roster or the file was edited" in said.out
    document = json.loads(smena("audit", file, "--json").out)
    assert document["cost_in_file"] == "86680.00"
    assert float(document["cost"]) < 86_680
    assert document["violations"] == []


def test_a_damaged_file_is_bad_input_with_its_places(smena: Smena, edited: Callable[[Edit], Path]) -> None:
    def damage(document: dict[str, Any]) -> None:
        document["roster"][0]["agent"] = "nobody"
        document["roster"][1]["end"] = document["roster"][1]["start"]
        document["roster"][2]["start"] = "tomorrow"

    said = smena("audit", edited(damage))
    assert said.code == 2
    assert said.out == ""
    assert "plan.json: roster[3]" in said.err


def test_cut_off_in_the_middle(smena: Smena, plans: dict[str, Path], tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    shutil.copy(plans["office"] / "plan.json", file)
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: len(text) // 2], encoding="utf-8")
    said = smena("audit", file)
    assert said.code == 2
    assert "not JSON" in said.err
