"""``smena convert``: a workbook into text, and text into a workbook."""

from pathlib import Path
from typing import Annotated

import typer

from models.errors import BadInputError
from models.text import Text
from planner.cli.console import output
from planner.cli.options import ShownIn
from planner.cli.scenario_input import say_marked_copy
from planner.scenario.convert import convert

_WRITTEN = Text(
    en="{target} holds the same scenario as {source}; then: smena check {target}",
    ru="{target} содержит тот же сценарий, что {source}; затем: smena check {target}",
)


def convert_scenario(
    source: Annotated[Path, typer.Argument(help="Scenario file (TOML or xlsx).", show_default=False)],
    target: Annotated[
        Path, typer.Argument(help="File to write, .xlsx or .toml; never overwritten.", show_default=False)
    ],
    lang: ShownIn = None,
) -> None:
    """Turn a scenario into a workbook or into text, with nothing lost but comments."""
    try:
        scenario = convert(source, target, lang)
    except BadInputError as error:
        say_marked_copy(source, error.problems, error.language)
        raise
    said = _WRITTEN.in_language(lang or scenario.desk.language).format(source=source, target=target)
    output().print(said, highlight=False, markup=False, soft_wrap=True)
