"""``smena rules``: the kinds of rules there are, or the rules in force in a scenario, in words."""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.table import Table

from models.law_pack import LAW_PACKS
from models.rule import RULES, Rule
from models.scenario import Scenario
from models.shown_names import shown_names
from models.text import Language, Text
from planner.cli.console import output
from planner.cli.rule_kind_text import asks, may_be_written
from planner.cli.scenario_input import load_input
from planner.packs.asked import article_text
from planner.rules.wording import date_text
from planner.scenario.law import packs_of_rules
from planner.scenario.schema import scenario_model

_HEADS = (
    Text(en="Kind", ru="Вид"),
    Text(en="What it asks", ru="Что требует"),
    Text(en="Source", ru="Источник"),
)
_LAWS = Text(en="Kept for: {articles}", ru="Этим соблюдаются: {articles}")
_EXAMPLE = Text(en="For example: {text}", ru="Например: {text}")
_BINDS = Text(en="Binds: {whom}", ru="Касается: {whom}")
_CONTRACT = Text(en="contract {name}", ru="договор {name}")
_DATES = Text(en="In force from {first} to {last}", ru="Действует с {first} по {last}")
_BY_PACK = Text(en="law pack {pack}", ru="набор законов {pack}")
#: People named in a cell before the rest are only counted.
_NAMED = 6


def rules(
    scenario: Annotated[
        Path | None, typer.Argument(help="Scenario whose rules to explain.", show_default=False)
    ] = None,
    language: Annotated[
        Literal["en", "ru"] | None,
        typer.Option("--language", "--lang", help="Language of the text.", show_default=False),
    ] = None,
) -> None:
    """List all kinds of rules with an example, or explain the rules of a scenario and of its law packs."""
    if scenario is None:
        _print_kinds(language or "en")
        return
    loaded = load_input(scenario)
    _print_in_force(loaded.scenario, language or loaded.scenario.desk.language)


def _print_kinds(language: Language) -> None:
    scenario_model()  # registers every rule and every pack
    articles, console = _articles(language), output()
    for place, kind in enumerate(RULES.units()):
        rule = kind.model_validate(kind.examples()[0].rule)
        example = _EXAMPLE.in_language(language).format(text=rule.explain().in_language(language))
        lines = [asks(kind, language), example, *may_be_written(kind, language)]
        if rule.kind in articles:
            lines.append(_LAWS.in_language(language).format(articles="; ".join(articles[rule.kind])))
        shown = [
            textwrap.fill(line, console.width, initial_indent="  ", subsequent_indent="  ") for line in lines
        ]
        text = "\n".join(("",) * bool(place) + (rule.kind, *shown))
        console.print(text, highlight=False, soft_wrap=True)


def _print_in_force(scenario: Scenario, language: Language) -> None:
    table = _table(language)
    packs = packs_of_rules(scenario)
    names = shown_names(scenario.agents)
    for number, written in enumerate(scenario.rules):
        rule = written.with_names(names)
        text = "\n".join((rule.explain().in_language(language), *_bounds(rule, language)))
        source = rule.source
        if packs[number]:
            pack = _BY_PACK.in_language(language).format(pack=packs[number])
            source = f"{source}\n{pack}"
        table.add_row(rule.kind, text, source)
    output().print(table, highlight=False)


def _table(language: Language) -> Table:
    table = Table()
    for head in _HEADS:
        table.add_column(head.in_language(language), overflow="fold", no_wrap=head is _HEADS[0])
    return table


def _articles(language: Language) -> dict[str, list[str]]:
    """Articles of all packs by the kind of rule that keeps them."""
    found: dict[str, dict[str, None]] = {}
    for unit in LAW_PACKS.units():
        for line in unit.model_validate({}).lines():
            for asked in line.rules:
                found.setdefault(asked.kind, {})[article_text(line, language)] = None
    return {kind: list(articles) for kind, articles in found.items()}


def _bounds(rule: Rule, language: Language) -> Iterator[str]:
    """Whom a rule binds and when, where that is not everyone and always, nor told by its sentence."""
    contracts = [_CONTRACT.in_language(language).format(name=name) for name in rule.contracts]
    whom = [*rule.agents, *contracts]
    if whom and not rule.says_whom:
        more = f" +{len(whom) - _NAMED}" if len(whom) > _NAMED else ""
        yield _BINDS.in_language(language).format(whom=", ".join(whom[:_NAMED]) + more)
    if rule.valid_from or rule.valid_to:
        dates = [
            date_text(date).in_language(language) if date else "…"
            for date in (rule.valid_from, rule.valid_to)
        ]
        yield _DATES.in_language(language).format(first=dates[0], last=dates[1])
