"""What customers will really see: an event simulation of a roster."""

from planner.simulate.refine import extra_cover
from planner.simulate.result import Measures, SimulationResult
from planner.simulate.simulate import simulate
from planner.simulate.simulation_input import SimulationInput

__all__ = ["Measures", "SimulationInput", "SimulationResult", "extra_cover", "simulate"]
