"""One run of one solver, in a process of its own so that its memory is its own."""

import multiprocessing
import resource
import sys
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from planner.solver.problem import NoLegalTourError, TourProblem
from tests.benchmarks.support.generate import make_scenario
from tests.benchmarks.support.outcome import Outcome, TooLargeError
from tests.benchmarks.support.problem import make_problem
from tests.benchmarks.support.recipe import recipe_from
from tests.benchmarks.support.recount import recount
from tests.benchmarks.support.solvers import solver_named

#: A process that has not answered so long after its time limit is ended.
GRACE_SECONDS = 240.0


@dataclass(frozen=True)
class Job:
    """What to run: a recipe and the seed of its desk; a solver, its limits and its own seed."""

    recipe: str
    desk_seed: int
    solver: str
    seconds: float
    seed: int
    workers: int
    memory_gib: float


@dataclass(frozen=True)
class Measured:
    """What came of a job; sizes are ``None`` where the process never came so far."""

    agents: int | None = None
    profiles: int | None = None
    rows: int | None = None
    make_seconds: float | None = None
    network_seconds: float | None = None
    first_seconds: float | None = None
    objective: int | None = None
    bound: int | None = None
    wall_seconds: float | None = None
    peak_gib: float | None = None
    note: str = ""

    @property
    def gap(self) -> float | None:
        """How far below the objective the bound lies, as a share of the objective."""
        if self.objective is None or self.bound is None:
            return None
        return (self.objective - self.bound) / max(1, abs(self.objective))


def measure(job: Job) -> Measured:
    """Run a job in a process of its own; never raises for what happens there."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run_and_send, args=(job, sender))
    process.start()
    sender.close()
    deadline = time.monotonic() + job.seconds + GRACE_SECONDS
    try:
        if not receiver.poll(max(0.0, deadline - time.monotonic())):
            return Measured(note="no answer in time")
        result = receiver.recv()
    except EOFError:
        process.join()
        return Measured(note=f"the process ended with code {process.exitcode}")
    finally:
        process.join(5.0)
        if process.is_alive():
            process.kill()
        process.join()
    if not isinstance(result, Measured):
        raise TypeError(f"a process answered {result!r}")
    return result


def _run_and_send(job: Job, sender: Connection) -> None:
    limit = int(job.memory_gib * 2**30)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    try:
        sender.send(run(job))
    except MemoryError:
        sender.send(Measured(note=f"out of {job.memory_gib:g} GiB of memory"))


def run(job: Job) -> Measured:
    """Make the problem, solve it and count the objective again, in this process."""
    made = make_problem(make_scenario(recipe_from(job.recipe), job.desk_seed))
    problem = made.problem
    begun = time.perf_counter()
    try:
        outcome = solver_named(job.solver, job.workers)(problem, job.seconds, job.seed)
    except TooLargeError as error:
        outcome = Outcome(None, None, time.perf_counter() - begun, note=str(error))
    except NoLegalTourError as error:
        outcome = Outcome(None, None, time.perf_counter() - begun, note=f"no legal tour: {error}")
    solution = outcome.solution
    return Measured(
        agents=sum(profile.upper for profile in problem.profiles),
        profiles=len(problem.profiles),
        rows=len(problem.rows),
        make_seconds=made.crew_seconds + made.translate_seconds,
        network_seconds=outcome.network_seconds,
        first_seconds=outcome.first_seconds,
        objective=None if solution is None else solution.objective,
        bound=outcome.bound,
        wall_seconds=outcome.wall_seconds,
        peak_gib=peak_gib(),
        note=", ".join(filter(None, (outcome.note, _disagreement(problem, outcome)))),
    )


def _disagreement(problem: TourProblem, outcome: Outcome) -> str:
    """Say what is wrong with a claimed roster; nothing where it is right."""
    if outcome.solution is None:
        return ""
    try:
        counted = recount(problem, outcome.solution.tours, outcome.solution.sides)
    except ValueError as error:
        return f"NOT LEGAL: {error}"
    if counted != outcome.solution.objective:
        return f"WRONG OBJECTIVE: counted again it is {counted}"
    if outcome.bound is not None and outcome.bound > counted:
        return "WRONG BOUND: above the objective"
    return ""


def peak_gib() -> float:
    """Largest resident memory of this process so far, and of the largest of its ended children."""
    own = _high_water_kib()
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if sys.platform == "darwin":
        children //= 1024
    return (own + children) / 2**20


def _high_water_kib() -> int:
    """Peak of this process alone: what the kernel's usage reports may be its parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage // 1024 if sys.platform == "darwin" else usage
