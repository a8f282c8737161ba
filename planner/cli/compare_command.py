"""``smena compare``: scenarios or finished plans side by side, with the proven difference."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from models.comparison import Comparison, PlanFigures
from models.errors import BadInputError, InputProblem
from models.text import Language
from planner.cli.console import output
from planner.cli.interrupt import leave, stop_on_interrupt
from planner.cli.options import AsJson, Seed, TimeLimit, Workers
from planner.cli.planning import exit_code, plan_and_write
from planner.compare import (
    compare_figures,
    comparison_document,
    comparison_table,
    figures_from_document,
    figures_of,
)
from planner.plan_file import ReadPlan, read_plan
from planner.report import draw_comparison
from planner.scenario.loaded import LoadedScenario
from planner.scenario.loading import check_scenario


def compare_scenarios(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Scenarios (TOML, planned first), plan.json files or their folders.", show_default=False
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
    sources = _read_all(files)
    figures: list[PlanFigures] = []
    worst = 0
    with stop_on_interrupt() as stop:
        for source in sources:
            if isinstance(source, ReadPlan):
                figures.append(figures_from_document(source.document))
                continue
            plan = plan_and_write(
                source,
                out / source.scenario.name,
                time_limit=time_limit,
                seed=seed,
                workers=workers,
                stop=stop,
            )
            figures.append(figures_of(plan))
            worst = max(worst, exit_code(plan))
    language = sources[0].scenario.desk.language
    write_comparison(compare_figures(figures), out, language, as_json=as_json)
    leave(worst)


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


def _read_all(files: Sequence[Path]) -> list[LoadedScenario | ReadPlan]:
    """Read every file before anything is planned, and report all mistakes at once."""
    problems: list[InputProblem] = []
    sources: list[LoadedScenario | ReadPlan] = []
    if len(files) < 2:
        problems.append(InputProblem("compare", f"{len(files)} file given", "two or more"))
    for file in files:
        if file.suffix == ".json" or file.is_dir():
            try:
                sources.append(read_plan(file / "plan.json" if file.is_dir() else file))
            except BadInputError as error:
                problems += error.problems
        else:
            loaded, found = check_scenario(file)
            problems += found
            sources += [loaded] if loaded is not None else []
    if problems:
        raise BadInputError(problems)
    return sources
