"""``smena price-rules``: what each rule, each person and each wish costs a month."""

from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from models.progress import Listener
from models.text import Text
from planner.cli.console import output, progress_shown, say_error, say_notes, say_notices
from planner.cli.interrupt import INTERRUPTED, stop_on_interrupt
from planner.cli.options import AsJson, OutFolder, ScenarioFile, Seed, ShownIn, Workers
from planner.cli.out_folder import refuse_unusable_folder
from planner.cli.scenario_input import load_input
from planner.plan_file import write_side_file
from planner.price_rules import price_document, price_rules, price_table
from planner.report import draw_rule_prices
from planner.roster.solve import SearchLimits

_NO_PLAN = Text(
    en="The scenario has no legal plan, so nothing can be priced: smena explain says why.",
    ru="У сценария нет допустимого плана, поэтому цен нет: почему, скажет smena explain.",
)
_FILES = Text(
    en="price_rules.json and price_rules.png are in {folder}",
    ru="price_rules.json и price_rules.png в папке {folder}",
)
_TITLE = "{number}/{wanted} {what}"
_LONGEST_TITLE = 70


def price_rules_of(
    file: ScenarioFile,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=1, max=86_400, help="Seconds for all searches together.")
    ] = 300.0,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            help="Price only this: rules, steps, people, conditions, requests, or a key such as min_rest; "
            "may be given several times.",
            show_default=False,
        ),
    ] = None,
    out: OutFolder = None,
    seed: Seed = 1,
    workers: Workers = 2,
    lang: ShownIn = None,
    as_json: AsJson = False,
) -> None:
    """Say what each rule, each person and each wish costs a month, planned again, with proven ranges."""
    loaded = load_input(file)
    desk = loaded.scenario.desk
    shown_in = lang or desk.language
    folder = out or Path("out") / loaded.scenario.name
    refuse_unusable_folder(folder)
    say_notices(loaded.notices, shown_in)

    def shown(number: int, wanted: int, what: Text) -> AbstractContextManager[Listener]:
        said = what.in_language(shown_in)
        short = said if len(said) <= _LONGEST_TITLE else said[: _LONGEST_TITLE - 1] + "…"
        return progress_shown(
            _TITLE.format(number=number, wanted=wanted, what=short), desk.currency, shown_in
        )

    with stop_on_interrupt() as stop:
        limits = SearchLimits(time_limit, seed, workers, stop)
        prices, plan = price_rules(loaded, only or (), limits, shown)
    prices = replace(prices, language=shown_in)
    say_notes(plan.demands)
    folder.mkdir(parents=True, exist_ok=True)
    text = write_side_file(price_document(prices), folder / "price_rules.json")
    draw_rule_prices(prices, folder / "price_rules.png")
    if as_json:
        output().file.write(text)
    else:
        output().print(price_table(prices, shown_in), highlight=False)
        said = _FILES.in_language(shown_in).format(folder=folder)
        output().print(said, highlight=False, soft_wrap=True)
    if prices.status == "infeasible":
        say_error(_NO_PLAN.in_language(shown_in))
        raise typer.Exit(1)
    raise typer.Exit(INTERRUPTED if prices.is_interrupted else 0)
