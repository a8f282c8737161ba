"""Solve one Employee Shift Scheduling instance and write its roster.

Run with ``./run python -m tests.benchmarks.curtois FILE --time-limit 60 --workers 2 --seed 1
--out roster.tsv --json result.json``.  Ctrl-C writes the best roster so far.  ``--certificate`` also
computes the bound of the prices again, without the engine; it may take longer than the search.
"""

import argparse
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from models.errors import BadInputError
from planner.cli.interrupt import leave, stop_on_interrupt
from planner.solver.answer import Certificate, EngineProgress
from planner.solver.engine import solve
from planner.solver.problem import TourProblem
from tests.benchmarks.curtois.certificate_check import doubt_of
from tests.benchmarks.curtois.certificate_file import write_certificate
from tests.benchmarks.curtois.result import gap, write_result
from tests.benchmarks.curtois.roster_file import roster_of, write_roster
from tests.benchmarks.curtois.solve_file import Options, Solved, Solver, solve_file

DONE, INFEASIBLE, BAD_INPUT, NOT_CONFIRMED = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None, solver: Solver = solve) -> int:
    """Read the options, solve, write; return the exit code."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.curtois", description=__doc__)
    parser.add_argument("file", type=Path, help="an instance")
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds")
    parser.add_argument("--workers", type=int, default=2, help="processor cores to use")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="where the roster goes, tab-separated")
    parser.add_argument("--json", type=Path, help="where objective, bound and seconds go")
    parser.add_argument("--certificate", type=Path, help="where the prices behind the bound go")
    options = parser.parse_args(arguments)
    wanted = Options(options.time_limit, options.seed, options.workers)
    try:
        for target in filter(None, (options.out, options.json, options.certificate)):
            target.parent.mkdir(parents=True, exist_ok=True)
        with stop_on_interrupt() as stop, _set_on_terminate(stop):
            solved = solve_file(options.file, wanted, solver, stop, tell)
            _write(solved, options.out, options.json, options.certificate)
    except (BadInputError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    if solved.stuck:
        sys.stderr.write(f"no legal roster for: {', '.join(solved.stuck)}\n")
    if solved.answer is None:
        return INFEASIBLE
    if options.certificate and not _confirm(solved.problem, solved.answer.certificate):
        return NOT_CONFIRMED
    return DONE


def tell(news: EngineProgress) -> None:
    """Print one line of progress: time, objective, bound, gap."""
    objective = "-" if news.objective is None else f"{news.objective:,}"
    bound = "-" if news.bound is None else f"{news.bound:,}"
    share = "-"
    if news.objective is not None and news.bound is not None:
        share = f"{gap(news.objective, news.bound):.2%}"
    sys.stderr.write(
        f"{news.seconds:8.1f} s  objective {objective:>9}  bound {bound:>9}  gap {share:>7}  {news.stage}\n"
    )
    sys.stderr.flush()


@contextmanager
def _set_on_terminate(stop: threading.Event) -> Iterator[None]:
    """Let whoever limits our time from outside get the best roster so far, too."""
    previous = signal.signal(signal.SIGTERM, lambda number, frame: stop.set())
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)


def _write(solved: Solved, out: Path | None, json: Path | None, certificate: Path | None) -> None:
    answer, result = solved.answer, solved.result
    if answer is not None and out:
        write_roster(out, roster_of(solved.instance, solved.problem, answer.solution))
    if answer is not None and certificate:
        write_certificate(certificate, solved.problem, answer.certificate)
    if json:
        write_result(json, result)
    if answer is not None:
        sys.stderr.write(
            f"{result.instance}: {result.status}, objective {result.objective}, bound {result.bound}, "
            f"gap {result.gap:.3%}, {result.wall_seconds:.1f} s\n"
        )


def _confirm(problem: TourProblem, certificate: Certificate) -> bool:
    doubt = doubt_of(problem, certificate)
    verdict = f"bound not confirmed: {doubt}" if doubt else f"bound confirmed: {certificate.bound}"
    sys.stderr.write(verdict + "\n")
    return not doubt


if __name__ == "__main__":
    leave(main())
