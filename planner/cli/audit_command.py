"""``smena audit``: check a plan again with the rules' own checks alone."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from models.money import from_minor, to_minor
from models.money_text import money_text
from models.text import Text
from planner.cli.console import output
from planner.cli.options import AsJson
from planner.pipeline import recheck
from planner.plan_file import read_plan

_KEPT = Text(en="Every rule is kept.", ru="Все правила соблюдены.")
_BROKEN = Text(en="Rules broken: {count}", ru="Нарушений: {count}")
_SOFT = Text(en="Wishes and priced shortfalls: {count}", ru="Пожеланий и оплаченных нехваток: {count}")
_COST = Text(en="Cost by the clock: {now}", ru="Стоимость по часам: {now}")
_CHANGED = Text(
    en="Cost by the clock: {now}; the file says {then}, so the roster or the file was edited",
    ru="Стоимость по часам: {now}; в файле {then}: график или файл изменён",
)


def audit_plan(
    file: Annotated[Path, typer.Argument(help="A plan.json, or the folder it is in.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Check a plan against every rule again, without the solver, and price it again."""
    read = read_plan(file / "plan.json" if file.is_dir() else file)
    desk = read.scenario.desk
    findings, cost = recheck(read.scenario, read.roster, read.required)
    hard = [found for found in findings if found.hard]
    soft = [found for found in findings if not found.hard]
    written = to_minor(Decimal(read.document["cost"]["total"]), desk.currency)
    if as_json:
        document = {
            "violations": [_row(found.model_dump(mode="json"), found.text, desk.language) for found in hard],
            "soft": [_row(found.model_dump(mode="json"), found.text, desk.language) for found in soft],
            "cost": from_minor(cost.total_minor, desk.currency),
            "cost_in_file": from_minor(written, desk.currency),
        }
        output().file.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        console = output()
        for found in (*hard, *soft):
            who = f"{found.agent}: " if found.agent else ""
            mark, style = ("✗", "red") if found.hard else ("·", "")
            line = f"{mark} {found.date} {who}{found.text.in_language(desk.language)}"
            console.print(line, highlight=False, markup=False, soft_wrap=True, style=style)
        verdict = _BROKEN if hard else _KEPT
        lines = [verdict.in_language(desk.language).format(count=len(hard))]
        if soft:
            lines.append(_SOFT.in_language(desk.language).format(count=len(soft)))
        now, then = (money_text(minor, desk.currency, desk.language) for minor in (cost.total_minor, written))
        price_line = _COST if cost.total_minor == written else _CHANGED
        lines.append(price_line.in_language(desk.language).format(now=now, then=then))
        console.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)
    raise typer.Exit(1 if hard else 0)


def _row(document: dict[str, object], text: Text, language: str) -> dict[str, object]:
    return {**document, "text": text.ru if language == "ru" else text.en}
