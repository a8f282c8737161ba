from decimal import Decimal
from pathlib import Path

import pytest

from models.plan import Plan
from models.scenario import Scenario
from planner.pipeline import make_plan
from planner.plan_file import ReadPlan, read_plan, write_plan
from planner.roster.solve import SearchLimits
from planner.scenario.loading import load_scenario
from tests.cli.desks import ALWAYS

LIMITS = SearchLimits(20.0, 1, 1)


def plan_of(text: str, folder: Path) -> Plan:
    """Plan a scenario given as TOML."""
    file = folder / "scenario.toml"
    file.write_text(text, encoding="utf-8")
    return make_plan(load_scenario(file), LIMITS)


@pytest.fixture(scope="session")
def cheap_shortfall(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """A desk round the clock that two people answer by day, where an hour short is cheap."""
    text = ALWAYS.replace("= 30, ", "= 300, ").replace("= 20, sun = 20", "= 300, sun = 300")
    return plan_of(text + "[prices]\nunderstaffed_hour = 450\n", tmp_path_factory.mktemp("cheap"))


@pytest.fixture(scope="session")
def read_again(cheap_shortfall: Plan, tmp_path_factory: pytest.TempPathFactory) -> ReadPlan:
    """The same from its file."""
    file = tmp_path_factory.mktemp("read") / "plan.json"
    write_plan(cheap_shortfall, file)
    return read_plan(file)


def with_price(scenario: Scenario, hour: str) -> Scenario:
    """The same desk where an hour short costs something else."""
    prices = scenario.prices.model_copy(update={"understaffed_hour": Decimal(hour)})
    return scenario.model_copy(update={"prices": prices})
