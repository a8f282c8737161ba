"""``smena replan``: a published plan after sickness, leave or other volumes, with as few changes as possible."""

from pathlib import Path
from typing import Annotated

import typer

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.cli.beside_workbook import read_workbook
from planner.cli.kept_plan import edits_as_changes
from planner.cli.mending import mend_and_write
from planner.cli.options import AsJson, PlanFile, Seed, ShownIn, TimeLimit, Workers
from planner.cli.scenario_input import load_plan
from planner.plan_file import ReadPlan
from planner.replan import Changes, kept_edits, read_changes
from planner.workbook.edits import EditedRoster


def replan_from(
    file: PlanFile,
    changes: Annotated[
        Path | None,
        typer.Option(
            "--changes",
            help="What changed (TOML): absences, volumes, locked days, people.",
            show_default=False,
        ),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            help="An edited roster.xlsx of the plan: its edits stay, the rest is planned again.",
            show_default=False,
        ),
    ] = None,
    most_changes: Annotated[
        int | None,
        typer.Option(
            "--most-changes",
            min=0,
            max=10_000,
            help="Change at most so many shifts beyond the forced ones, whatever stays uncovered.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", help="Folder for the new plan; PLAN/replanned where left out.", show_default=False
        ),
    ] = None,
    time_limit: TimeLimit = 60.0,
    seed: Seed = 1,
    workers: Workers = 2,
    lang: ShownIn = None,
    as_json: AsJson = False,
) -> None:
    """Plan again after changes, with as few changed shifts as possible, and say what more would save."""
    path = file / "plan.json" if file.is_dir() else file
    read = load_plan(path)
    edited = None if keep is None else read_workbook(keep, path)[1]
    changed = _changes(read, changes, edited)
    raise mend_and_write(
        read,
        changed,
        edited,
        out or path.parent / "replanned",
        time_limit=time_limit,
        seed=seed,
        workers=workers,
        language=lang or read.scenario.desk.language,
        most_changes=most_changes,
        as_json=as_json,
    )


def _changes(read: ReadPlan, file: Path | None, edited: EditedRoster | None) -> Changes:
    """What happened, by a file, by the edits of a workbook, or by both."""
    horizon = read.scenario.horizon
    if file is not None:
        stated = read_changes(file, read)
        kept = () if edited is None else kept_edits(edited.edits, horizon)
        return stated.model_copy(update={"changes": (*stated.changes, *kept)})
    if edited is not None:
        return edits_as_changes(edited, horizon)
    nothing = Text(en="nothing says what changed", ru="не сказано, что изменилось")
    allowed = Text(en="--changes or --keep", ru="--changes или --keep")
    raise BadInputError([InputProblem("smena replan", nothing, allowed)])
