"""``smena simulate``: what customers would really see of a plan's roster."""

from pathlib import Path
from typing import Annotated

import typer

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.cli.console import output, progress_shown, say_notice
from planner.cli.edited_roster import roster_state, state_lines
from planner.cli.interrupt import INTERRUPTED, stop_on_interrupt
from planner.cli.next_agents import next_agents_document
from planner.cli.options import AsJson, PlanFile, TimeLimit, Workers
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.refining import refinement_document
from planner.cli.scenario_input import load_plan
from planner.cli.simulation_files import write_simulation
from planner.cli.simulation_summary import print_simulation
from planner.pipeline import write_everything
from planner.plan_file import ReadPlan, write_side_file
from planner.refine import OneMore, Refinement, one_more_agents, refine, try_out
from planner.roster.solve import SearchLimits
from planner.simulate.plan_simulation import SimulationLimits

#: Contacts of a channel in a period; each takes about a hundred bytes while it is played.
_MOST_CONTACTS = 5_000_000

_STOPPED = Text(
    en="interrupted: {done} of {wanted} replications were played",
    ru="прервано: проиграно {done} из {wanted} раз",
)
_ENDED = Text(en="interrupted: refining ended early", ru="прервано: улучшение не закончено")


def simulate(
    file: PlanFile,
    replications: Annotated[
        int, typer.Option("--replications", min=1, max=100_000, help="How many times to play the period.")
    ] = 100,
    seed: Annotated[
        int,
        typer.Option(
            "--seed", min=0, max=2**31 - 1, help="Seed of the customers: equal seeds send the same ones."
        ),
    ] = 1,
    by_day: Annotated[bool, typer.Option("--by-day", help="Also print a row per day and channel.")] = False,
    refine_too: Annotated[
        bool,
        typer.Option("--refine", help="Plan again with more cover where the promise fails, until it holds."),
    ] = False,
    rounds: Annotated[
        int, typer.Option("--rounds", min=1, max=100, help="Most plans --refine may make.")
    ] = 5,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            help="Folder for the plan --refine makes; PLAN/refined where left out.",
            show_default=False,
        ),
    ] = None,
    price_intervals: Annotated[
        int,
        typer.Option(
            "--price-intervals",
            min=0,
            max=100,
            help="Of the intervals --refine leaves below the promise, plan the worst again with one agent more, to "
            "say what that costs.",
        ),
    ] = 3,
    time_limit: TimeLimit = 60.0,
    workers: Workers = 2,
    as_json: AsJson = False,
) -> None:
    """Play a plan's period many times, and say what customers see of its roster beside the promise."""
    if out is not None and not refine_too:
        problem = InputProblem(
            "--out",
            Text(en="no plan is made without --refine", ru="без --refine план не составляется"),
            Text(en="--out together with --refine", ru="--out вместе с --refine"),
        )
        raise BadInputError([problem])
    path = file / "plan.json" if file.is_dir() else file
    read = load_plan(path)
    _refuse_too_many(read)
    refined_folder = out or path.parent / "refined"
    for folder in (path.parent, refined_folder) if refine_too else (path.parent,):
        refuse_unusable_folder(folder)
    desk = read.scenario.desk
    with stop_on_interrupt() as stop:
        limits = SimulationLimits(replications, seed, workers, stop)
        found: Refinement | None = None
        more: tuple[OneMore, ...] = ()
        with progress_shown(read.scenario.name, desk.currency, desk.language) as listen:
            first = try_out(read, limits, listen)
            if refine_too:
                search = SearchLimits(time_limit, int(read.document["seed"]) % 2**31, workers, stop)
                found = refine(first, search, limits, rounds, listen)
                more = one_more_agents(found, price_intervals, search, listen)
        stopped = stop.is_set()
    state = roster_state(read, first.expected)
    document = write_simulation(read.scenario, first.simulated, first.expected, path.parent)
    document["roster"] = state.document(desk.currency)
    last, broken = first, state.rules_broken
    if found is not None:
        document["refinement"] = {
            **refinement_document(read.scenario, found),
            "still_below": next_agents_document(read.scenario, more),
        }
        last = found.chosen
        if last.plan is not None:
            write_everything(last.plan, refined_folder)
            write_simulation(read.scenario, last.simulated, last.expected, refined_folder)
            broken = sum(violation.hard for violation in last.plan.violations)
    if stopped:
        done = first.simulated.result.replications
        said = _STOPPED if done < replications else _ENDED
        say_notice(said.in_language(desk.language).format(done=done, wanted=replications))
    text = write_side_file(document, path.parent / "simulation.json")
    warnings = list(state_lines(read, state))
    if as_json:
        for warning in warnings:
            say_notice(warning)
        output().file.write(text)
    else:
        print_simulation(first, found, more, warnings, path.parent, refined_folder, by_day=by_day)
    is_fine = all(last.simulated.is_kept) and not broken
    raise typer.Exit(INTERRUPTED if stopped else 0 if is_fine else 1)


def _refuse_too_many(read: ReadPlan) -> None:
    """Say so before memory runs out, not after."""
    problems = [
        InputProblem(
            f"plan.json: demand ({demand.channel}).contacts",
            Text(
                en=f"{sum(demand.contacts):.0f} contacts are too many to simulate one by one",
                ru=f"обращений {sum(demand.contacts):.0f}: по одному столько не проиграть",
            ),
            Text(en=f"at most {_MOST_CONTACTS} per channel", ru=f"не больше {_MOST_CONTACTS} на канал"),
        )
        for demand in read.demands
        if sum(demand.contacts) > _MOST_CONTACTS
    ]
    if problems:
        raise BadInputError(problems)
