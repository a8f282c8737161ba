"""What solving a restricted master gives."""

from dataclasses import dataclass

from planner.solver.columns.pricing import Prices
from planner.solver.paths.network import Floats


@dataclass(frozen=True)
class MasterAnswer:
    """Solution of the restricted master: objective, a value per tour and free side, prices."""

    objective: float
    values: Floats
    sides: Floats
    prices: Prices
