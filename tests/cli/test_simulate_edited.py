"""``smena simulate`` of a roster that was changed by hand: it says so, and judges what is there."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Smena

Document = dict[str, Any]


@pytest.fixture
def always(plans: dict[str, Path], tmp_path: Path) -> Path:
    """A plan round the clock of our own, to edit."""
    return shutil.copytree(plans["always"], tmp_path / "always")


def edit(folder: Path, change: Callable[[Document], None]) -> None:
    file = folder / "plan.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    change(document)
    file.write_text(json.dumps(document), encoding="utf-8")


def simulation(folder: Path) -> Document:
    found: Document = json.loads((folder / "simulation.json").read_text(encoding="utf-8"))
    return found


def half_the_shifts(document: Document) -> None:
    document["roster"] = document["roster"][: len(document["roster"]) // 2]


def night_then_day(document: Document) -> None:
    """Whoever worked the night takes the day after it too: as many are there, nobody rests."""
    for night in (row for row in document["roster"] if "T20:00" in row["start"]):
        day = next((row for row in document["roster"] if row["start"] == night["end"]), None)
        if day:
            day["agent"] = night["agent"]
            return


def test_a_plan_as_it_was_written_is_called_so(smena: Smena, always: Path) -> None:
    said = smena("simulate", always, "--replications", "2")
    assert "!" not in said.out
    found = simulation(always)["roster"]
    assert found["as_planned"] is True
    assert (found["shifts_changed"], found["intervals_changed"], found["rules_broken"]) == (0, 0, 0)
    assert found["cost"] == found["planned_cost"]


def test_shifts_taken_out_are_told_and_the_formula_is_of_what_is_left(smena: Smena, always: Path) -> None:
    """The formula used to be what the file said when it was planned."""
    smena("simulate", always, "--replications", "2")
    (planned,) = simulation(always)["channels"]
    edit(always, half_the_shifts)
    said = smena("simulate", always, "--replications", "40")
    assert said.code == 1
    assert "! The roster is not the one that was planned: 7 shifts changed, in 76 intervals" in said.out
    found = simulation(always)
    assert found["roster"]["as_planned"] is False
    assert float(found["roster"]["cost"]) < float(found["roster"]["planned_cost"])
    (phone,) = found["channels"]
    assert phone["planned_share"] < planned["planned_share"] - 0.2
    # one queue, nobody else's contacts: what the formula says now is what the simulation shows
    assert abs(phone["planned_share"] - phone["service_level"]["value"]) < 0.03


def test_rules_it_breaks_are_told_as_the_audit_counts_them(smena: Smena, always: Path) -> None:
    edit(always, night_then_day)
    said = smena("simulate", always, "--replications", "2")
    audited = json.loads(smena("audit", always, "--json").out)
    broken = len(audited["violations"])
    assert broken > 0
    assert simulation(always)["roster"]["rules_broken"] == broken
    assert f"! The roster breaks rules {broken} time" in said.out
    assert "smena audit lists them" in said.out
    assert said.code == 1


def test_with_json_it_is_told_beside_it(smena: Smena, always: Path) -> None:
    edit(always, half_the_shifts)
    said = smena("simulate", always, "--replications", "2", "--json")
    assert json.loads(said.out)["roster"]["shifts_changed"] == 7
    assert "The roster is not the one that was planned" in said.err


def test_in_russian_with_its_plurals(smena: Smena, always: Path) -> None:
    def change(document: Document) -> None:
        document["scenario"]["desk"]["language"] = "ru"
        document["roster"] = document["roster"][:-1]

    edit(always, change)
    said = smena("simulate", always, "--replications", "2")
    assert "График не тот, что был составлен: изменено смен: 1, в 4 интервалах" in said.out


def test_every_round_is_reckoned_alike(smena: Smena, always: Path) -> None:
    """Round 0 used to mix the new cost with the shortfall the file once said."""

    def change(document: Document) -> None:
        half_the_shifts(document)
        document["coverage"]["understaffed_hours"] = 123.0

    edit(always, change)
    smena("simulate", always, "--replications", "10", "--refine", "--time-limit", "5", "--rounds", "1")
    first, second = simulation(always)["refinement"]["rounds"]
    assert first["understaffed_hours"] == pytest.approx(76, abs=12)
    assert second["understaffed_hours"] < first["understaffed_hours"]
    assert second["required_hours"] >= first["required_hours"]
    refined = json.loads((always / "refined" / "plan.json").read_text(encoding="utf-8"))
    assert refined["coverage"]["understaffed_hours"] == second["understaffed_hours"]
    assert refined["cost"]["total"] == second["cost"]


def test_what_is_still_below_is_told_with_its_price_and_what_to_change(smena: Smena, always: Path) -> None:
    """At 1 an hour short nothing is bought: one agent more costs pay, and would pay from hundreds on."""

    def change(document: Document) -> None:
        half_the_shifts(document)
        document["scenario"]["prices"]["understaffed_hour"] = "1"

    edit(always, change)
    arguments = ("--replications", "10", "--refine", "--time-limit", "5", "--rounds", "1")
    said = smena("simulate", always, *arguments, "--price-intervals", "1")
    assert "One agent" in said.out
    assert "An hour short is priced at 1.00 RUB (prices.understaffed_hour)" in said.out
    assert "a rule min_staff" in said.out
    assert "raise prices.understaffed_hour; at " in said.out
    told = simulation(always)["refinement"]["still_below"]
    first, *others = told["intervals"]
    assert first["planned_again"] is True
    assert not any(one["planned_again"] for one in others)
    assert 0 < float(first["one_more_at_least"]) <= float(first["one_more_at_most"])
    assert first["one_missing"] == told["understaffed_hour"] == "1.00"
    sure = float(told["understaffed_hour_that_surely_suffices"])
    assert sure == max(float(one["pays_from"]) for one in told["intervals"]) > 100
