"""Search for whole numbers of tours with HiGHS, in slices that can be interrupted between."""

import math
from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from planner.solver.answer import Solution
from planner.solver.background import run_until
from planner.solver.decompose import tours_of_flow
from planner.solver.evaluate import Ledger
from planner.solver.flow_model import FlowModel
from planner.solver.highs_log import read_log_line
from planner.solver.layers import Ints, Layers
from planner.solver.linear import Floats, LinearAnswer, Mask, solve_linear
from planner.solver.search import Search
from planner.solver.sides import best_sides

#: Reduced costs below this are zero but for rounding.
_ZERO = 1e-6
#: The first slice; one that ran out of time is followed by one twice as long.  Between slices
#: what HiGHS found becomes ours, so that an interruption loses at most one slice.
_FIRST_SLICE_SECONDS = 20.0
#: How far above the relaxation the search looks at first, as a share of the objective, and by
#: how much it looks further once everything within that has been searched.
_FIRST_REACH, _FURTHER = 0.0005, 4.0
#: Part of the relaxation's flow that must be whole for it to be kept in the first slice.
_MOSTLY_WHOLE = 0.4

#: How long past its limit a slice may take to end by itself.
_GRACE_SECONDS = 5.0


class IntegerSearch:
    """Integer search over the flow model, first close to the relaxation, then further away.

    A solution that uses a column costs at least the relaxation plus the column's reduced cost.
    So a search among columns of reduced cost up to some reach finds the best of all solutions
    if that is within reach, and is a fraction of the work: where the relaxation is tight,
    reach zero is enough.  A reach of the gap to the best solution known loses nothing.

    Parameters
    ----------
    search
        Clock, best solution and bound.
    ledger, networks, model
        The problem in its forms.
    relaxed
        Optimal relaxation, with reduced costs.
    seed
        Seed of HiGHS.
    """

    def __init__(
        self,
        search: Search,
        ledger: Ledger,
        networks: tuple[Layers, ...],
        model: FlowModel,
        relaxed: LinearAnswer,
        seed: int,
    ) -> None:
        self._search, self._ledger, self._networks = search, ledger, networks
        self._model, self._relaxed, self._seed = model, relaxed, seed

    def slices(self) -> Iterator[Solution]:
        """Search until optimal or out of time; yield each slice's solution once it is offered."""
        seconds, reach = _FIRST_SLICE_SECONDS, 0.0
        yield from self._near_floors(seconds)
        objective = self._relaxed.objective + self._model.constant / self._model.scale
        while not self._search.proven and self._search.keep_going():
            within = min(reach, self._gap())
            found = self._slice(self._closed(within + _ZERO), min(seconds, self._search.left))
            self._raise_bound(found.bound, within)
            before = self._search.best
            if found.values is not None:
                yield self._offer(np.rint(found.values).astype(np.int64))
            self._search.say("integer search")
            if found.exhausted:
                reach = max(_FURTHER * reach, _FIRST_REACH * abs(objective), 1.0)
                continue
            seconds *= 2
            if self._search.best is before:
                # too narrow to find anything in time: a solution is easier found in the open
                reach = math.inf

    def _near_floors(self, seconds: float) -> Iterator[Solution]:
        """Look first where the relaxation's own whole part stays, if that is most of it.

        What costs no more than the relaxation is then found in a small part of the program.
        """
        values, program = self._relaxed.values, self._model.program
        if values is None or self._search.proven or not self._search.keep_going():
            return
        floors = program.floors(values)
        arcs = np.concatenate([day.columns for own in self._model.arcs for day in own])
        if floors[arcs].sum() < _MOSTLY_WHOLE * values[arcs].sum():
            return
        found = self._slice(self._closed(_ZERO) & (floors == 0), min(seconds, self._search.left), floors)
        if found.values is not None:
            if found.exhausted and found.objective <= self._relaxed.objective + _ZERO:
                self._raise_bound(found.objective, math.inf)
            yield self._offer(np.rint(found.values).astype(np.int64))

    def _gap(self) -> float:
        """Gap between the best solution and the relaxation, in units of the program."""
        if self._search.best is None:
            return math.inf
        best = (self._search.best.objective - self._model.constant) / self._model.scale
        return best - self._relaxed.objective + max(_ZERO, 1e-9 * abs(best))

    def _closed(self, above: float) -> Mask:
        """Columns that rest at zero with a reduced cost above a limit."""
        at_zero = self._model.program.rests_at_zero
        if self._relaxed.reduced_costs is None:
            return np.zeros_like(at_zero)
        closed: Mask = at_zero & (self._relaxed.reduced_costs > above)
        return closed

    def _slice(self, closed: Mask, seconds: float, floors: Floats | None = None) -> LinearAnswer:
        def hear(lines: Sequence[str]) -> None:
            for line in lines:
                read = read_log_line(line)
                if read is not None and read[0] is not None:
                    objective = round(read[0] * self._model.scale) + self._model.constant
                    self._search.say("integer search", objective)

        call = partial(
            solve_linear,
            self._model.program,
            relaxed=False,
            seconds=seconds,
            seed=self._seed,
            closed=closed,
            floors=floors,
            listen=hear,
        )
        # HiGHS keeps this limit well; the grace lets a slice hand over what it found
        return run_until(call, self._search.stop, seconds + _GRACE_SECONDS)

    def _offer(self, values: Ints) -> Solution:
        tours = tours_of_flow(self._ledger, self._networks, self._model, values)
        sides = best_sides(self._ledger, tours, self._seed)
        solution = self._ledger.solution(self._networks, tours, sides)
        self._search.offer(solution)
        return solution

    def _raise_bound(self, found: float, reach: float) -> None:
        """Keep a bound: what HiGHS proved within reach, or the edge of the reach if that is lower.

        Without time HiGHS has no bound at all; where nothing was left to search, it is infinite.
        A reach of the gap to the best solution lets nothing better out.
        """
        if math.isnan(found):
            return
        edge = self._relaxed.objective + reach
        best = self._search.best
        if best is not None and reach >= self._gap():
            edge = math.inf
        bound = min(found, edge)
        if math.isfinite(bound):
            # costs are whole multiples of the scale: a bound between two is the higher one
            whole = math.ceil(bound - max(1e-4, 1e-9 * abs(bound)))
            proven = self._model.scale * whole + self._model.constant
            self._search.raise_bound(
                proven if best is None else min(proven, best.objective), "branch_and_bound"
            )
        elif bound > 0 and best is not None:
            self._search.raise_bound(best.objective, "branch_and_bound")
