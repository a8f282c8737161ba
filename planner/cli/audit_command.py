"""``smena audit``: check a plan again with the rules' own checks alone."""

import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from models.money import from_minor, to_minor
from models.money_text import money_text
from models.scenario import Scenario
from models.shown_names import shown_names
from models.text import Language, Text
from models.violation import Violation
from planner.again import recheck
from planner.cli.audit_workbook import WorkbookAudit, audit_workbook
from planner.cli.audit_workbook_document import edits_document
from planner.cli.audit_workbook_text import delta_lines, edit_lines
from planner.cli.beside_workbook import read_workbook
from planner.cli.console import output
from planner.cli.finding_line import finding_line
from planner.cli.options import AsJson
from planner.cli.scenario_input import load_plan
from planner.packs.looser import LOOSER_THAN_LAW

#: Says where on a sheet a finding stands.
CellOf = Callable[[Violation], str]

_KEPT = Text(en="Every rule is kept.", ru="Все правила соблюдены.")
_BROKEN = Text(en="Rules broken: {count}", ru="Нарушений: {count}")
_BELOW_LAW = Text(en="Asked below the law: {count}", ru="Требований ниже закона: {count}")
_SOFT = Text(en="Wishes and priced shortfalls: {count}", ru="Пожеланий и оплаченных нехваток: {count}")
_COST = Text(en="Cost by the clock: {now}", ru="Стоимость по часам: {now}")
_CHANGED = Text(
    en="Cost by the clock: {now}; the file says {then}, so the roster or the file was edited",
    ru="Стоимость по часам: {now}; в файле {then}: график или файл изменён",
)


def audit_plan(
    file: Annotated[
        Path,
        typer.Argument(
            help="A plan.json, the folder it is in, or an edited roster.xlsx beside its plan.json.",
            show_default=False,
        ),
    ],
    plan: Annotated[
        Path | None,
        typer.Option("--plan", help="The plan of a workbook that is not beside it.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check a plan against every rule again, without the solver, and price it again."""
    if file.suffix.lower() in (".xlsx", ".xlsm"):
        found = audit_workbook(*read_workbook(file, plan))
        _say_workbook(found, as_json=as_json)
        raise typer.Exit(1 if any(one.hard for one in found.findings) else 0)
    read = load_plan(file / "plan.json" if file.is_dir() else file)
    desk = read.scenario.desk
    findings, cost = recheck(read.scenario, read.roster, read.required, read.demands, read.added_cover)
    written = to_minor(Decimal(read.document["cost"]["total"]), desk.currency)
    if as_json:
        rows = _documents(findings, desk.language)
        costs = {
            "cost": from_minor(cost.total_minor, desk.currency),
            "cost_in_file": from_minor(written, desk.currency),
        }
        _write_json({**rows, **costs})
    else:
        now, then = (money_text(minor, desk.currency, desk.language) for minor in (cost.total_minor, written))
        price_line = _COST if cost.total_minor == written else _CHANGED
        price = price_line.in_language(desk.language).format(now=now, then=then)
        _say(_finding_lines(findings, read.scenario, desk.language))
        _say([(line, "") for line in (*_verdict(findings, desk.language), price)])
    raise typer.Exit(1 if any(found.hard for found in findings) else 0)


def _say_workbook(found: WorkbookAudit, *, as_json: bool) -> None:
    """What was edited, what it breaks and where, and what it costs."""
    language = found.edited.grid.language
    if as_json:
        _write_json({**_documents(found.findings, language, found.cell_of), **edits_document(found)})
        return
    _say([(line, "") for line in edit_lines(found, language)])
    _say(_finding_lines(found.findings, found.read.scenario, language, found.cell_of))
    _say([(line, "") for line in (*_verdict(found.findings, language), *delta_lines(found, language))])


def _kinds(findings: tuple[Violation, ...]) -> dict[str, list[Violation]]:
    """Broken rules, what was asked below the law, and the rest."""
    kinds: dict[str, list[Violation]] = {"violations": [], "below_law": [], "soft": []}
    for found in findings:
        kind = "violations" if found.hard else "below_law" if found.rule == LOOSER_THAN_LAW else "soft"
        kinds[kind].append(found)
    return kinds


def _finding_lines(
    findings: tuple[Violation, ...], scenario: Scenario, language: Language, cell_of: CellOf | None = None
) -> Iterator[tuple[str, str]]:
    """A line for each finding, and how it is shown."""
    names = shown_names(scenario.agents)
    for found in (one for kind in _kinds(findings).values() for one in kind):
        where = f"{cell_of(found)} " if cell_of else ""
        mark, style = ("✗", "red") if found.hard else ("·", "")
        yield f"{mark} {where}{finding_line(found, names, language)}", style


def _verdict(findings: tuple[Violation, ...], language: Language) -> list[str]:
    kinds = _kinds(findings)
    numbers = {kind: len(rows) for kind, rows in kinds.items()}
    lines = [(_BROKEN if numbers["violations"] else _KEPT, numbers["violations"])]
    lines += [
        (text, numbers[kind]) for kind, text in (("below_law", _BELOW_LAW), ("soft", _SOFT)) if numbers[kind]
    ]
    return [text.in_language(language).format(count=count) for text, count in lines]


def _documents(
    findings: tuple[Violation, ...], language: Language, cell_of: CellOf | None = None
) -> dict[str, object]:
    def row(found: Violation) -> dict[str, object]:
        place: dict[str, object] = {"cell": cell_of(found)} if cell_of else {}
        return {**found.model_dump(mode="json"), "text": found.text.in_language(language), **place}

    return {kind: [row(found) for found in rows] for kind, rows in _kinds(findings).items()}


def _say(lines: Iterable[tuple[str, str]]) -> None:
    for line, style in lines:
        output().print(line, highlight=False, markup=False, soft_wrap=True, style=style)


def _write_json(document: dict[str, object]) -> None:
    output().file.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
