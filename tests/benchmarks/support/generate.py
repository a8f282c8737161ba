"""A recipe becomes a scenario, with as much to do as its people can bear."""

from pathlib import Path

from models.scenario import Scenario
from planner.roster.rows_live import total_required
from planner.scenario.loading import load_scenario
from planner.scenario.schema import scenario_model
from tests.benchmarks.support.demand import channels
from tests.benchmarks.support.people import people
from tests.benchmarks.support.recipe import Recipe
from tests.benchmarks.support.requirement import asked_of
from tests.benchmarks.support.terms import (
    FIRST_DATE,
    WEEKLY_HOURS,
    Table,
    contracts,
    opening,
    rules,
    shift_patterns,
)

_DESKS = Path(__file__).parent.parent / "desks"
_HALVINGS = 12


def make_scenario(recipe: Recipe, seed: int) -> Scenario:
    """Make the desk of a recipe; the same seed gives the same desk."""
    if recipe.desk:
        return load_scenario(_DESKS / f"{recipe.desk}.toml").scenario
    table = scenario_table(recipe, seed, 1.0)
    bearable = recipe.load * _hours_offered(recipe, table)
    # required hours grow with the factor: halve the interval it lies in
    low, high = 0.0, 4.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _hours_asked(recipe, seed, table, middle) > bearable:
            high = middle
        else:
            low = middle
    if low == 0:
        raise ValueError(f"{recipe.name}: too few people to keep so many queues staffed at all hours")
    return scenario_model().model_validate({**table, "channels": channels(recipe, seed, low)})


def scenario_table(recipe: Recipe, seed: int, factor: float) -> Table:
    """Return the scenario as a file would say it, with so many contacts per person."""
    agents, own_rules = people(recipe, seed)
    return {
        "name": recipe.name.split(",")[0],
        "desk": {"name": "Generated desk", "zone": "Europe/Moscow", "currency": "RUB"},
        "period": {"first_date": FIRST_DATE, "weeks": recipe.weeks},
        "opening": {"hours": opening(recipe)},
        "channels": channels(recipe, seed, factor),
        "staffing": {"min_agents": 1},
        "shift_patterns": shift_patterns(recipe),
        "contracts": contracts(recipe),
        "agents": agents,
        "rules": [*rules(recipe), *own_rules],
        "pay": {"night_premium": 0.20},
        "prices": {"understaffed_hour": 1200},
    }


def _hours_offered(recipe: Recipe, table: Table) -> float:
    weekly = sum(WEEKLY_HOURS[agent["contract"]] for agent in table["agents"])
    away = sum("leave" in agent for agent in table["agents"]) / len(table["agents"])
    # a leave takes about a week
    return weekly * (recipe.weeks - away)


def _hours_asked(recipe: Recipe, seed: int, table: Table, factor: float) -> float:
    alone = {**table, "agents": table["agents"][:1], "rules": []}
    scenario = scenario_model().model_validate({**alone, "channels": channels(recipe, seed, factor)})
    asked = asked_of(scenario)
    total = sum(total_required(asked.requirement, scenario.staffing.min_agents))
    live_hours = total * scenario.desk.interval_minutes / 60
    late_hours = sum(need.due_minutes[-1] for need in asked.requirement.backlog) / 60
    return live_hours + late_hours
