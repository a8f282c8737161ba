"""The relaxation of a whole problem: by blending, by linear programs, or one after the other."""

from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from planner.solver.columns.blend_root import BlendRoot
from planner.solver.columns.generation import Generation
from planner.solver.columns.master import MasterAnswer
from planner.solver.columns.play import Play, Played
from planner.solver.columns.pricing import Priced, TourPricer
from planner.solver.columns.program import Program
from planner.solver.proof import Proof
from planner.solver.search import Search

#: Times that play goes through all slots, and where blending follows.
_PASSES, _FEW_PASSES = 8, 4
#: Rows that duties cover on average, up to which blending is used.
_NARROW = 4
#: Part of the time that blending, linear programs, and ending what they left open may take.
_BLEND_SHARE, _ROOT_SHARE, _TIGHTEN_SHARE = 0.25, 0.35, 0.2
#: Relative gap at which the relaxation is good enough to dive from.
_SETTLED = 1e-3
#: Part of the gap that must lie in the relaxation for it to be tightened.
_WORTH_TIGHTENING = 0.1


@dataclass(frozen=True)
class Relaxed:
    """What the relaxation came to.

    ``blended`` is there where duties cover few rows, ``answer`` where linear programs could
    be solved in the time.
    """

    root: Generation
    answer: MasterAnswer | None
    blended: BlendRoot | None


class Relaxation:
    """Solves the relaxation of a problem, and keeps what it proves.

    Where duties cover few rows, blending comes near its optimum long before a linear program
    over as many tours is solved; column generation then begins with the blend's tours and
    prices, or is left out where even blending takes all its time.

    Parameters
    ----------
    search, proof
        Clock, and keeper of the bound.
    program
        The whole problem.
    seed
        Seed of every draw.
    pool
        Prices slots side by side where given.
    """

    def __init__(
        self, search: Search, proof: Proof, program: Program, seed: int, pool: Executor | None
    ) -> None:
        self._search, self._proof, self._program = search, proof, program
        self._seed, self._pool = seed, pool
        index = program.ledger.cover_index
        self._is_narrow = index.entries <= _NARROW * index.places

    def run(self) -> Relaxed:
        """Solve until prices are good enough to dive from, or a part of the time is up."""
        self._search.say("relaxation")
        played = Play(self._program, self._pricer(), self._seed).run(
            _FEW_PASSES if self._is_narrow else _PASSES, self._search.keep_going
        )
        blended = self._blended(played) if self._is_narrow else None
        root = self._begun(played, blended)
        answer = self._relax(root) if blended is None or blended.is_settled else None
        return Relaxed(root, answer, blended)

    def tighten(self, relaxed: Relaxed) -> None:
        """End what the relaxation left open, in part of the time left, where the gap lies there."""
        search, root = self._search, relaxed.root
        best, bound = search.best, search.bound
        if relaxed.answer is None or not self._go_on():
            return
        if best is not None and bound is not None:
            share = relaxed.answer.objective - bound
            if share <= _WORTH_TIGHTENING * (best.objective - bound):
                return
        search.say("tighter bound")
        self._generate(root, _TIGHTEN_SHARE, settled=0.0)

    def _pricer(self) -> TourPricer:
        return TourPricer(self._program, self._pool)

    def _blended(self, played: Played) -> BlendRoot:
        search = self._search
        blended = BlendRoot(self._program, self._pricer(), played.tours, self._seed)
        until = search.elapsed + _BLEND_SHARE * search.left

        def found(priced: Priced) -> bool:
            self._proof.keep(priced)
            search.say("relaxation")
            return self._go_on() and search.elapsed < until

        blended.run(found)
        return blended

    def _begun(self, played: Played, blended: BlendRoot | None) -> Generation:
        """Begin column generation: tours, prices, and rows that cost something."""
        tours = played.tours
        if blended is None:
            priced = self._pricer().price(played.prices)
            self._proof.keep(priced)
        else:
            priced = self._proof.best or self._pricer().price(blended.blend.prices())
            tours = tuple(tour for tour, _ in blended.blend.tours.weighted())
        program = replace(self._program, watched=np.flatnonzero(priced.prices.rows))
        root = Generation(program, lambda: self._search.left, self._pool)
        root.begin(priced, tours)
        return root

    def _relax(self, root: Generation) -> MasterAnswer | None:
        return self._generate(root, _ROOT_SHARE, settled=_SETTLED)

    def _generate(self, root: Generation, share: float, settled: float) -> MasterAnswer | None:
        search = self._search
        until = search.elapsed + share * search.left

        def enough(answer: MasterAnswer, bound: float) -> bool:
            self._proof.keep(root.best)
            search.say("relaxation" if settled else "tighter bound")
            near = settled and answer.objective - bound <= max(0.05, settled * abs(answer.objective))
            whole = np.ceil(bound - 1e-6) >= np.ceil(answer.objective - 1e-6)
            return bool(near or whole or not self._go_on() or search.elapsed > until)

        answer = root.run(enough)
        self._proof.keep(root.best)
        return answer

    def _go_on(self) -> bool:
        return self._search.keep_going() and not self._search.proven
