"""The searches of a price list: one after another within one time limit, the widest ranges twice."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from models.comparison import PlanFigures
from models.demand import ChannelDemand
from models.plan import Plan
from models.progress import Listener
from models.text import Text
from planner.again import recheck
from planner.compare import figures_of
from planner.pipeline import plan_for
from planner.price_rules.enough import stopping
from planner.price_rules.ranges import Interval
from planner.price_rules.variant import Change
from planner.roster.linked_stop import LinkedStop
from planner.roster.solve import SearchLimits

#: Shows the progress of one search: number, how many there are, and what is tried.
Shown = Callable[[int, int, Text], AbstractContextManager[Listener]]

#: A search shorter than this tells too little.
_LEAST_SECONDS = 1.0
#: Share of the time for the first search of everything; the rest is for ranges still wide then.
_FIRST_ROUND = 0.7
#: A search begun anew tells more only where it takes longer than the first.
_LONGER = 1.5


@dataclass(frozen=True)
class Solved:
    """A search for a changed scenario, and how long it took.

    ``figures`` are ``None`` where it is proven to have no legal plan.
    """

    change: Change
    figures: PlanFigures | None
    seconds: float = 0.0


class Searches:
    """Plans scenarios one after another; time nobody used is shared among those to come.

    Parameters
    ----------
    demands
        What is expected of the channels of every scenario.
    limits
        ``seconds`` are for all searches together.
    left
        Searches to come, each counted by its weight.
    """

    def __init__(self, demands: tuple[ChannelDemand, ...], limits: SearchLimits, left: int) -> None:
        self._demands, self._limits, self.left = demands, limits, left
        begun = time.monotonic()
        self._end, self._last = begun + _FIRST_ROUND * limits.seconds, begun + limits.seconds
        self.base: Interval | None = None
        # a changed scenario takes about as long as the scenario as it is; less would tell nothing
        self.least_seconds = _LEAST_SECONDS

    def is_over(self) -> bool:
        """Whether another search is not worth beginning."""
        stop = self._limits.stop
        return (stop is not None and stop.is_set()) or self._rest() < _LEAST_SECONDS

    def solve(self, change: Change, weight: int, listen: Listener) -> Plan:
        """Plan one scenario with its share of the time."""
        rest = max(_LEAST_SECONDS, self._rest())
        share = min(1.0, weight / max(weight, self.left))
        self.left -= weight
        return self._plan(change, min(rest, max(self.least_seconds, rest * share)), listen)

    def tried(self, change: Change, again: PlanFigures | None, listen: Listener) -> Solved | None:
        """Search a changed scenario; ``None`` where no plan was found, nor proven that there is none."""
        made = self.solve(change, 1, listen)
        return _solved(change, made, again)

    def begin_second_round(self) -> None:
        """Let the time that is left be used too, where everything has had its first search."""
        self._end = self._last

    def longer(self, solved: Solved, among: int, listen: Listener) -> Solved | None:
        """Search once more and longer, one of so many; ``None`` where there is no time for that."""
        # asked once: the last of them takes all the rest, which is less each time it is asked
        rest = self._rest()
        seconds = max(rest / max(1, among), _LONGER * solved.seconds, _LEAST_SECONDS)
        if self.is_over() or seconds > rest:
            return None
        made = _solved(solved.change, self._plan(solved.change, seconds, listen), None)
        if made is None or made.figures is None or solved.figures is None:
            return made
        best = min(made.figures, solved.figures, key=lambda one: one.objective_minor)
        bound = max(made.figures.bound_minor, solved.figures.bound_minor)
        return replace(made, figures=replace(best, bound_minor=min(bound, best.objective_minor)))

    def _rest(self) -> float:
        return self._end - time.monotonic()

    def _plan(self, change: Change, seconds: float, listen: Listener) -> Plan:
        stop = LinkedStop(self._limits.stop)
        limits = replace(self._limits, seconds=seconds, stop=stop)
        listen = stopping(listen, stop, change.relation, self.base)
        return plan_for(change.scenario, self._demands, limits, listen)


def _solved(change: Change, made: Plan, again: PlanFigures | None) -> Solved | None:
    seconds = made.proof.wall_seconds
    if made.proof.status == "infeasible":
        # hours that must be kept may be missed for want of time alone
        proven = any(conflict.is_minimal for conflict in made.conflicts)
        return Solved(change, None, seconds) if proven else None
    figures = figures_of(made)
    if again is not None and again.objective_minor < figures.objective_minor:
        figures = replace(again, bound_minor=figures.bound_minor)
    return Solved(change, figures, seconds)


def as_it_is_there(change: Change, plan: Plan, base: PlanFigures) -> PlanFigures | None:
    """Figures of the plan as it is in a changed scenario; ``None`` where it is not legal there."""
    if not change.same_roster:
        return None
    findings, cost = recheck(change.scenario, plan.roster, plan.coverage.required)
    if any(found.hard for found in findings):
        return None
    objective = cost.total_minor + plan.objective_parts.total_minor
    return replace(base, objective_minor=objective, bound_minor=min(base.bound_minor, objective))
