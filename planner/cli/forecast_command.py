"""``smena forecast``: what will arrive, how sure that is, and how good it would have been."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from models.forecast import Forecast
from models.scenario import Scenario
from models.text import Language, Text
from planner.cli.console import output, say_notes, say_notices
from planner.cli.numbers import decimal_text, percent_text
from planner.cli.options import AsJson, OutFolder, ScenarioFile
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.scenario_input import load_input
from planner.forecast.backtest_text import backtest_summary, backtest_table, untested_text
from planner.intake.file_names import safe_names
from planner.pipeline import make_forecasts
from planner.plan_file import forecast_csv, forecast_document, write_side_file, write_whole
from planner.report import draw_forecast

_HEADS = (
    Text(en="Channel", ru="Канал"),
    Text(en="Contacts", ru="Обращений"),
    Text(en="A day", ru="В день"),
    Text(en="Handle time, s", ru="Обработка, с"),
    Text(en="Days differ", ru="Разброс дней"),
    Text(en="Error, hours", ru="Ошибка, часы"),
    Text(en="Last week", ru="Прошлая неделя"),
)
_FILES = Text(
    en="forecast.png, forecast.json and a table per channel are in {folder}",
    ru="forecast.png, forecast.json и таблицы по каналам в папке {folder}",
)


def forecast(
    file: ScenarioFile,
    out: OutFolder = None,
    by_origin: Annotated[
        bool, typer.Option("--backtest", help="Also print the errors from each earlier date.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Forecast a scenario's channels, and hold the method against what came before."""
    loaded = load_input(file)
    scenario, language = loaded.scenario, loaded.scenario.desk.language
    folder = out or Path("out") / scenario.name
    refuse_unusable_folder(folder)
    say_notices(loaded.notices, language)
    made = make_forecasts(loaded)
    say_notes(one.demand for one in made)
    folder.mkdir(parents=True, exist_ok=True)
    text = write_side_file(forecast_document(scenario, made), folder / "forecast.json")
    names = safe_names("forecast-", [one.demand.channel for one in made], ".csv")
    for one, name in zip(made, names, strict=True):
        write_whole(forecast_csv(one, scenario.horizon), folder / name)
    draw_forecast(made, scenario.horizon, folder / "forecast.png", language)
    if as_json:
        output().file.write(text)
        return
    console = output()
    console.print(_table(scenario, made), highlight=False)
    for channel, one in zip(scenario.channels, made, strict=True):
        console.print()
        if one.backtest is None:
            console.print(untested_text(channel, language), highlight=False, markup=False)
            continue
        summary = backtest_summary(one.demand.channel, one.backtest, language)
        console.print(summary, highlight=False, markup=False)
        if by_origin:
            console.print(_origins(one, language), highlight=False)
    console.print()
    said = _FILES.in_language(language).format(folder=folder)
    console.print(said, highlight=False, markup=False, soft_wrap=True)


def _table(scenario: Scenario, made: tuple[Forecast, ...]) -> Table:
    language = scenario.desk.language
    table = Table(box=None, padding=(0, 2, 0, 0))
    for number, head in enumerate(_HEADS):
        table.add_column(head.in_language(language), justify="right" if number else "left", overflow="fold")
    for one in made:
        total = sum(one.demand.contacts)
        work = sum(
            count * aht for count, aht in zip(one.demand.contacts, one.demand.aht_seconds, strict=True)
        )
        tested = one.backtest
        table.add_row(
            one.demand.channel,
            decimal_text(total, 0, language),
            decimal_text(total / scenario.period.days, 1, language),
            decimal_text(work / total, 0, language) if total else "–",
            percent_text(one.spread.cv_day, 1, language) if one.spread else "–",
            percent_text(tested.hour.wape, 1, language) if tested else "–",
            percent_text(tested.hour.naive_wape, 1, language) if tested else "–",
        )
    return table


def _origins(one: Forecast, language: Language) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    if one.backtest is not None:
        laid_out = backtest_table(one.backtest, language)
        for number, head in enumerate(laid_out.heads):
            least = 0 if number else len("2026-01-12")
            table.add_column(head, justify="right", overflow="fold", min_width=least)
        for row in laid_out.rows:
            table.add_row(*row)
    return table
