"""What a comparison is made of: scenarios still to be planned, and plans made before."""

from collections.abc import Sequence
from pathlib import Path

from models.comparison import PlanFigures
from models.errors import BadInputError, InputProblem
from models.text import Language, Text
from planner.cli.edited_plan import edited_since_planned
from planner.cli.scenario_input import check_input, load_plan
from planner.compare import figures_from_document
from planner.scenario.loaded import LoadedScenario

Source = LoadedScenario | PlanFigures

_ONE_FILE = Text(en="fewer than two files are given", ru="для сравнения мало файлов")
_TWO = Text(en="two or more", ru="два или больше")


def read_sources(files: Sequence[Path]) -> list[Source]:
    """Read scenarios (xlsx or TOML) and plans (``plan.json``, or the folder it is in).

    Raises
    ------
    BadInputError
        With every mistake of every file, plans edited since they were planned among them,
        before anything is planned.
    """
    problems: list[InputProblem] = []
    sources: list[Source] = []
    if len(files) < 2:
        problems.append(InputProblem("compare", _ONE_FILE, _TWO))
    for file in files:
        if file.suffix == ".json" or file.is_dir():
            try:
                plan = load_plan(file / "plan.json" if file.is_dir() else file)
                figures = figures_from_document(plan.document)
                problems += edited_since_planned(plan, figures, str(file))
                sources.append(figures)
            except BadInputError as error:
                problems += error.problems
        else:
            found = check_input(file)
            problems += found.problems
            sources += [found.loaded] if found.loaded is not None else []
    if not problems:
        problems += _other_currencies(files, sources)
    if problems:
        raise BadInputError(problems)
    return sources


def language_of(source: Source) -> Language:
    """Language of the source's desk."""
    return source.language if isinstance(source, PlanFigures) else source.scenario.desk.language


def folders_of(sources: Sequence[Source]) -> list[str]:
    """Name each plan's folder after its scenario file, numbered where an earlier one has that name."""
    stems = [source.path.stem if isinstance(source, LoadedScenario) else "" for source in sources]
    return [stem if stems.index(stem) == place else f"{stem}~{place + 1}" for place, stem in enumerate(stems)]


def _other_currencies(files: Sequence[Path], sources: Sequence[Source]) -> list[InputProblem]:
    currencies = [
        source.cost.currency if isinstance(source, PlanFigures) else source.scenario.desk.currency
        for source in sources
    ]
    return [
        InputProblem(
            f"{file}: desk.currency",
            Text(
                en=f"it is {currency}, but that of {files[0]} is {currencies[0]}",
                ru=f"здесь {currency}, а в {files[0]} {currencies[0]}",
            ),
            Text(
                en="one currency in a comparison; Smena knows no exchange rates",
                ru="в сравнении одна валюта: курсов Smena не знает",
            ),
        )
        for file, currency in zip(files, currencies, strict=True)
        if currency != currencies[0]
    ]
