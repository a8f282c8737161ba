"""Mend a published plan and write the new one: the core of ``replan`` and of ``plan --keep``."""

import time
from pathlib import Path

import typer

from models.errors import BadInputError, InputProblem, SmenaError
from models.relaxation_text import relaxation_text
from models.text import Language, Text
from planner.again import recheck
from planner.cli.conflict_lines import what_cannot_be_kept
from planner.cli.console import output, progress_shown, say_error, say_notice
from planner.cli.interrupt import INTERRUPTED, stop_on_interrupt
from planner.cli.numbers import duration_text
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.planning import exit_code
from planner.pipeline import write_everything
from planner.plan_file import ReadPlan, write_side_file
from planner.replan import AskedAnew, Changes, replan, replan_document, replan_table
from planner.report import draw_replanning
from planner.roster.solve import SearchLimits
from planner.workbook.edits import EditedRoster

_WAY_OUT = Text(en="way out: {line}", ru="выход: {line}")
_FILES = Text(
    en="The new plan is in {folder}; replan.json there lists the changes, replan.png shows what more would save.",
    ru="Новый план в папке {folder}; в replan.json — изменения, на replan.png — что сберегли бы другие.",
)
_TIME = Text(
    en="Searched for {searched} of at most {limit}; checking the plan and writing the files took {more} more.",
    ru="Поиск: {searched} из отведённых {limit}; проверка плана и запись файлов — ещё {more}.",
)


def mend_and_write(
    read: ReadPlan,
    changed: Changes,
    edited: EditedRoster | None,
    folder: Path,
    *,
    time_limit: float,
    seed: int,
    workers: int,
    language: Language,
    most_changes: int | None = None,
    as_json: bool = False,
    anew: AskedAnew | None = None,
) -> typer.Exit:
    """Plan again around what changed, write the files and say what changed.

    Parameters
    ----------
    read, changed, edited
        The published plan, what happened, and the workbook whose edits stay.
    folder
        For the new plan.
    time_limit, seed, workers, most_changes
        As on the command line.
    language
        Of what is printed.
    as_json
        Print ``replan.json`` instead of a table.
    anew
        The plan under a scenario that has changed since, where it has.

    Returns
    -------
    typer.Exit
        How the command ends.
    """
    begun = time.monotonic()
    refuse_unusable_folder(folder)
    if edited is not None:
        refuse_overwriting(edited.path, folder)
    with stop_on_interrupt() as stop:
        limits = SearchLimits(time_limit, seed, workers, stop)
        with progress_shown(read.scenario.name, read.scenario.desk.currency, language) as listen:
            kept = None if edited is None else edited.roster
            try:
                asked = None if anew is None else anew.plan
                plan, found = replan(read, changed, limits, listen, most_changes, kept, asked)
            except SmenaError as error:
                if edited is None:
                    raise
                raise BadInputError(clashing_edits(read, edited, error, anew), language) from error
    impossible = what_cannot_be_kept(plan, language)
    if impossible:
        say_error(impossible)
    for relaxation in plan.relaxations:
        line = relaxation_text(relaxation, read.scenario.desk.currency, language)
        say_notice(_WAY_OUT.in_language(language).format(line=line))
    write_everything(plan, folder)
    text = write_side_file(replan_document(found, plan.scenario), folder / "replan.json")
    draw_replanning(found, plan.scenario, language, folder / "replan.png")
    if as_json:
        output().file.write(text)
    else:
        output().print(replan_table(found, plan.scenario, language), highlight=False)
        said = _FILES.in_language(language).format(folder=folder)
        output().print(said, highlight=False, soft_wrap=True)
        searched = plan.proof.wall_seconds
        times = {"searched": searched, "limit": time_limit, "more": time.monotonic() - begun - searched}
        shown = {name: duration_text(round(seconds, 1), language) for name, seconds in times.items()}
        output().print(_TIME.in_language(language).format(**shown), highlight=False, soft_wrap=True)
    return typer.Exit(INTERRUPTED if found.is_interrupted else exit_code(plan))


def clashing_edits(
    read: ReadPlan, edited: EditedRoster, error: SmenaError, anew: AskedAnew | None = None
) -> list[InputProblem]:
    """Name the broken rules no other shifts can mend, each at its cell."""
    asked, roster = (read, edited.roster) if anew is None else (anew.plan, anew.plan.roster)
    findings, _ = recheck(asked.scenario, roster, asked.required, asked.demands, asked.added_cover)
    touched = {edit.agent for edit in edited.edits}
    horizon = read.scenario.horizon
    last = horizon.days - 1
    return [
        InputProblem(
            edited.grid.place(found.agent, min(max(horizon.day_of(found.date), 0), last)),
            found.text,
            Text(en="edits that can stay together", ru="правки, которые могут остаться вместе"),
        )
        for found in findings
        if found.hard and found.agent in touched
    ] or [InputProblem(edited.grid.file, error.said)]


def refuse_overwriting(workbook: Path, folder: Path) -> None:
    """See that the new plan's files do not replace the workbook somebody edited.

    Raises
    ------
    BadInputError
        If they would.
    """
    if workbook.resolve() == (folder / "roster.xlsx").resolve():
        message = Text(
            en=f'the new plan would replace "{workbook}" and the edits in it',
            ru=f"новый план заменил бы «{workbook}» вместе с правками",
        )
        allowed = Text(en="another folder", ru="другая папка")
        raise BadInputError([InputProblem("--out", message, allowed)])
