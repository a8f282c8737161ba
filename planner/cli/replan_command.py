"""``smena replan``: a published plan after sickness, leave or other volumes, with as few changes as possible."""

from pathlib import Path
from typing import Annotated

import typer

from models.errors import BadInputError, InputProblem
from models.relaxation_text import relaxation_text
from models.text import Text
from planner.cli.beside_workbook import read_workbook
from planner.cli.console import output, progress_shown, say_error, say_notice
from planner.cli.interrupt import INTERRUPTED, stop_on_interrupt
from planner.cli.options import AsJson, PlanFile, Seed, ShownIn, TimeLimit, Workers
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.planning import exit_code
from planner.pipeline import write_everything
from planner.plan_file import ReadPlan, read_plan, write_side_file
from planner.replan import Changes, kept_edits, read_changes, replan, replan_document, replan_table
from planner.roster.solve import SearchLimits
from planner.workbook.edits import EditedRoster

_WAY_OUT = Text(en="way out: {line}", ru="выход: {line}")
_FILES = Text(
    en="The new plan is in {folder}; replan.json there lists the changes.",
    ru="Новый план в папке {folder}; изменения перечислены там в replan.json.",
)


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
    read = read_plan(path)
    edited = None if keep is None else read_workbook(keep, path)[1]
    changed = _changes(read, changes, edited)
    folder = out or path.parent / "replanned"
    refuse_unusable_folder(folder)
    desk = read.scenario.desk
    language = lang or desk.language
    with stop_on_interrupt() as stop:
        limits = SearchLimits(time_limit, seed, workers, stop)
        with progress_shown(read.scenario.name, desk.currency, language) as listen:
            kept = None if edited is None else edited.roster
            plan, found = replan(read, changed, limits, listen, most_changes, kept)
    for reason in plan.reasons:
        say_error(reason)
    for relaxation in plan.relaxations:
        line = relaxation_text(relaxation, desk.currency, language)
        say_notice(_WAY_OUT.in_language(language).format(line=line))
    write_everything(plan, folder)
    text = write_side_file(replan_document(found, plan.scenario), folder / "replan.json")
    if as_json:
        output().file.write(text)
    else:
        output().print(replan_table(found, plan.scenario, language), highlight=False)
        said = _FILES.in_language(language).format(folder=folder)
        output().print(said, highlight=False, soft_wrap=True)
    raise typer.Exit(INTERRUPTED if found.is_interrupted else exit_code(plan))


def _changes(read: ReadPlan, file: Path | None, edited: EditedRoster | None) -> Changes:
    """What happened, by a file, by the edits of a workbook, or by both."""
    stated = None if file is None else read_changes(file, read)
    kept = () if edited is None else kept_edits(edited.edits, read.scenario.horizon)
    if stated is not None:
        return stated.model_copy(update={"changes": (*stated.changes, *kept)})
    if kept:
        return Changes(changes=kept)
    if edited is None:
        raise BadInputError(
            [InputProblem("smena replan", "nothing says what changed", "--changes or --keep")]
        )
    message = "nothing is edited: the grid says what was planned"
    raise BadInputError([InputProblem(edited.grid.file, message, "a roster.xlsx with edits to keep")])
