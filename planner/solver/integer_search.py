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
from planner.solver.path_losses import path_losses
from planner.solver.search import Search
from planner.solver.sides import best_sides

#: Losses below this are zero but for rounding.
_ZERO = 1e-6
#: Rounding of an objective, as a share of it.
_WHOLE = 1e-9
#: The first look near the relaxation's whole part.
_LOOK_SECONDS = 20.0
#: The first slice; one that ran out of time is followed by one twice as long, with another seed,
#: because what HiGHS takes for one program may differ tenfold from seed to seed.  Between slices
#: what it found becomes ours, so that an interruption loses at most one slice.
_FIRST_SLICE_SECONDS = 5.0
#: A slice of this length that found nothing better was too narrow: in the open it is easier.
_LONG_SLICE_SECONDS = 20.0
#: A slice that found nothing better, this far from a proof and after so large a part of the time,
#: says that whole flows are too hard to find this way.
_TOO_FAR, _TRIED_SHARE = 0.01, 0.2
#: How many times as many columns are open once everything open has been searched.
_FURTHER = 1.35
#: Part of the relaxation's flow that must be whole for it to be kept in the first slice.
_MOSTLY_WHOLE = 0.4
#: How long past the limit of the whole search a slice may take to end by itself.
_GRACE_SECONDS = 1.0


class IntegerSearch:
    """Integer search over the flow model, first close to the relaxation, then further away.

    A solution that uses a column costs at least the relaxation plus the column's loss (see
    :mod:`planner.solver.path_losses`).
    So a search among columns that lose up to some reach finds the best of all solutions
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
        self._losses = np.zeros(model.program.columns)
        if relaxed.reduced_costs is not None:
            self._losses = path_losses(ledger.problem, networks, model, relaxed.reduced_costs)

    def slices(self) -> Iterator[Solution]:
        """Search until optimal, out of time or hopeless; yield each slice's solution once it is offered."""
        until = self._search.elapsed + _TRIED_SHARE * self._search.left
        seconds, reach = _FIRST_SLICE_SECONDS, 0.0 if self._may_be_attained() else self._further(0.0)
        while not self._search.proven and self._search.keep_going():
            closed = self._closed(min(reach, self._gap()) + _ZERO)
            hopeless_in = until - self._search.elapsed if self._is_far() else math.inf
            found = self._slice(
                closed, min(seconds, max(_FIRST_SLICE_SECONDS, hopeless_in), self._search.left)
            )
            self._raise_bound(found.bound, closed)
            before = self._search.best
            if found.values is not None:
                yield self._offer(np.rint(found.values).astype(np.int64))
            self._search.say("integer search")
            if self._search.best is before and self._search.elapsed > until and self._is_far():
                return
            if found.exhausted:
                reach = self._further(reach)
                continue
            if self._search.best is before and seconds >= _LONG_SLICE_SECONDS:
                reach = math.inf
            seconds, self._seed = 2 * seconds, self._seed + 1

    def _is_far(self) -> bool:
        best, bound = self._search.best, self._search.bound
        return best is None or bound is None or best.objective - bound > _TOO_FAR * abs(best.objective)

    def _may_be_attained(self) -> bool:
        """Whether a solution may cost just what the relaxation does: all of them cost whole units."""
        objective = self._relaxed.objective
        return abs(objective - round(objective)) <= _WHOLE * max(1.0, abs(objective))

    def _further(self, reach: float) -> float:
        """Return the next reach, with so many times the columns open now."""
        losses = np.sort(self._losses[self._model.program.rests_at_zero])
        wanted = int(_FURTHER * np.searchsorted(losses, reach + _ZERO, side="right"))
        if wanted >= len(losses) or losses[wanted] == math.inf:
            return math.inf
        # columns that lose the same are opened together, and some more than now at any rate
        below = float(losses[int(np.searchsorted(losses, losses[wanted] - _ZERO)) - 1])
        return below if below > reach + _ZERO else float(losses[wanted])

    def near_floors(self) -> None:
        """Look where the relaxation's own whole part stays, if that is most of it.

        What costs no more than the relaxation is then found in a small part of the program.
        """
        values, program = self._relaxed.values, self._model.program
        if values is None or not self._may_be_attained() or not self._search.keep_going():
            return
        floors = program.floors(values)
        arcs = [day.columns for own in self._model.arcs for day in own]
        if sum(floors[day].sum() for day in arcs) < _MOSTLY_WHOLE * sum(values[day].sum() for day in arcs):
            return
        seconds = min(_LOOK_SECONDS, self._search.left)
        found = self._slice(self._closed(_ZERO) & (floors == 0), seconds, floors)
        if found.values is not None:
            if found.exhausted and found.objective <= self._relaxed.objective + _ZERO:
                self._raise_bound(found.objective, np.zeros_like(floors, np.bool_))
            self._offer(np.rint(found.values).astype(np.int64))

    def _gap(self) -> float:
        """How much more than the relaxation a solution better than the best may cost, by the unit."""
        if self._search.best is None:
            return math.inf
        best = (self._search.best.objective - self._model.constant) / self._model.scale
        return best - 1.0 - self._relaxed.objective + max(_ZERO, 1e-9 * abs(best))

    def _closed(self, above: float) -> Mask:
        """Columns that rest at zero and lose more than a limit."""
        closed: Mask = self._model.program.rests_at_zero & (self._losses > above)
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
        # HiGHS may overrun a slice by far where it looks at the clock seldom; while there is time
        # for the whole search, that is no reason to lose what it found
        return run_until(call, self._search.stop, max(seconds, self._search.left) + _GRACE_SECONDS)

    def _offer(self, values: Ints) -> Solution:
        tours = tours_of_flow(self._ledger, self._networks, self._model, values)
        sides = best_sides(self._ledger, tours, self._seed)
        solution = self._ledger.solution(self._networks, tours, sides)
        self._search.offer(solution)
        return solution

    def _raise_bound(self, found: float, closed: Mask) -> None:
        """Keep a bound: what HiGHS proved, or what a solution through a closed column costs at least.

        Without time HiGHS has no bound at all; where nothing was left to search, it is infinite.
        A closed column that no better solution can use lets nothing out.
        """
        if math.isnan(found):
            return
        best = self._search.best
        least = float(self._losses[closed].min(initial=math.inf))
        edge = self._relaxed.objective + least if least <= self._gap() else math.inf
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
