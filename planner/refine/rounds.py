"""Plan again with more cover where the simulated promise fails, until it holds."""

from dataclasses import dataclass

from models.progress import Listener, silent
from planner.pipeline import plan_for
from planner.refine.attempt import Attempt, try_out
from planner.roster.solve import SearchLimits
from planner.simulate.plan_simulation import SimulationLimits
from planner.simulate.refine import joined_cover


@dataclass(frozen=True)
class Refinement:
    """The plan as it was, and every new one, in order."""

    attempts: tuple[Attempt, ...]

    @property
    def chosen(self) -> Attempt:
        """The one that misses its promises least; of equals the cheapest, then the first.

        Plans that miss them no less than the first are no better, however cheap.
        """
        first = self.attempts[0]
        better = [one for one in self.attempts[1:] if one.missed < first.missed]
        return min(better, key=lambda one: one.worth, default=first)

    @property
    def extra_minor(self) -> int:
        """What the chosen plan costs more than the first."""
        return self.chosen.cost_minor - self.attempts[0].cost_minor


def refine(
    first: Attempt,
    limits: SearchLimits,
    simulation: SimulationLimits,
    rounds: int,
    listen: Listener = silent,
) -> Refinement:
    """Plan again with more cover where the simulated promise fails, until it holds.

    At most so many rounds, each with the limits given.  The last plan holds, unless the rounds
    were too few, it was stopped, or a round neither paid for more nor missed the promises less:
    then shortfalls are priced lower than the people it would take.

    Parameters
    ----------
    first
        The plan as it is.
    limits, simulation
        Time and seed of each search, and how each plan is played.
    rounds
        Most plans to make.
    listen
        Hears of progress.
    """
    attempts = [first]
    scenario, demands = first.made.scenario, first.made.demands
    for _ in range(rounds):
        before = attempts[-1]
        if before.below == 0 or simulation.is_stopped():
            break
        added = joined_cover(before.made.added_cover, before.simulated.lacking)
        plan = plan_for(scenario, demands, limits, listen, added)
        if simulation.is_stopped():
            break
        attempts.append(try_out(plan, simulation, listen))
        if attempts[-1].cost_minor <= before.cost_minor and attempts[-1].missed >= before.missed:
            break
    return Refinement(tuple(attempts))
