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
from planner.solver.linear import LinearAnswer, Mask, solve_linear
from planner.solver.search import Search
from planner.solver.sides import best_sides

#: Reduced costs below this are zero but for rounding.
_ZERO = 1e-6
#: The first slice; later ones double.  Between slices what HiGHS found becomes ours, so that
#: an interruption loses at most one slice.
_FIRST_SLICE_SECONDS = 20.0


class IntegerSearch:
    """Integer search over the flow model, first where the relaxation points, then everywhere.

    A column whose reduced cost exceeds the gap between the best solution and the relaxation
    is in no better solution (reduced-cost fixing), so it is left out without loss.  Before
    that the search is tried on columns of reduced cost zero alone: where the relaxation is
    tight, an optimum lies there and is found in a fraction of the time.

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
        seconds = _FIRST_SLICE_SECONDS
        narrow = True
        while not self._search.proven and self._search.keep_going():
            closed = self._closed(_ZERO if narrow else self._gap())
            found = self._slice(closed, min(seconds, self._search.left))
            if not narrow:
                # costs are whole multiples of the scale: a bound between two is the higher one
                bound = math.ceil(found.bound - max(1e-4, 1e-9 * abs(found.bound)))
                self._raise_bound(self._model.scale * bound + self._model.constant)
                seconds *= 2
            if found.values is not None:
                yield self._offer(np.rint(found.values).astype(np.int64))
            self._search.say("integer search")
            narrow = False

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

    def _slice(self, closed: Mask, seconds: float) -> LinearAnswer:
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
            listen=hear,
        )
        return run_until(call, self._search.stop)

    def _offer(self, values: Ints) -> Solution:
        tours = tours_of_flow(self._ledger, self._networks, self._model, values)
        sides = best_sides(self._ledger, tours, self._seed)
        solution = self._ledger.solution(self._networks, tours, sides)
        self._search.offer(solution)
        return solution

    def _raise_bound(self, bound: int) -> None:
        """Keep a bound; what was left out of the search could only have matched the best."""
        best = self._search.best
        proven = bound if best is None else min(bound, best.objective)
        self._search.raise_bound(proven, "branch_and_bound")
