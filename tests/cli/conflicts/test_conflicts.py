"""Each impossible file: a conflict of which nothing can be left out, and ways out that work as told."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.money import to_minor
from models.plan import Plan
from planner.pipeline import make_plan
from planner.roster.solve import SearchLimits
from planner.scenario.loading import load_scenario
from tests.cli.conflicts.cases import Impossible, changed
from tests.cli.conflicts.of_the_desk import OF_THE_DESK
from tests.cli.conflicts.personal import PERSONAL
from tests.cli.conftest import Smena

CASES = PERSONAL | OF_THE_DESK


def planned(text: str, folder: Path) -> Plan:
    path = folder / "changed.toml"
    path.write_text(text, encoding="utf-8")
    return make_plan(load_scenario(path), SearchLimits(seconds=20, workers=1))


def explained(smena: Smena, case: Impossible, folder: Path) -> Any:
    path = folder / "conflict.toml"
    path.write_text(case.text, encoding="utf-8")
    said = smena("explain", path, "--json", "--time-limit", "40", "--workers", "1")
    assert said.code == 1, said.err
    return json.loads(said.out)


@pytest.mark.parametrize("name", CASES)
def test_a_conflict_is_told_and_nothing_of_it_can_be_left_out(
    name: str, smena: Smena, tmp_path: Path
) -> None:
    case = CASES[name]
    told = explained(smena, case, tmp_path)
    (conflict,) = [one for one in told["conflicts"] if one["minimal"]]
    assert conflict["agent"] == case.agent
    assert sorted(one["kind"] for one in conflict["members"]) == sorted(kind for kind, _ in case.members)
    for kind, edit in case.members:
        assert planned(changed(case.text, edit), tmp_path).proof.status == "optimal", kind
    for words, edit in case.ways:
        way = _way(told, words)
        plan = planned(changed(case.text, edit), tmp_path)
        cost = plan.proof.objective_minor
        assert plan.proof.status == way["status"] == "optimal", words
        assert way["against_law"] == []
        prices = [to_minor(Decimal(way[field]), "RUB") for field in ("cost_at_least", "cost_at_most")]
        assert prices == [cost, cost], words
    against = [one["against_law"] for one in told["relaxations"]]
    assert {article for own in against for article in own} == set(case.unlawful)
    # whatever is lawful is told first
    assert [bool(own) for own in against] == sorted(bool(own) for own in against)


def _way(told: Any, words: str) -> Any:
    found = [one for one in told["relaxations"] if words in one["text"]]
    assert found, (words, [one["text"] for one in told["relaxations"]])
    return found[0]


def test_ten_kinds_there_are() -> None:
    assert len(CASES) >= 10
    assert len({tuple(sorted(kind for kind, _ in case.members)) for case in CASES.values()}) >= 10
