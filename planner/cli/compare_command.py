"""``smena compare``: scenarios or finished plans side by side, with the proven difference."""

import json
from pathlib import Path
from typing import Annotated

import typer

from models.comparison import Comparison, PlanFigures
from models.text import Language
from planner.cli.compare_sources import folders_of, language_of, read_sources
from planner.cli.console import output
from planner.cli.interrupt import stop_on_interrupt
from planner.cli.options import AsJson, Seed, TimeLimit, Workers
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.planning import exit_code, plan_and_write
from planner.compare import compare_figures, comparison_document, comparison_table, figures_of
from planner.report import draw_comparison


def compare_scenarios(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Scenarios (xlsx or TOML, planned first), plan.json files or their folders.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path, typer.Option("--out", help="Folder for compare.json, compare.png and plans.")
    ] = Path("out/compare"),
    time_limit: TimeLimit = 60.0,
    seed: Seed = 1,
    workers: Workers = 2,
    as_json: AsJson = False,
) -> None:
    """Compare what scenarios cost and promise, and say what of the difference is proven."""
    sources = read_sources(files)
    refuse_unusable_folder(out)
    figures: list[PlanFigures] = []
    worst = 0
    with stop_on_interrupt() as stop:
        for source, folder in zip(sources, folders_of(sources), strict=True):
            if isinstance(source, PlanFigures):
                figures.append(source)
                continue
            plan = plan_and_write(
                source,
                out / folder,
                time_limit=time_limit,
                seed=seed,
                workers=workers,
                stop=stop,
            )
            figures.append(figures_of(plan))
            worst = max(worst, exit_code(plan))
    write_comparison(compare_figures(figures), out, language_of(sources[0]), as_json=as_json)
    raise typer.Exit(worst)


def write_comparison(comparison: Comparison, folder: Path, language: Language, *, as_json: bool) -> None:
    """Write compare.json and compare.png into a folder, and print the comparison."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(comparison_document(comparison), ensure_ascii=False, indent=2) + "\n"
    (folder / "compare.json").write_text(text, encoding="utf-8", newline="\n")
    draw_comparison(comparison, folder / "compare.png")
    if as_json:
        output().file.write(text)
    else:
        output().print(comparison_table(comparison, language))
