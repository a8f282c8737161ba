"""A simulation for the terminal."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from models.text import Text
from planner.cli.console import output
from planner.cli.lost_table import has_lost_tries, lost_note, lost_table
from planner.cli.next_agents import next_agents_lines, next_agents_table
from planner.cli.refining import rounds_table, verdict
from planner.cli.simulation_table import days_table, simulation_table
from planner.refine import Attempt, OneMore, Refinement

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
    first: Attempt,
    found: Refinement | None,
    more: Sequence[OneMore],
    warnings: Iterable[str],
    folder: Path,
    refined_folder: Path,
    *,
    by_day: bool,
) -> None:
    """Print the tables of a simulation, what they mean, and where the files are.

    Parameters
    ----------
    first
        The plan as it is, played.
    found
        What refining it came to, if that was asked for.
    more
        What one agent more costs in intervals still below the promise then.
    warnings
        What is wrong with the roster itself.
    folder, refined_folder
        Where the files of either are.
    by_day
        Whether to print a row per day as well.
    """
    simulated, scenario, console = first.simulated, first.made.scenario, output()
    language = scenario.desk.language
    for warning in warnings:
        console.print(f"! {warning}", highlight=False, markup=False, soft_wrap=True, style="yellow")
    tables = [simulation_table(scenario, simulated, first.expected)]
    if has_lost_tries(scenario):
        tables.append(lost_table(scenario, simulated, first.expected))
    if by_day:
        tables.append(days_table(scenario, simulated))
    if found is not None and len(found.attempts) > 1:
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
    if has_lost_tries(scenario):
        lines.append(lost_note(language))
    broken = [name for name, kept in zip(result.channels, simulated.is_kept, strict=True) if not kept]
    is_refined = found is not None and found.chosen is not first
    if broken and not is_refined:
        lines.append(_BROKEN.in_language(language).format(channels=", ".join(broken)))
    if found is not None:
        lines.append(verdict(scenario, found))
        if is_refined:
            lines.append(_REFINED.in_language(language).format(folder=refined_folder))
        if more:
            console.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)
            console.print()
            console.print(next_agents_table(scenario, more), highlight=False)
            console.print()
            lines = list(next_agents_lines(scenario, more, found.chosen.below))
    elif below:
        lines.append(_REFINE.in_language(language).format(count=below))
    lines.append(_FILES.in_language(language).format(folder=folder))
    console.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)
