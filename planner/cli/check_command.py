"""``smena check``: every mistake in a scenario, at once."""

from pathlib import Path
from typing import Annotated

import typer

from models.errors import BadInputError
from models.text import Text
from planner.cli.console import output, say_notice
from planner.cli.scenario_input import check_input

_FINE = Text(en="{file}: no mistakes found", ru="{file}: ошибок не найдено")


def check(
    files: Annotated[list[Path], typer.Argument(help="Scenario files (xlsx or TOML).", show_default=False)],
) -> None:
    """Check scenario files and print everything that is wrong with them."""
    problems = []
    for file in files:
        loaded, found = check_input(file)
        problems += found
        if loaded is not None:
            for notice in loaded.notices:
                say_notice(str(notice))
            text = _FINE.in_language(loaded.scenario.desk.language).format(file=file)
            output().print(text, highlight=False, soft_wrap=True, markup=False)
    if problems:
        raise BadInputError(problems)
