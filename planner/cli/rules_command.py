"""``smena rules``: the kinds of rules there are, or the rules of a scenario in words."""

from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.table import Table

from models.rule import RULES, Rule
from models.text import Language, Text
from planner.cli.console import output
from planner.scenario.loading import load_scenario

_HEADS = (
    Text(en="Kind", ru="Вид"),
    Text(en="What it asks", ru="Что требует"),
    Text(en="Source", ru="Источник"),
)
_EXAMPLE = Text(en="For example: {text}", ru="Например: {text}")


def rules(
    scenario: Annotated[
        Path | None, typer.Argument(help="Scenario whose rules to explain.", show_default=False)
    ] = None,
    language: Annotated[
        Literal["en", "ru"] | None,
        typer.Option("--language", help="Language of the text.", show_default=False),
    ] = None,
) -> None:
    """List all kinds of rules with an example, or explain the rules of a scenario."""
    if scenario is None:
        _print(tuple(_sample(kind) for kind in RULES.units()), language or "en", as_example=True)
        return
    loaded = load_scenario(scenario)
    _print(loaded.scenario.rules, language or loaded.scenario.desk.language, as_example=False)


def _sample(kind: type[Rule]) -> Rule:
    return kind.model_validate(kind.examples()[0].rule)


def _print(listed: tuple[Rule, ...], language: Language, *, as_example: bool) -> None:
    table = Table()
    for head in _HEADS:
        table.add_column(head.in_language(language), overflow="fold", no_wrap=head is _HEADS[0])
    for rule in listed:
        text = rule.explain().in_language(language)
        if as_example:
            first_line = (type(rule).__doc__ or "").strip().splitlines()[0]
            example = _EXAMPLE.in_language(language).format(text=text)
            text = f"{first_line}\n{example}" if language == "en" else example
        table.add_row(rule.kind, text, rule.source)
    output().print(table, highlight=False)
