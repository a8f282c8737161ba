"""``smena plan``: the cheapest legal roster of a scenario, with its proof and files."""

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.console import output
from planner.cli.interrupt import stop_on_interrupt
from planner.cli.options import AsJson, OutFolder, Seed, TimeLimit, Workers
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.planning import exit_code, plan_and_write
from planner.cli.scenario_input import load_input
from planner.cli.summary import print_summary


def plan(
    file: Annotated[Path, typer.Argument(help="Scenario file (xlsx or TOML).", show_default=False)],
    out: OutFolder = None,
    time_limit: TimeLimit = 60.0,
    seed: Seed = 1,
    workers: Workers = 2,
    as_json: AsJson = False,
) -> None:
    """Plan a scenario: roster, cost, proof, Excel workbook, pictures and feeds."""
    loaded = load_input(file)
    folder = out or Path("out") / loaded.scenario.name
    refuse_unusable_folder(folder)
    with stop_on_interrupt() as stop:
        made = plan_and_write(loaded, folder, time_limit=time_limit, seed=seed, workers=workers, stop=stop)
    if as_json:
        output().file.write((folder / "plan.json").read_text(encoding="utf-8"))
    else:
        print_summary(made, folder)
    raise typer.Exit(exit_code(made))
