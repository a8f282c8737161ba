"""Read an instance, ask the engine, and say what came of it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from planner.solver.answer import Answer, EngineListener
from planner.solver.problem import NoLegalTourError, TourProblem
from tests.benchmarks.curtois.instance import load_instance
from tests.benchmarks.curtois.nouns import Instance
from tests.benchmarks.curtois.result import Result, Status, gap
from tests.benchmarks.curtois.translate import translate

Solver = Callable[..., Answer]


@dataclass(frozen=True)
class Options:
    """How a run is asked for."""

    time_limit: float = 60.0
    seed: int = 1
    workers: int = 2


@dataclass(frozen=True)
class Solved:
    """An instance and its answer; none where an employee has no legal roster."""

    instance: Instance
    problem: TourProblem
    answer: Answer | None
    stuck: tuple[str, ...]
    result: Result


def solve_file(
    path: Path, options: Options, solver: Solver, stop: threading.Event, listen: EngineListener
) -> Solved:
    """Solve an instance; reading it counts towards the time limit.

    Raises
    ------
    models.errors.BadInputError
        When the file is wrong.
    """
    started = time.perf_counter()
    instance = load_instance(path)
    problem = translate(instance)
    answer: Answer | None = None
    stuck: tuple[str, ...] = ()
    try:
        answer = solver(
            problem,
            seconds=max(0.0, options.time_limit - (time.perf_counter() - started)),
            seed=options.seed,
            workers=options.workers,
            stop=stop,
            listen=listen,
        )
    except NoLegalTourError as error:
        stuck = error.profiles
    wall = time.perf_counter() - started
    return Solved(instance, problem, answer, stuck, _result(instance, answer, wall, options))


def _result(instance: Instance, answer: Answer | None, wall_seconds: float, options: Options) -> Result:
    objective = bound = share = None
    status: Status = "infeasible"
    if answer is not None:
        objective, bound = answer.solution.objective, answer.bound
        share = gap(objective, bound)
        status = "optimal" if answer.proven_optimal else "feasible"
    return Result(
        instance.name,
        objective,
        bound,
        share,
        status,
        round(wall_seconds, 3),
        options.seed,
        options.workers,
        options.time_limit,
    )
