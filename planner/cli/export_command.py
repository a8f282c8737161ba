"""``smena export``: a plan in the format another program reads."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from models.errors import BadInputError, InputProblem
from models.text import Language, Text
from planner.cli.console import output
from planner.cli.options import PlanFile, ShownIn
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.scenario_input import load_plan
from planner.export import EXPORT_FORMATS, whole_plan
from planner.scenario.suggest import did_you_mean

_WRITTEN = Text(en="Written to {folder}: {files}", ru="Записано в папку {folder}: {files}")
_MORE = Text(en=" and {count} more", ru=" и ещё {count}")
_MOST_NAMED = 8


def export(
    file: PlanFile,
    kind: Annotated[
        str, typer.Option("--format", help=f"One of {', '.join(EXPORT_FORMATS)}.", show_default=False)
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder for the files; PLAN/export where left out.", show_default=False),
    ] = None,
    lang: ShownIn = None,
) -> None:
    """Write a plan as a workbook, tables, calendars or JSON; --lang chooses the workbook's language."""
    if kind not in EXPORT_FORMATS:
        message = Text(en=f'there is no format "{kind}"', ru=f'формата "{kind}" нет')
        message += did_you_mean(kind, EXPORT_FORMATS)
        raise BadInputError([InputProblem("--format", message, Text.same(", ".join(EXPORT_FORMATS)))])
    path = file / "plan.json" if file.is_dir() else file
    plan = whole_plan(load_plan(path))
    if lang is not None:
        desk = plan.scenario.desk.model_copy(update={"language": lang})
        plan = replace(plan, scenario=plan.scenario.model_copy(update={"desk": desk}))
    folder = out or path.parent / "export"
    refuse_unusable_folder(folder)
    files = EXPORT_FORMATS[kind].model_validate({}).files(plan)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    said = _said(sorted(files), folder, plan.scenario.desk.language)
    output().print(said, highlight=False, markup=False, soft_wrap=True)


def _said(names: list[str], folder: Path, language: Language) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        shown += _MORE.in_language(language).format(count=len(names) - _MOST_NAMED)
    return _WRITTEN.in_language(language).format(folder=folder, files=shown)
