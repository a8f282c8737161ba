"""Make support desks from recipes, solve them with our engine and with rivals, print how well.

Run with ``./run python -m tests.benchmarks.support RECIPE [RECIPE ...] --time-limit 60``.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from tests.benchmarks.support.dump import write_dump
from tests.benchmarks.support.generate import make_scenario
from tests.benchmarks.support.measure import Job, Measured, measure
from tests.benchmarks.support.problem import make_problem
from tests.benchmarks.support.recipe import RECIPES, recipe_from
from tests.benchmarks.support.solvers import solver_named
from tests.benchmarks.support.table import table_of


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the options, dump or measure, print."""
    parser = _parser()
    options = parser.parse_args(arguments)
    solvers = ["ours", *(name for name in options.against.split(",") if name)]
    try:
        recipes = [recipe_from(text) for text in options.recipes]
        seeds = [int(seed) for seed in options.seeds.split(",")]
        for name in solvers:
            solver_named(name, options.workers)
        # a recipe that cannot be made is told before the first hour is spent
        scenarios = [make_scenario(recipe, options.desk_seed) for recipe in recipes]
    except ValueError as error:
        parser.error(str(error))
    console = Console(width=200)
    if options.dump is not None:
        if len(scenarios) != 1:
            parser.error("--dump writes one recipe")
        write_dump(make_problem(scenarios[0]).problem, options.dump)
        console.print(f"written: {options.dump}")
        if not options.time_limit:
            return
    for text in options.recipes:
        runs: list[tuple[Job, Measured]] = []
        for name in solvers:
            for seed in seeds:
                limits = (options.time_limit or 60.0, seed, options.workers, options.memory_limit)
                job = Job(text, options.desk_seed, name, *limits)
                runs.append((job, measure(job)))
        console.print(table_of(runs))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.support",
        description="Make support desks from recipes and solve them with our engine and with rivals.",
        epilog="A recipe may be changed: individuals_50,weeks=8,wishes=0,hours=business.",
    )
    parser.add_argument("recipes", nargs="+", metavar="RECIPE", help=", ".join(RECIPES))
    parser.add_argument("--time-limit", type=float, help="seconds per run, 60 where left out")
    parser.add_argument("--seeds", default="1", help="seeds of the solvers, e.g. 1,2,3; medians are shown")
    parser.add_argument("--desk-seed", type=int, default=1, help="seed of the desk itself")
    parser.add_argument("--workers", type=int, default=2, help="cores of our engine")
    parser.add_argument("--against", default="", help="rivals: mip, cpsatN with N workers; e.g. cpsat8,mip")
    parser.add_argument("--memory-limit", type=float, default=12.0, help="GiB each run may use")
    parser.add_argument(
        "--dump", type=Path, help="write the problem as JSON; without --time-limit do nothing else"
    )
    return parser


if __name__ == "__main__":
    main()
