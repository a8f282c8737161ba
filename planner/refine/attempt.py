"""One roster, read with the formulas and played."""

from dataclasses import dataclass

from models.expectation import Expectation
from models.plan import Plan
from models.progress import Listener, silent
from planner.again import expect
from planner.pipeline import simulate_plan
from planner.simulate.plan_simulation import MadePlan, PlanSimulation, SimulationLimits


@dataclass(frozen=True)
class Attempt:
    """A plan and how it does; whether fresh or from a file, everything is reckoned alike.

    ``plan`` is the plan itself where it was made here.
    """

    made: MadePlan
    simulated: PlanSimulation
    expected: Expectation
    plan: Plan | None = None

    @property
    def cost_minor(self) -> int:
        """Pay, by the clock."""
        return self.expected.cost.total_minor

    @property
    def below(self) -> int:
        """Intervals, days or periods below the promise, those of all channels together."""
        return sum(self.simulated.below)

    @property
    def missed(self) -> tuple[int, int]:
        """How far the promises are missed: what is below, then contacts late beyond what is allowed."""
        return self.below, round(self.simulated.late_contacts)

    @property
    def worth(self) -> tuple[int, int, int]:
        """Less is better: how far the promises are missed, then cost."""
        return *self.missed, self.cost_minor


def try_out(made: MadePlan, limits: SimulationLimits, listen: Listener = silent) -> Attempt:
    """Play a plan and read it with the formulas."""
    simulated = simulate_plan(made, limits, listen)
    return Attempt(made, simulated, expect(made), made if isinstance(made, Plan) else None)
