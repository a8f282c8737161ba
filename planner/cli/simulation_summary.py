"""A simulation for the terminal."""

from pathlib import Path

from models.text import Text
from planner.cli.console import output
from planner.cli.refining import Refinement, rounds_table, verdict
from planner.cli.simulation_files import planned_shares
from planner.cli.simulation_table import days_table, simulation_table
from planner.plan_file import ReadPlan
from planner.simulate.plan_simulation import PlanSimulation

_PLAYED = Text(
    en="Replications of the period: {replications} (seed {seed}); ± are limits of {confidence}% "
    "confidence. Below: intervals of which even the upper limit is below the promise.",
    ru="Повторов периода: {replications} (seed {seed}); ± это пределы с доверием {confidence}%. "
    "Ниже: интервалы, где и верхний предел ниже обещанного.",
)
_FILES = Text(
    en="simulation.json and simulation.png are in {folder}",
    ru="simulation.json и simulation.png в папке {folder}",
)
_BROKEN = Text(
    en="Over the whole period the promise is broken: {channels}",
    ru="За весь период обещание нарушено: {channels}",
)
_REFINE = Text(
    en="--refine plans again with more cover in the {count} intervals below the promise.",
    ru="--refine составит план заново, с запасом там, где ниже обещанного (интервалов: {count}).",
)
_REFINED = Text(en="The plan with more cover is in {folder}", ru="План с запасом в папке {folder}")


def print_simulation(
    read: ReadPlan,
    simulated: PlanSimulation,
    found: Refinement | None,
    folder: Path,
    refined_folder: Path,
    *,
    by_day: bool,
) -> None:
    """Print the tables of a simulation, what they mean, and where the files are.

    Parameters
    ----------
    read, simulated
        The plan, and the plan played.
    found
        What refining it came to, if that was asked for.
    folder, refined_folder
        Where the files of either are.
    by_day
        Whether to print a row per day as well.
    """
    scenario, language, console = read.scenario, read.scenario.desk.language, output()
    tables = [simulation_table(scenario, simulated, planned_shares(read))]
    if by_day:
        tables.append(days_table(scenario, simulated))
    if found is not None and len(found.rounds) > 1:
        tables.append(rounds_table(scenario, found))
    for table in tables:
        console.print(table, highlight=False)
        console.print()
    result, below = simulated.result, sum(simulated.intervals_below)
    lines = [
        _PLAYED.in_language(language).format(
            replications=result.replications, seed=result.seed, confidence=f"{100 * result.confidence:g}"
        )
    ]
    broken = [name for name, kept in zip(result.channels, simulated.is_kept, strict=True) if not kept]
    if broken and (found is None or found.best is None):
        lines.append(_BROKEN.in_language(language).format(channels=", ".join(broken)))
    if found is not None:
        lines.append(verdict(scenario, found))
        if found.best is not None:
            lines.append(_REFINED.in_language(language).format(folder=refined_folder))
    elif below:
        lines.append(_REFINE.in_language(language).format(count=below))
    lines.append(_FILES.in_language(language).format(folder=folder))
    console.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)
