"""Options several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

TimeLimit = Annotated[
    float, typer.Option("--time-limit", min=1, max=86_400, help="Seconds the search may take per plan.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="Seed of the search.")]
Workers = Annotated[
    int,
    typer.Option(
        "--workers", min=1, max=64, help="Processor cores the search may use; desks of people alike need one."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a summary.")]
OutFolder = Annotated[
    Path | None,
    typer.Option("--out", help="Folder for the files; out/NAME where left out.", show_default=False),
]
PlanFile = Annotated[Path, typer.Argument(help="A plan.json, or the folder it is in.", show_default=False)]
ScenarioFile = Annotated[Path, typer.Argument(help="Scenario file (xlsx or TOML).", show_default=False)]
ShownIn = Annotated[
    Literal["en", "ru"] | None,
    typer.Option(
        "--lang",
        "--language",
        help="Language of what is printed; the desk's where left out.",
        show_default=False,
    ),
]
