"""``smena price-rules``: table, JSON and picture."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from planner.price_rules import price_rules
from tests.cli.conftest import Smena


def test_prices_are_printed_and_written(smena: Smena, office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    said = smena(
        "price-rules", office, "--only", "min_rest", "--only", "people", "--time-limit", "60", "--out", folder
    )
    assert said.code == 0
    assert "costs" in said.out.lower()
    document = json.loads((folder / "price_rules.json").read_text(encoding="utf-8"))
    keys = {row["key"] for row in document["prices"]}
    assert {"min_rest", "agent:anna", "agent:boris"} <= keys
    rest = next(row for row in document["prices"] if row["key"] == "min_rest")
    assert rest["cost_at_least_per_month"] <= rest["cost_at_most_per_month"]
    assert (folder / "price_rules.png").read_bytes().startswith(b"\x89PNG")


def test_a_wrong_name_is_told_with_those_there_are(smena: Smena, office: Path, tmp_path: Path) -> None:
    said = smena("price-rules", office, "--only", "min_rset", "--out", tmp_path / "out")
    assert said.code == 2
    assert 'there is no "min_rset"; did you mean "min_rest"?' in said.err
    assert not (tmp_path / "out").exists()


def test_russian_on_request(smena: Smena, office: Path, tmp_path: Path) -> None:
    said = smena("price-rules", office, "--only", "min_rest", "--lang", "ru", "--out", tmp_path / "out")
    assert said.code == 0
    assert "Стоит в месяц" in said.out


@pytest.mark.parametrize(("language", "told"), [("en", "Interrupted"), ("ru", "Прервано")])
def test_ctrl_c_leaves_whole_files_and_exit_code_130(
    smena: Smena, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    def interrupted(*arguments: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return price_rules(*arguments)

    monkeypatch.setattr("planner.cli.price_rules_command.price_rules", interrupted)
    folder = tmp_path / "out"
    said = smena("price-rules", office, "--only", "min_rest", "--lang", language, "--out", folder)
    assert said.code == 130
    assert told in said.out
    document = json.loads((folder / "price_rules.json").read_text(encoding="utf-8"))
    assert {row["finding"] for row in document["prices"] if row["key"] == "min_rest"} == {"not_done"}
    assert (folder / "price_rules.png").read_bytes().startswith(b"\x89PNG")
