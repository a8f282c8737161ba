"""``smena new``: a commented scenario to start from."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from models.text import Text
from planner.cli.console import output
from planner.scenario.template import new_scenario

_WRITTEN = Text(
    en="{file} is written. Edit it, then: smena check {file}",
    ru="Файл {file} записан. Измените его, затем: smena check {file}",
)


def new(
    file: Annotated[Path, typer.Argument(help="File to write; never overwritten.", show_default=False)],
    kind: Annotated[
        Literal["24x7", "9-18"], typer.Option("--kind", help="Opening hours to start from.")
    ] = "24x7",
    language: Annotated[
        Literal["en", "ru"], typer.Option("--language", help="Language of the comments.")
    ] = "en",
) -> None:
    """Write a commented scenario to start from."""
    new_scenario(file, language, kind)
    output().print(
        _WRITTEN.in_language(language).format(file=file), highlight=False, markup=False, soft_wrap=True
    )
