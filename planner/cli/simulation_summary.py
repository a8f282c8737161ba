"""A simulation for the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from models.scenario import Scenario
from models.text import Text
from planner.cli.below_words import below_text
from planner.cli.console import output
from planner.cli.formula_gap import formula_gap_lines
from planner.cli.lost_table import has_lost_tries, lost_note, lost_table
from planner.cli.next_agents import next_agents_lines, next_agents_table
from planner.cli.refining import rounds_table, unfinished_lines, verdict
from planner.cli.simulation_table import days_table, simulation_table
from planner.cli.spans_below import spans_below_lines, why_still_below
from planner.refine import Attempt, OneMore, Refinement

_PLAYED = Text(
    en="Replications of the period: {replications} (seed {seed}); ± are limits of {confidence}% confidence. "
    "Below: intervals (days, or the period, where the promise is kept over them) below the promise even by "
    "their upper limit; if the whole period is, all whose own share is below.",
    ru="Повторов периода: {replications} (seed {seed}); ± это пределы с доверием {confidence}%. "
    "Ниже: интервалы (дни или период, если обещание дано за них), которые ниже обещанного даже по верхнему "
    "пределу; если ниже весь период, то все, где ниже сама доля.",
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
    en="--refine plans again with more cover where it is below the promise: {below}.",
    ru="--refine составит план заново, с запасом там, где ниже обещанного: {below}.",
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
        What one agent more costs in intervals and days still below the promise then.
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
    lines = [*_said_of_plan(scenario, first), *_said_of_rounds(scenario, first, found, refined_folder)]
    if found is not None and more:
        console.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)
        console.print()
        console.print(next_agents_table(scenario, more), highlight=False)
        console.print()
        last = found.chosen.simulated
        pairs = zip(last.targets, last.below, strict=True)
        below = sum(count for target, count in pairs if target.scope != "period")
        lines = list(next_agents_lines(scenario, more, below))
    lines.append(_FILES.in_language(language).format(folder=folder))
    console.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)


def _said_of_plan(scenario: Scenario, first: Attempt) -> Iterator[str]:
    """What the figures mean, where formula and simulation differ, and which days are below."""
    language, result = scenario.desk.language, first.simulated.result
    yield _PLAYED.in_language(language).format(
        replications=result.replications, seed=result.seed, confidence=f"{100 * result.confidence:g}"
    )
    if has_lost_tries(scenario):
        yield lost_note(language)
    yield from formula_gap_lines(scenario, first)
    yield from spans_below_lines(scenario, first)


def _said_of_rounds(
    scenario: Scenario, first: Attempt, found: Refinement | None, refined_folder: Path
) -> Iterator[str]:
    """What came of planning again, or that one may."""
    language, simulated = scenario.desk.language, first.simulated
    is_refined = found is not None and found.chosen is not first
    names = simulated.result.channels
    broken = [name for name, kept in zip(names, simulated.is_kept, strict=True) if not kept]
    if broken and not is_refined:
        yield _BROKEN.in_language(language).format(channels=", ".join(broken))
    if found is None:
        if first.below:
            below = below_text(simulated.targets, simulated.below, language)
            yield _REFINE.in_language(language).format(below=below)
        return
    yield verdict(scenario, found)
    yield from unfinished_lines(scenario, found)
    if is_refined:
        yield from spans_below_lines(scenario, found.chosen)
    yield from why_still_below(scenario, found)
    if is_refined:
        yield _REFINED.in_language(language).format(folder=refined_folder)
