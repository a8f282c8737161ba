"""Any scenario → workbook → scenario → TOML → scenario is the same scenario, in both languages."""

import tomllib
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from models.scenario import Scenario
from models.text import Language
from planner.scenario.as_written import as_written
from planner.scenario.book.read_book import read_book
from planner.scenario.book.write_book import book_of
from planner.scenario.extends import read_extended
from planner.scenario.schema import scenario_model
from planner.scenario.toml_text import toml_text
from tests.scenario.book.random_scenarios import fields_of, given_fields, random_scenario

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


@settings(max_examples=10, phases=[Phase.explicit, Phase.generate], deadline=None)
@example(seed=0, language="en")
@example(seed=1, language="ru")
@given(seed=st.integers(0, 2**32), language=st.sampled_from(LANGUAGES))
def test_any_scenario_survives_workbook_and_toml(seed: int, language: Language) -> None:
    scenario = random_scenario(seed)
    with TemporaryDirectory() as folder:
        from_book = through_a_book(scenario, Path(folder), language)
    assert from_book == scenario
    assert as_written(from_book) == as_written(scenario)  # what was left out stays left out
    assert through_toml(from_book) == scenario


def test_random_scenarios_use_every_field_there_is() -> None:
    """A field that is never drawn could be lost without any test failing."""
    # Pairs are of people, and refuse these.
    refused = {("AlwaysTogether", "contracts"), ("NeverTogether", "contracts")}
    missing = {(model.__name__, field) for model, field in fields_of(scenario_model())} - refused
    for seed in range(300):
        missing -= {(model.__name__, field) for model, field in given_fields(random_scenario(seed))}
        if not missing:
            break
    assert missing == set()


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
