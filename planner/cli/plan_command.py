"""``smena plan``: the cheapest legal roster of a scenario, with its proof and files."""

from pathlib import Path
from typing import Annotated

import typer

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.cli.console import output
from planner.cli.interrupt import stop_on_interrupt
from planner.cli.kept_plan import asked_anew, edits_as_changes, read_kept
from planner.cli.mending import mend_and_write
from planner.cli.options import AsJson, OutFolder, Seed, TimeLimit, Workers
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.planning import exit_code, plan_and_write
from planner.cli.scenario_input import load_input
from planner.cli.summary import print_summary


def plan(
    file: Annotated[
        Path | None,
        typer.Argument(help="Scenario file (xlsx or TOML); may be left out with --keep.", show_default=False),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            help="An edited roster.xlsx of the scenario's plan: its edits stay, the rest is planned again with "
            "the fewest changes, into PLAN/replanned where --out is left out.",
            show_default=False,
        ),
    ] = None,
    out: OutFolder = None,
    time_limit: TimeLimit = 60.0,
    seed: Seed = 1,
    workers: Workers = 2,
    as_json: AsJson = False,
) -> None:
    """Plan a scenario: roster, cost, proof, Excel workbook, pictures and feeds."""
    loaded = None if file is None else load_input(file)
    if keep is not None:
        read, edited = read_kept(keep, loaded.scenario if loaded else None)
        anew = None if loaded is None else asked_anew(loaded, read, edited)
        changes = edits_as_changes(edited, read.scenario.horizon, anew)
        raise mend_and_write(
            read,
            changes,
            edited,
            out or keep.parent / "replanned",
            time_limit=time_limit,
            seed=seed,
            workers=workers,
            language=read.scenario.desk.language,
            as_json=as_json,
            anew=anew,
        )
    if loaded is None:
        nothing = Text(en="nothing says what to plan", ru="не сказано, что планировать")
        allowed = Text(en="a scenario file, or --keep roster.xlsx", ru="файл сценария или --keep roster.xlsx")
        raise BadInputError([InputProblem("smena plan", nothing, allowed)])
    folder = out or Path("out") / loaded.scenario.name
    refuse_unusable_folder(folder)
    with stop_on_interrupt() as stop:
        made = plan_and_write(loaded, folder, time_limit=time_limit, seed=seed, workers=workers, stop=stop)
    if as_json:
        output().file.write((folder / "plan.json").read_text(encoding="utf-8"))
    else:
        print_summary(made, folder)
    raise typer.Exit(exit_code(made))
