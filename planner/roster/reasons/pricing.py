"""What a plan would cost if the scenario were another."""

import threading
import time
from dataclasses import dataclass

from models.plan import Status
from models.requirement import Requirement
from models.rule import Frame
from models.scenario import Scenario
from models.tariff import Tariff
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.people import make_crews
from planner.roster.reasons.shortage import Shortage, shortages
from planner.roster.translate import translate
from planner.solver.engine import solve
from planner.solver.problem import NoLegalTourError


@dataclass(frozen=True)
class Asked:
    """What every re-solved scenario shares."""

    frame: Frame
    requirement: Requirement
    tariff: Tariff


@dataclass(frozen=True)
class Priced:
    """A plan in figures: bound and cost in minor units, hires per vacancy, and where it falls short."""

    status: Status
    bound_minor: int
    objective_minor: int
    hires: dict[str, int]
    short: tuple[Shortage, ...]


class Budget:
    """Seconds left for trying things out, and how they are shared.

    Parameters
    ----------
    seconds
        Until this many seconds from now.
    seed
        Of every search.
    stop
        Set from outside: no more time.
    """

    #: A search shorter than this tells too little.
    _LEAST_SECONDS = 0.2

    def __init__(self, seconds: float, seed: int, stop: threading.Event | None) -> None:
        self._end = time.monotonic() + seconds
        self.seed, self.stop = seed, stop

    def is_left(self) -> bool:
        """Whether another search is worth beginning."""
        stopped = self.stop is not None and self.stop.is_set()
        return not stopped and self._end - time.monotonic() >= self._LEAST_SECONDS

    def share(self, among: int) -> float:
        """Seconds for one of so many searches still to come."""
        return max(0.0, self._end - time.monotonic()) / max(1, among)


def priced(asked: Asked, scenario: Scenario, budget: Budget, among: int) -> Priced | None:
    """Plan a scenario once more, briefly; ``None`` where somebody has no legal tour in it."""
    tariff = asked.tariff.under(scenario)
    shifts = candidate_shifts(scenario, asked.frame.open_intervals)
    crews = make_crews(scenario, asked.frame, tariff)
    translation = translate(scenario, asked.frame, shifts, asked.requirement, tariff, crews)
    try:
        answer = solve(translation.problem, seconds=budget.share(among), seed=budget.seed, stop=budget.stop)
    except NoLegalTourError:
        return None
    short = shortages(translation, answer, scenario)
    tours = answer.solution.tours
    untold = translation.roles.untold(sum(len(own) for own in tours))
    status: Status = "optimal" if answer.proven_optimal and not untold else "feasible"
    return Priced(
        status="infeasible" if short else status,
        bound_minor=answer.bound,
        objective_minor=answer.solution.objective + untold,
        hires={
            crew.vacancy.name: len(own)
            for crew, own in zip(crews, tours, strict=True)
            if crew.vacancy is not None
        },
        short=short,
    )
