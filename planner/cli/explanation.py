"""One interval's arithmetic for the terminal: what, how, how much, and where it comes from."""

import datetime as dt
import json

from rich.table import Table

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.errors import BadInputError, InputProblem
from models.requirement import Requirement
from models.scenario import Scenario
from models.text import Language, Text
from planner.cli.console import output
from planner.staffing.explain import explain_interval, interval_at
from planner.staffing.explained import Explanation, number_text

_HEADS = (
    Text(en="What", ru="Что"),
    Text(en="Value", ru="Сколько"),
    Text(en="How, and from where", ru="Как и откуда"),
)
_INTERVAL = Text(en="{start:%Y-%m-%d %H:%M} to {end:%H:%M}", ru="{start:%Y-%m-%d %H:%M} – {end:%H:%M}")
_ALLOWED = Text(
    en="a local date and time, such as 2026-01-12T10:00",
    ru="местные дата и время, например 2026-01-12T10:00",
)


def explain_moment(
    scenario: Scenario,
    demands: tuple[ChannelDemand, ...],
    setting: ChannelSetting,
    requirement: Requirement,
    moment: str,
    *,
    as_json: bool,
) -> None:
    """Print the arithmetic of the interval a moment lies in.

    Parameters
    ----------
    scenario, demands, setting, requirement
        As the staffing stage was given them, and its answer.
    moment
        Local time of the desk as the user wrote it.
    as_json
        Whether to print JSON instead of tables.

    Raises
    ------
    BadInputError
        The moment is no time, or outside the period.
    """
    try:
        time = dt.datetime.fromisoformat(moment)
    except ValueError as error:
        message = Text(en=f'"{moment}" is no time', ru=f'"{moment}" не время')
        raise BadInputError([InputProblem("--explain", message, _ALLOWED)]) from error
    if _is_date(moment):
        message = Text(en=f'"{moment}" is a date without a time', ru=f'"{moment}" дата без времени')
        raise BadInputError([InputProblem("--explain", message, _ALLOWED)])
    interval = interval_at(scenario.horizon, time)
    found = explain_interval(scenario.channels, demands, setting, requirement, interval)
    language, horizon = scenario.desk.language, scenario.horizon
    start = horizon.local(horizon.interval_starts[interval])
    end = horizon.local(horizon.interval_starts[interval] + horizon.interval_minutes)
    console = output()
    if as_json:
        document = {
            "start": start.isoformat(timespec="minutes"),
            "end": end.isoformat(timespec="minutes"),
            "parts": [_part(explanation, language) for explanation in found],
        }
        console.file.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        return
    title = _INTERVAL.in_language(language).format(start=start, end=end)
    console.print(title, highlight=False, markup=False)
    for explanation in found:
        console.print()
        console.print(_table(explanation, language), highlight=False)


def _is_date(moment: str) -> bool:
    """Whether only a date was given: its midnight is not what the user asks about."""
    try:
        dt.date.fromisoformat(moment)
    except ValueError:
        return False
    return True


def _table(explanation: Explanation, language: Language) -> Table:
    title = explanation.title.in_language(language)
    table = Table(box=None, padding=(0, 2, 0, 0), title=title, title_justify="left")
    for number, head in enumerate(_HEADS):
        table.add_column(
            head.in_language(language), justify="right" if number == 1 else "left", overflow="fold"
        )
    for figure in explanation.figures:
        value = f"{number_text(figure.value, language)} {figure.unit.in_language(language)}".strip()
        formula, source = (text.in_language(language) for text in (figure.formula, figure.source))
        table.add_row(figure.label.in_language(language), value, f"{formula}\n← {source}")
    return table


def _part(explanation: Explanation, language: Language) -> dict[str, object]:
    return {
        "title": explanation.title.in_language(language),
        "figures": [
            {
                "label": figure.label.in_language(language),
                "formula": figure.formula.in_language(language),
                "value": figure.value,
                "unit": figure.unit.in_language(language),
                "source": figure.source.in_language(language),
            }
            for figure in explanation.figures
        ],
    }
