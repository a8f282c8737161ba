"""The relaxation of a whole problem: by blending, by linear programs, or one after the other."""

from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from planner.solver.columns.blend_root import BlendRoot
from planner.solver.columns.generation import Generation
from planner.solver.columns.master_answer import MasterAnswer
from planner.solver.columns.play import Play
from planner.solver.columns.pricing import Priced, Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.proof import Proof
from planner.solver.search import Search

#: Times that play goes through all slots, and where blending follows.
_PASSES, _FEW_PASSES = 8, 4
#: Slots times rows above which linear programs are slow, and rows that duties cover on average
#: up to which blending is quicker.
_LARGE, _NARROW = 25_000, 4
#: Part of the time that blending, linear programs, and ending what they left open may take.
_BLEND_SHARE, _ROOT_SHARE, _TIGHTEN_SHARE = 0.25, 0.35, 0.2
#: Relative gap at which the relaxation is good enough to dive from.
_SETTLED = 1e-3
#: Relative gap at which blending has nothing left to gain.
_BLENDED = 3e-3
#: Rounds of generation there must be time for, or it is left alone.
_ROUNDS = 12
#: Part of the gap that must lie in the relaxation for it to be tightened.
_WORTH_TIGHTENING = 0.01


@dataclass(frozen=True)
class Relaxed:
    """Column generation as far as it came, and the last solution of its master."""

    root: Generation
    answer: MasterAnswer


class Relaxation:
    """Solves the relaxation of a problem, and keeps what it proves.

    Where there are many slots and rows, and duties cover few, blending comes near its optimum
    long before a linear program over as many tours is solved; column generation then begins
    with the blend's tours and prices.  Where one such program takes too long, blending goes on
    instead.  Call ``blend`` first.

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
    known
        Good prices, where they are known already: there is nothing to play or blend for then.
    """

    def __init__(
        self,
        search: Search,
        proof: Proof,
        program: Program,
        seed: int,
        pool: Executor | None,
        known: Prices | None = None,
    ) -> None:
        self._search, self._proof, self._program = search, proof, program
        self._seed, self._pool = seed, pool
        index = program.ledger.cover_index
        large = len(program.slots) * len(program.rows) > _LARGE
        self._known = known
        self._blends = known is None and large and index.entries <= _NARROW * index.places
        self._tours: tuple[PricedTour, ...] = ()
        self._until = np.inf

    def blend(self) -> BlendRoot | None:
        """Come near the relaxation without linear programs; nothing where those are quick, or duties wide."""
        self._search.say("relaxation")
        if self._known is not None:
            return None
        self._played = Play(self._program, self._pricer(), self._seed).run(
            _FEW_PASSES if self._blends else _PASSES, self._search.keep_going
        )
        if not self._blends:
            return None
        blended = BlendRoot(self._program, self._pricer(), self._played.tours, self._seed)
        self._blend(blended, _BLEND_SHARE, until_near=True)
        return blended

    def blend_on(self, blended: BlendRoot) -> bool:
        """Go on blending, in part of the time left, where that is long enough; say whether it was."""
        search = self._search
        if not self._go_on() or _ROOT_SHARE * search.left < blended.seconds:
            return False
        search.say("relaxation")
        self._blend(blended, _ROOT_SHARE, until_near=False)
        return self._go_on()

    def _blend(self, blended: BlendRoot, share: float, *, until_near: bool) -> None:
        search = self._search
        until = search.elapsed + share * search.left

        def found(priced: Priced) -> bool:
            self._proof.keep(priced)
            search.say("relaxation")
            enough = until_near and blended.is_near
            return self._go_on() and search.elapsed < until and not enough

        blended.run(found, _BLENDED)
        self._tours = tuple(tour for tour, _ in blended.blend.tours.weighted())

    def generate(self) -> Relaxed | None:
        """Solve by linear programs, in part of the time; nothing where they would take too long."""
        self._search.say("relaxation")
        root = self._begun()
        answer = self._solve(root, _ROOT_SHARE, settled=_SETTLED)
        return None if answer is None else Relaxed(root, answer)

    def tighten(self, relaxed: Relaxed) -> None:
        """End what the relaxation left open, in part of the time left, where the gap lies there."""
        search, best, bound = self._search, self._search.best, self._search.bound
        if not self._go_on():
            return
        share = _TIGHTEN_SHARE
        if best is not None and bound is not None:
            # what lies in the relaxation is worth its part of the time
            gap = best.objective - bound
            share = min(share, (relaxed.answer.objective - bound) / gap)
        if share >= _WORTH_TIGHTENING:
            search.say("tighter bound")
            self._solve(relaxed.root, share, settled=0.0)

    def _pricer(self) -> TourPricer:
        return TourPricer(self._program, self._pool)

    def _begun(self) -> Generation:
        """Begin column generation: tours, prices, and rows that cost something."""
        if self._blends:
            tours, priced = self._tours, self._proof.best
        elif self._known is not None:
            tours, priced = (), self._pricer().price(self._known)
        else:
            tours, priced = self._played.tours, self._pricer().price(self._played.prices)
            self._proof.keep(priced)
        if priced is None:
            raise RuntimeError("blending comes before linear programs")
        program = replace(self._program, watched=np.flatnonzero(priced.prices.rows))
        root = Generation(program, self._seconds_left, self._pool)
        root.begin(priced, tours)
        return root

    def _solve(self, root: Generation, share: float, settled: float) -> MasterAnswer | None:
        search = self._search
        seconds = share * search.left
        until = search.elapsed + seconds
        # a first program that takes longer than a round may would be one of many
        self._until = search.elapsed + seconds / _ROUNDS if self._blends else until

        def enough(answer: MasterAnswer, bound: float) -> bool:
            self._until = until
            self._proof.keep(root.best)
            search.say("relaxation" if settled else "tighter bound")
            near = settled and answer.objective - bound <= max(0.05, settled * abs(answer.objective))
            whole = np.ceil(bound - 1e-6) >= np.ceil(answer.objective - 1e-6)
            late = search.elapsed > self._until or root.seconds_per_round * _ROUNDS > seconds
            return bool(near or whole or not self._go_on() or late)

        answer = root.run(enough)
        self._until = np.inf
        self._proof.keep(root.best)
        return answer

    def _seconds_left(self) -> float:
        return min(self._search.left, self._until - self._search.elapsed)

    def _go_on(self) -> bool:
        return self._search.keep_going() and not self._search.proven
