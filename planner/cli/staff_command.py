"""``smena staff``: how many people the demand takes, and why."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from models.requirement import LostTries, Requirement
from models.scenario import Scenario
from models.text import Text
from planner.cli.console import output, say_notices
from planner.cli.explanation import explain_moment
from planner.cli.numbers import decimal_text, percent_text
from planner.cli.options import AsJson, OutFolder, ScenarioFile
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.scenario_input import load_input
from planner.cli.scoped_notes import scoped_notes
from planner.pipeline import make_forecasts, staff_demand
from planner.plan_file import as_written, staffing_document, write_side_file
from planner.report import draw_staffing
from planner.roster.rows_live import total_required
from planner.staffing.live_channel import LiveChannel
from planner.staffing.lost_tries import lost_tries

_HEADS = (
    Text(en="Queue", ru="Очередь"),
    Text(en="Load, h", ru="Нагрузка, ч"),
    Text(en="Peak, erl", ru="Пик, эрл"),
    Text(en="Agents", ru="Людей"),
    Text(en="Agent-hours", ru="Человеко-часов"),
)
_TURNED_AWAY = Text(en="Turned away", ru="Не приняты")
_DEFERRED = Text(en="{channel} (may wait)", ru="{channel} (можно отложить)")
_DESK = Text(en="desk", ru="вся служба")
_RANGE = Text(en="{least} to {most}", ru="от {least} до {most}")
_FILES = Text(
    en="staffing.json and staffing.png are in {folder}",
    ru="staffing.json и staffing.png в папке {folder}",
)


def staff(
    file: ScenarioFile,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            help="Explain the interval a local time lies in, such as 2026-01-12T10:00; writes no files.",
            show_default=False,
        ),
    ] = None,
    out: OutFolder = None,
    as_json: AsJson = False,
) -> None:
    """Say how many people a scenario's demand takes, or explain one interval's arithmetic."""
    loaded = load_input(file)
    scenario = loaded.scenario
    folder = out or Path("out") / scenario.name
    if explain is None:
        refuse_unusable_folder(folder)
    say_notices(loaded.notices, loaded.scenario.desk.language)
    demands = tuple(as_written(one.demand) for one in make_forecasts(loaded))
    setting, requirement = staff_demand(scenario, demands)
    if explain is not None:
        explain_moment(scenario, demands, setting, requirement, explain, as_json=as_json)
        return
    required = total_required(requirement, scenario.staffing.min_agents)
    folder.mkdir(parents=True, exist_ok=True)
    asked = {need.pool: need.agents for need in requirement.live}
    lost = lost_tries(scenario.channels, demands, setting, asked) if _has_lines(scenario) else {}
    text = write_side_file(staffing_document(scenario, requirement, required, lost), folder / "staffing.json")
    draw_staffing(scenario, requirement, required, folder / "staffing.png")
    if as_json:
        output().file.write(text)
        return
    language, console = scenario.desk.language, output()
    console.print(_table(scenario, requirement, required, lost), highlight=False)
    console.print()
    for note in scoped_notes(scenario, requirement):
        console.print(note, highlight=False, markup=False, soft_wrap=True)
    said = _FILES.in_language(language).format(folder=folder)
    console.print(said, highlight=False, markup=False, soft_wrap=True)


def _has_lines(scenario: Scenario) -> bool:
    return any(isinstance(own, LiveChannel) and own.lines is not None for own in scenario.channels)


def _table(
    scenario: Scenario, requirement: Requirement, required: tuple[int, ...], lost: Mapping[str, LostTries]
) -> Table:
    language, hours = scenario.desk.language, scenario.horizon.interval_minutes / 60
    table = Table(box=None, padding=(0, 2, 0, 0))
    for number, head in enumerate((*_HEADS, _TURNED_AWAY) if lost else _HEADS):
        table.add_column(head.in_language(language), justify="right" if number else "left", overflow="fold")

    def agents(counts: tuple[int, ...]) -> tuple[str, str]:
        own = [count for count, is_open in zip(counts, requirement.open_intervals, strict=True) if is_open]
        least, most = min(own, default=0), max(own, default=0)
        said = _RANGE.in_language(language).format(least=least, most=most)
        return said if least < most else str(most), decimal_text(sum(own) * hours, 1, language)

    for need in requirement.live:
        table.add_row(
            need.pool,
            decimal_text(sum(need.load_erlangs) * hours, 1, language),
            decimal_text(max(need.load_erlangs, default=0.0), 2, language),
            *agents(need.agents),
            *([percent_text(lost[need.pool].turned_away, 1, language)] if lost else []),
        )
    for work in requirement.backlog:
        table.add_row(
            _DEFERRED.in_language(language).format(channel=work.channel),
            decimal_text(work.available_minutes[-1] / 60, 1, language),
            "",
            "",
            "",
        )
    table.add_row(_DESK.in_language(language), "", "", *agents(required))
    return table
