"""``smena check``: every mistake in a scenario, at once."""

from pathlib import Path
from typing import Annotated

import typer

from models.text import Text
from planner.cli.console import output, say_notices, say_problems
from planner.cli.scenario_input import check_input

_FINE = Text(en="{file}: no mistakes found", ru="{file}: ошибок не найдено")


def check(
    files: Annotated[list[Path], typer.Argument(help="Scenario files (xlsx or TOML).", show_default=False)],
) -> None:
    """Check scenario files and print everything that is wrong with them."""
    is_fine = True
    for file in files:
        found = check_input(file)
        if found.loaded is None:
            say_problems(found.problems, found.language)
            is_fine = False
            continue
        language = found.loaded.scenario.desk.language
        say_notices(found.loaded.notices, language)
        text = _FINE.in_language(language).format(file=file)
        output().print(text, highlight=False, soft_wrap=True, markup=False)
    if not is_fine:
        raise typer.Exit(2)
