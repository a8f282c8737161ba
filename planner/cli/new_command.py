"""``smena new``: a scenario to start from, as a workbook to fill and as text."""

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
_BOTH = Text(
    en="{book} is written: fill it in Excel or LibreOffice, then: smena check {book}\n"
    "The same scenario as text is {text}; keep one of the two.",
    ru="Книга {book} записана: заполните её в Excel или LibreOffice, затем: smena check {book}\n"
    "Тот же сценарий текстом в файле {text}; оставьте один из двух.",
)


def new(
    target: Annotated[
        Path,
        typer.Argument(
            help="Folder for a workbook and the same as text; or one file, NAME.xlsx or NAME.toml. "
            "Nothing is ever overwritten.",
            show_default=False,
        ),
    ],
    kind: Annotated[
        Literal["24x7", "9-18"], typer.Option("--kind", help="Opening hours to start from.")
    ] = "24x7",
    language: Annotated[
        Literal["en", "ru"],
        typer.Option("--lang", "--language", help="Language of sheets, notes and comments."),
    ] = "en",
) -> None:
    """Write a scenario to start from: a workbook to fill, and the same as commented text."""
    files = new_scenario(target, language, kind)
    if len(files) == 1:
        said = _WRITTEN.in_language(language).format(file=files[0])
    else:
        book, text = files
        said = _BOTH.in_language(language).format(book=book, text=text)
    output().print(said, highlight=False, markup=False, soft_wrap=True)
