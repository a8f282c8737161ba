"""Every scenario, rule and channel survives the file."""

import json
from pathlib import Path

import pytest

import planner.scenario
from models.rule import RULES
from models.scenario import Scenario
from planner.plan_file.resolved import read_scenario
from planner.scenario import load_scenario
from planner.scenario.schema import scenario_model
from tests.plan_file.small_plan import TABLE

TEMPLATES = sorted((Path(planner.scenario.__file__).parent / "templates").glob("*.toml"))


def through_the_file(scenario: Scenario) -> Scenario | None:
    table = json.loads(json.dumps(scenario.model_dump(mode="json", by_alias=True)))
    read, problems = read_scenario(table, "plan.json")
    assert problems == []
    return read


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.name for path in TEMPLATES])
def test_the_templates(path: Path) -> None:
    scenario = load_scenario(path).scenario
    assert through_the_file(scenario) == scenario


scenario_model()


@pytest.mark.parametrize("kind", list(RULES))
def test_every_kind_of_rule(kind: str) -> None:
    for example in RULES[kind].examples():
        scenario = scenario_model().model_validate(TABLE | {"rules": [{"kind": kind, **example.rule}]})
        assert scenario_model().model_validate_json(scenario.model_dump_json(by_alias=True)) == scenario


def test_a_history_file_need_not_be_there(tmp_path: Path) -> None:
    channel = {key: value for key, value in TABLE["channels"][0].items() if key != "volume"}
    scenario = scenario_model().model_validate(
        TABLE | {"channels": [channel | {"history": {"file": str(tmp_path / "gone.csv")}}]}
    )
    assert through_the_file(scenario) == scenario
