"""A comparison claims nothing of a plan.json that was edited since it was planned."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Smena

Document = dict[str, Any]


def no_shifts(document: Document) -> None:
    document["roster"] = document["roster"][:1]


def cheap(document: Document) -> None:
    document["figures"]["cost"]["base_minor"] = 1


def high_bound(document: Document) -> None:
    document["figures"]["bound_minor"] += 1


def above_its_objective(document: Document) -> None:
    document["figures"]["bound_minor"] = 10**9
    document["bound"] = "10000000.00"


def other_total(document: Document) -> None:
    document["cost"]["total"] = "1.00"


def shifted_pay(document: Document) -> None:
    document["figures"]["cost"]["base_minor"] -= 100
    document["figures"]["cost"]["overtime_minor"] += 100


def hidden_violation(document: Document) -> None:
    """The same pay, but one person rests less than the rule asks."""
    nights = [row for row in document["roster"] if "T20:00" in row["start"]]
    for row in nights:
        day = next((d for d in document["roster"] if d["start"] == row["end"]), None)
        if day:
            day["agent"] = row["agent"]
            return


def longer(document: Document) -> None:
    document["figures"]["days"] = 14


EDITS: list[tuple[Callable[[Document], None], str, str]] = [
    (no_shifts, "roster", "the roster or the file was edited since it was planned"),
    (cheap, "roster", "the roster or the file was edited since it was planned"),
    (other_total, "roster", "but the file says 1.00"),
    (shifted_pay, "figures.cost.overtime_minor", "gives another amount"),
    (hidden_violation, "roster", "it breaks rules"),
    (high_bound, "figures.bound_minor", "but the rest of the file"),
    (above_its_objective, "figures.bound_minor", "no plan can be cheaper"),
    (longer, "figures.days", "it says 14, but the rest of the file 7"),
]


@pytest.mark.parametrize(("edit", "place", "words"), EDITS, ids=[edit.__name__ for edit, _, _ in EDITS])
def test_an_edited_plan_is_refused_and_nothing_is_called_proven(
    smena: Smena,
    plans: dict[str, Path],
    tmp_path: Path,
    edit: Callable[[Document], None],
    place: str,
    words: str,
) -> None:
    """Figures used to be trusted: a roster emptied by hand was still "proven" cheaper."""
    document = json.loads((plans["always"] / "plan.json").read_text(encoding="utf-8"))
    edit(document)
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    said = smena("compare", plans["office"], file, "--out", tmp_path / "side")
    assert said.code == 2
    assert said.out == ""
    assert [line for line in said.err.splitlines() if f"✗ {file}: {place}: " in line and words in line]
    assert "audit this one, or plan again" in said.err
    assert not (tmp_path / "side").exists()


@pytest.mark.parametrize("key", ["figures.cost", "cost", "scenario.desk"])
def test_currencies_that_disagree_inside_a_file_are_refused(
    smena: Smena, plans: dict[str, Path], tmp_path: Path, key: str
) -> None:
    document = json.loads((plans["always"] / "plan.json").read_text(encoding="utf-8"))
    part = document
    for name in key.split("."):
        part = part[name]
    part["currency"] = "EUR"
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    said = smena("compare", plans["office"], file, "--out", tmp_path / "side")
    assert said.code == 2
    assert "cost.currency: it is " in said.err
    assert "but the desk of the plan pays in " in said.err
