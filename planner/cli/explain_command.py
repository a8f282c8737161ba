"""``smena explain``: why an interval is short, why somebody has a tour, why there is no plan."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from models.errors import BadInputError, InputProblem
from models.progress import Progress
from models.text import Language, Text
from planner.again import recheck
from planner.cli.console import output, progress_shown
from planner.cli.interrupt import INTERRUPTED, stop_on_interrupt
from planner.cli.no_plan import explain_scenario, say_no_plan
from planner.cli.options import AsJson, Seed, ShownIn, TimeLimit, Workers
from planner.cli.scenario_input import load_input, load_plan
from planner.explain import (
    PlannedDesk,
    explain_interval,
    explain_tour,
    interval_document,
    interval_of_moment,
    interval_table,
    planned_desk,
    short_spells,
    spells_document,
    spells_table,
    tour_document,
    tour_table,
)
from planner.plan_file import ReadPlan
from planner.plan_file.layout import json_text
from planner.roster.solve import SearchLimits
from planner.scenario.suggest import did_you_mean, listed

#: Short spells told where no interval is named.
_MOST_SPELLS = 15


def explain(
    file: Annotated[
        Path,
        typer.Argument(
            help="A plan.json, the folder it is in, or a scenario (TOML) without a legal plan.",
            show_default=False,
        ),
    ],
    interval: Annotated[
        str | None,
        typer.Option(
            "--interval",
            help="Local time, such as 2026-01-12T10:00: who could have worked then, and what stood in the way.",
            show_default=False,
        ),
    ] = None,
    agent: Annotated[
        str | None,
        typer.Option(
            "--agent",
            help="A person's id: why this tour; together with --interval, why not there.",
            show_default=False,
        ),
    ] = None,
    time_limit: TimeLimit = 60.0,
    seed: Seed = 1,
    workers: Workers = 2,
    lang: ShownIn = None,
    as_json: AsJson = False,
) -> None:
    """Say why an interval is short, why somebody has a tour, or why there is no legal plan."""
    if file.suffix == ".toml":
        _refuse_without_plan(interval, agent)
        loaded = load_input(file)
        with stop_on_interrupt() as stop:
            limits = SearchLimits(time_limit, seed, workers, stop)
            code = explain_scenario(loaded, limits, lang or loaded.scenario.desk.language, as_json=as_json)
        raise typer.Exit(code)
    plan = load_plan(file / "plan.json" if file.is_dir() else file)
    language = lang or plan.scenario.desk.language
    _refuse_unknown_agent(plan, agent)
    desk = planned_desk(plan)
    number = None if interval is None else interval_of_moment(desk.frame.horizon, interval)
    if number is not None:
        raise typer.Exit(_interval(desk, number, agent, time_limit, language, as_json=as_json))
    if agent is not None:
        cost = recheck(plan.scenario, plan.roster, plan.required)[1]
        own = sum(one.total_minor for one in cost.agents if one.agent == agent)
        why = explain_tour(desk, agent, own)
        _print(tour_document(desk, why), lambda: tour_table(desk, why, language), as_json=as_json)
        return
    spells, more = short_spells(desk, _MOST_SPELLS)
    document = {**spells_document(desk, spells, more), **say_no_plan(plan.document, quiet=as_json)}
    _print(document, lambda: spells_table(desk, spells, more, language), as_json=as_json)


def _interval(
    desk: PlannedDesk, interval: int, agent: str | None, seconds: float, language: Language, *, as_json: bool
) -> int:
    end = time.monotonic() + seconds
    with stop_on_interrupt() as stop:
        with progress_shown(desk.scenario.name, desk.scenario.desk.currency, language) as listen:
            begun = time.monotonic()
            found = explain_interval(
                desk,
                interval,
                lambda: time.monotonic() < end and not stop.is_set(),
                lambda done, wanted: listen(
                    Progress("people", time.monotonic() - begun, done=done, wanted=wanted)
                ),
                agent,
            )
        stopped = stop.is_set()
    _print(interval_document(desk, found), lambda: interval_table(desk, found, language), as_json=as_json)
    return INTERRUPTED if stopped else 0


def _print(document: dict[str, object], table: Callable[[], object], *, as_json: bool) -> None:
    if as_json:
        output().file.write(json_text(document))
    else:
        output().print(table(), highlight=False)


def _refuse_without_plan(interval: str | None, agent: str | None) -> None:
    named = {"--interval": interval, "--agent": agent}
    problems = [
        InputProblem(
            option,
            Text(en="a scenario has no roster yet", ru="у сценария ещё нет графика"),
            Text(en="a plan made by smena plan", ru="план, который составила smena plan"),
        )
        for option, value in named.items()
        if value is not None
    ]
    if problems:
        raise BadInputError(problems)


def _refuse_unknown_agent(plan: ReadPlan, agent: str | None) -> None:
    people = [tour.agent.agent for tour in plan.roster.tours]
    if agent is not None and agent not in people:
        message = Text(en=f'nobody on the roster is called "{agent}"', ru=f'в графике нет человека "{agent}"')
        message += did_you_mean(agent, people)
        raise BadInputError([InputProblem("--agent", message, listed(sorted(people)))])
