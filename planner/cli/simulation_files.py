"""The files of a simulation, beside the plan it is of."""

from pathlib import Path
from typing import Any

from models.expectation import Expectation
from models.scenario import Scenario
from planner.plan_file import simulation_document, write_side_file
from planner.report import draw_simulation
from planner.simulate.plan_simulation import PlanSimulation


def write_simulation(
    scenario: Scenario, simulated: PlanSimulation, expected: Expectation, folder: Path
) -> dict[str, Any]:
    """Write simulation.json and simulation.png into a plan's folder; return what the first says."""
    document = simulation_document(scenario, simulated, expected)
    write_side_file(document, folder / "simulation.json")
    draw_simulation(scenario, simulated, folder / "simulation.png")
    return document
