"""A tiny desk under each pack plans, and its audit is clean."""

from pathlib import Path

import pytest

from models.law_pack import LAW_PACKS
from planner.again import recheck
from planner.pipeline import make_plan
from planner.roster.solve import SearchLimits
from planner.scenario import load_scenario
from planner.scenario.schema import scenario_model
from tests.cli.desks import OFFICE

scenario_model()  # registers every pack
#: Options that change what a pack asks.
VARIANTS = (
    *(f'"{kind}"' for kind in LAW_PACKS),
    '{ kind = "russia", accounting = "summed" }',
    '{ kind = "kazakhstan", accounting = "summed" }',
    '"eu", "germany"',
    '"us", "california"',
)
#: Everybody works eight hours with a break that every law here takes for one.
DAY = """length_minutes = "9h"
break = { minutes = 60, earliest_after_minutes = "4h", latest_after_minutes = "4h" }"""
PEOPLE = """
[[agents]]
id = "young"
contract = "standard"
birth_date = 2009-01-01

[[agents]]
id = "mother"
contract = "standard"
night_work = "barred"
overtime_work = "barred"
opt_out = true

[[rules]]
kind = "min_rest\""""


def scenario_under(packs: str, folder: Path) -> Path:
    text = OFFICE.replace('name = "office"', f'name = "office"\nlaw_packs = [{packs}]', 1)
    text = text.replace('weekly_minutes = "45h"', 'weekly_minutes = "40h"').replace(
        'length_minutes = "9h"', DAY
    )
    text = text.replace('\n[[rules]]\nkind = "min_rest"', PEOPLE, 1)
    path = folder / "office.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("packs", VARIANTS)
def test_a_tiny_desk_plans_and_its_audit_is_clean(packs: str, tmp_path: Path) -> None:
    loaded = load_scenario(scenario_under(packs, tmp_path))
    assert len(loaded.scenario.rules) >= 2
    plan = make_plan(loaded, SearchLimits(seconds=20))
    assert plan.proof.status in ("optimal", "feasible")
    required = plan.coverage.required
    findings, cost = recheck(loaded.scenario, plan.roster, required, plan.demands)
    assert [found for found in findings if found.hard or found.rule == "looser_than_law"] == []
    assert cost.total_minor == plan.cost.total_minor
