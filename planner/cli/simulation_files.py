"""The files of a simulation, beside the plan it is of."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.scenario import Scenario
from planner.plan_file import ReadPlan, simulation_document, write_side_file
from planner.report import draw_simulation
from planner.simulate.plan_simulation import PlanSimulation


def write_simulation(
    scenario: Scenario, simulated: PlanSimulation, planned: Mapping[str, float], folder: Path
) -> dict[str, Any]:
    """Write simulation.json and simulation.png into a plan's folder; return what the first says."""
    document = simulation_document(scenario, simulated, planned)
    write_side_file(document, folder / "simulation.json")
    draw_simulation(scenario, simulated, folder / "simulation.png")
    return document


def planned_shares(read: ReadPlan) -> dict[str, float]:
    """What the formulas said of each channel when the plan was made."""
    return {row["channel"]: float(row["service_level"]) for row in read.document["promises"]}
