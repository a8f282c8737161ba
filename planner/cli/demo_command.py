"""``smena demo``: the example desk, 24/7 against Monday to Friday 9 to 18."""

from pathlib import Path
from typing import Annotated

import typer

import planner
from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.cli.compare_command import compare_scenarios
from planner.cli.options import Seed, Workers

SCENARIOS = ("24x7.toml", "9-18.toml")


def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.")] = Path("out/demo"),
    time_limit: Annotated[float, typer.Option("--time-limit", min=1, help="Seconds per plan.")] = 35.0,
    seed: Seed = 1,
    workers: Workers = 2,
) -> None:
    """Plan the example desk round the clock and in office hours, and compare."""
    folder = Path(planner.__file__).parent.parent / "scenarios"
    if not all((folder / name).is_file() for name in SCENARIOS):
        problem = InputProblem(
            str(folder),
            Text(en="the example scenarios are not here", ru="примеров сценариев здесь нет"),
            Text(en="run the demo from a copy of the repository", ru="запустите demo из копии репозитория"),
        )
        raise BadInputError([problem])
    compare_scenarios([folder / name for name in SCENARIOS], out, time_limit, seed, workers)
