"""``smena packs``: the labour laws there are, line by line, and norms of hours."""

import datetime as dt
import textwrap
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from pydantic import ValidationError
from rich.table import Table

from models.calendar import HolidayCalendar
from models.errors import BadInputError, InputProblem
from models.law_pack import LAW_PACKS, LawPack
from models.text import Language, Text
from planner.calendar.override_file import read_overrides
from planner.calendar.work_calendar import work_calendar
from planner.cli.console import output
from planner.cli.norm_print import norm_table
from planner.cli.pack_lines import pack_text
from planner.packs.refusal import refusals
from planner.rules.wording import date_text
from planner.scenario.cross_checks.dates import from_to
from planner.scenario.locate import locate
from planner.scenario.plain_words import say
from planner.scenario.schema import scenario_model
from planner.scenario.suggest import did_you_mean, listed
from planner.scenario.wanted import FOUND

_HEADS = (
    Text(en="Pack", ru="Набор"),
    Text(en="Law", ru="Закон"),
    Text(en="Known from", ru="Известен с"),
    Text(en="to", ru="по"),
    Text(en="Lines", ru="Строк"),
    Text(en="checked", ru="проверяется"),
)
_HINT = Text(
    en='In a scenario: law_packs = ["russia"]. One in full: smena packs russia.',
    ru='В сценарии: law_packs = ["russia"]. Подробно: smena packs russia --lang ru.',
)
_REACH = Text(
    en="These dates say how far the data reach, not that a law stays the same until then. This is not "
    "legal advice: have the lines held against the acts, those to be checked first.",
    ru="Эти даты говорят, до какого дня доведены данные, а не что закон до тех пор не изменится. Это не "
    "юридическая консультация: сверьте строки с законом, и прежде всего те, что требуют проверки.",
)
_NO_NORM = Text(
    en="the pack has no norm of hours: its law names no country's calendar",
    ru="у набора нет нормы часов: его закон не называет календаря страны",
)
_NAME_VALUE = Text(en="name=value", ru="имя=значение")


def packs(
    pack: Annotated[str | None, typer.Argument(help="Pack to show in full.", show_default=False)] = None,
    date: Annotated[
        dt.datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="Show the law of this date.", show_default=False),
    ] = None,
    norm: Annotated[
        int | None,
        typer.Option("--norm", help="Show the norm of hours of this year instead.", show_default=False),
    ] = None,
    overrides: Annotated[
        Path | None,
        typer.Option("--overrides", help="CSV of days that differ: date, kind, name.", show_default=False),
    ] = None,
    options: Annotated[
        list[str] | None,
        typer.Option("--set", help="Option of the pack, e.g. accounting=summed.", show_default=False),
    ] = None,
    language: Annotated[
        Literal["en", "ru"],
        typer.Option("--language", "--lang", help="Language of the text."),
    ] = "en",
) -> None:
    """List the labour laws there are, or show one line by line, or its norm of hours."""
    scenario_model()  # registers every pack and every rule
    if pack is None:
        _list(language)
        return
    if pack not in tuple(LAW_PACKS):
        message = Text(en=f'there is no law pack "{pack}"', ru=f'набора законов "{pack}" нет')
        message += did_you_mean(pack, LAW_PACKS)
        raise BadInputError([InputProblem("packs", message, listed(LAW_PACKS))])
    chosen = _with_options(pack, options or [])
    if norm is not None:
        _print_norm(chosen, norm, overrides, language)
        return
    lines = chosen.lines()
    if date is not None:
        day = date.date()
        found = [refusal for refusal in refusals(((0, chosen),), day, day) if "period" in refusal.message.en]
        if found:
            known = Text(en=f"from {chosen.valid_from} on", ru=f"с {chosen.valid_from}")
            if chosen.known_until is not None:
                known = from_to(chosen.valid_from, chosen.known_until)
            message = Text(
                en=f'the pack "{pack}" knows the law of {known.en} only',
                ru=f'набор "{pack}" знает закон только {known.ru}',
            )
            allowed = Text(en="a date from ", ru="дата ") + known
            raise BadInputError([InputProblem("--date", message, allowed)])
        lines = tuple(line for line in lines if line.in_force(day, day))
    console = output()
    for text, indent in pack_text(chosen, lines, language):
        console.print(
            textwrap.fill(text, console.width, initial_indent=" " * indent, subsequent_indent=" " * indent),
            highlight=False,
            soft_wrap=True,
        )


def _list(language: Language) -> None:
    table = Table()
    for head in _HEADS:
        table.add_column(head.in_language(language), overflow="fold")
    for unit in LAW_PACKS.units():
        pack = _with_options(unit.model_fields["kind"].default, [])
        lines = pack.lines()
        first = date_text(pack.valid_from).in_language(language)
        last = date_text(pack.valid_to).in_language(language) if pack.valid_to else "…"
        checked = sum(line.not_checked is None for line in lines)
        table.add_row(pack.kind, pack.title.in_language(language), first, last, str(len(lines)), str(checked))
    console = output()
    console.print(table, highlight=False)
    for text in (_REACH, _HINT):
        said = textwrap.fill(text.in_language(language), console.width, break_on_hyphens=False)
        console.print(said, highlight=False, soft_wrap=True)


def _with_options(kind: str, options: list[str]) -> LawPack:
    """Make a pack with the options given as ``name=value``, every mistake in them told."""
    written: dict[str, Any] = {}
    problems = []
    for option in options:
        name, equals, value = option.partition("=")
        if not equals:
            problems.append(InputProblem("--set", FOUND.format(value=f'"{option}"'), _NAME_VALUE))
        written[name.strip()] = {"true": True, "false": False}.get(value.strip().lower(), value.strip())
    unit = LAW_PACKS[kind]
    try:
        pack = unit.model_validate(written)
    except ValidationError as error:
        for mistake in error.errors(include_url=False):
            message, allowed = say(mistake, locate(unit, mistake["loc"], written))
            name = ".".join(str(part) for part in mistake["loc"])
            problems.append(InputProblem(f"--set {name}".strip(), message, allowed))
    if problems:
        raise BadInputError(problems)
    return pack


def _print_norm(pack: LawPack, year: int, overrides: Path | None, language: Language) -> None:
    country = next(
        (term.value for line in pack.lines() for term in line.terms if term.field == "holidays.country"), None
    )
    if country is None:
        raise BadInputError([InputProblem("--norm", f'"{pack.kind}": ' + _NO_NORM)])
    days = read_overrides(overrides) if overrides is not None else ()
    settings = HolidayCalendar(country=country, overrides=days)
    calendar = work_calendar(settings, [year], language)
    output().print(norm_table(calendar, year, language), highlight=False)
