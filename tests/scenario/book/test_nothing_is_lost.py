"""Any scenario → workbook → scenario → TOML → scenario is the same scenario, in both languages."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.scenario import Scenario
from models.text import Language
from planner.scenario.as_written import as_written
from planner.scenario.book.read_book import read_book
from planner.scenario.book.write_book import book_of
from planner.scenario.extends import read_extended
from planner.scenario.schema import scenario_model
from planner.scenario.toml_text import toml_text
from tests.scenario.book.random_scenarios import scenarios

SCENARIOS = Path(__file__).parents[3] / "scenarios"
LANGUAGES: tuple[Language, ...] = ("en", "ru")


def through_a_book(scenario: Scenario, folder: Path, language: Language) -> Scenario:
    path = folder / "desk.xlsx"
    path.write_bytes(book_of(as_written(scenario), language, path.name))
    data, _, problems = read_book(path, path.name)
    assert problems == []
    return scenario_model().model_validate(data)


def through_toml(scenario: Scenario) -> Scenario:
    data: dict[str, Any] = tomllib.loads(toml_text(as_written(scenario)), parse_float=Decimal)
    return scenario_model().model_validate(data)


@settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # scenarios are many draws: shrinking takes minutes
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(scenario=scenarios(), language=st.sampled_from(LANGUAGES))
def test_any_scenario_survives_workbook_and_toml(
    scenario: Scenario, language: Language, tmp_path: Path
) -> None:
    from_book = through_a_book(scenario, tmp_path, language)
    assert from_book == scenario
    assert through_toml(from_book) == scenario


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_scenarios_survive(file: Path, language: Language, tmp_path: Path) -> None:
    if "base" in file.stem:
        pytest.skip("not a scenario by itself")
    data, _, problems = read_extended(file)
    assert problems == []
    scenario = scenario_model().model_validate(data)
    assert through_a_book(scenario, tmp_path, language) == scenario
    assert through_toml(scenario) == scenario


def test_equal_scenarios_give_equal_bytes() -> None:
    data, _, _ = read_extended(SCENARIOS / "24x7.toml")
    written = as_written(scenario_model().model_validate(data))
    assert book_of(written, "ru", "desk.xlsx") == book_of(written, "ru", "desk.xlsx")
