"""Plan the desks beside this file and print how large, how good and how fast.

Run with ``./run python -m tests.benchmarks.desks [FILE ...] --time-limit 60 --repeat 3``.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

from models.money_text import money_text
from models.plan import Plan
from planner.pipeline import make_plan
from planner.roster.solve import SearchLimits
from planner.scenario.loaded import LoadedScenario
from planner.scenario.loading import load_scenario
from planner.solver.layers import Layers
from planner.solver.network import build_networks
from planner.solver.problem import TourProblem

FOLDER = Path(__file__).parent / "desks"
DESKS = tuple(FOLDER / f"{name}.toml" for name in ("month_12", "month_300", "month_12_eight_rules"))


@dataclass(frozen=True)
class Measured:
    """One run of a desk: its plan, the networks of legal tours, and seconds by the clock."""

    plan: Plan
    states: int
    arcs: int
    build_seconds: float
    wall_seconds: float


@dataclass
class NetworkWatch:
    """What building the networks took, and what came out."""

    seconds: float = 0.0
    networks: tuple[Layers, ...] = ()

    def build(self, problem: TourProblem) -> tuple[Layers, ...]:
        """Build, and look at the clock."""
        started = time.perf_counter()
        self.networks = build_networks(problem)
        self.seconds = time.perf_counter() - started
        return self.networks


@contextmanager
def watched_networks() -> Iterator[NetworkWatch]:
    """Watch the engine build its networks, inside a run as it is."""
    watch = NetworkWatch()
    with patch("planner.solver.flow_search.build_networks", watch.build):
        yield watch


def measure(loaded: LoadedScenario, limits: SearchLimits) -> Measured:
    """Plan a desk, demand and staffing included, no files written."""
    with watched_networks() as watch:
        started = time.perf_counter()
        plan = make_plan(loaded, limits)
        wall = time.perf_counter() - started
    return Measured(
        plan,
        sum(network.states for network in watch.networks),
        sum(network.arcs for network in watch.networks),
        watch.seconds,
        wall,
    )


def row(runs: Sequence[Measured]) -> tuple[str, ...]:
    """One line of the table: figures of the last run, medians of the seconds."""
    last = runs[-1]
    proof, scenario = last.plan.proof, last.plan.scenario
    currency, language = scenario.desk.currency, scenario.desk.language
    return (
        scenario.name,
        str(last.plan.roster.headcount),
        f"{last.states:,}",
        f"{last.arcs:,}",
        f"{median(run.build_seconds for run in runs):.2f}",
        proof.status,
        money_text(proof.objective_minor, currency, language),
        money_text(proof.bound_minor, currency, language),
        f"{proof.gap:.3%}",
        f"{median(run.wall_seconds for run in runs):.1f}",
    )


def main() -> None:
    """Read the options, plan, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=DESKS)
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds per plan")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=1, help="runs of each desk; medians are shown")
    options = parser.parse_args()
    heads = ("desk", "agents", "states", "arcs", "build s", "status", "objective", "bound", "gap", "wall s")
    table = Table(*heads)
    limits = SearchLimits(options.time_limit, options.seed)
    for file in options.files:
        loaded = load_scenario(file)
        table.add_row(*row([measure(loaded, limits) for _ in range(options.repeat)]))
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
