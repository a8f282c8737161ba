"""``smena verify``: the lower bound of a plan computed again from its certificate."""

import json
from pathlib import Path
from typing import Annotated

import typer

from models.money import from_minor
from models.money_text import money_text
from models.text import Language, Text
from planner.cli.console import output, say_error
from planner.cli.numbers import percent_text
from planner.cli.options import AsJson, ShownIn
from planner.cli.scenario_input import load_plan
from planner.cli.verify_plan import Mistake, Verification, verify_plan
from planner.plan_file import read_certificate

_VERDICT = Text(
    en="Cost {cost}. No legal roster can cost less than {bound} (gap {gap}).",
    ru="Стоимость {cost}. Никакой допустимый график не может стоить меньше {bound} (разрыв {gap}).",
)
_BOUND_ALONE = Text(
    en="No legal roster can cost less than {bound}.",
    ru="Никакой допустимый график не может стоить меньше {bound}.",
)
_CHECKED = Text(
    en="Computed again without the engine, in whole numbers: pay, wishes and priced shortfalls of the "
    "roster; the bound from the certificate's prices and the cheapest legal tours at them.",
    ru="Пересчитано без поиска, в целых числах: оплата, пожелания и цена нехватки графика; нижняя "
    "оценка по ценам сертификата и самым дешёвым при них законным графикам сотрудников.",
)
_BY_SEARCH = Text(
    en="The plan's own bound is {planned}: what is above {bound} rests on the solver's search "
    "and is not checked here.",
    ru="Оценка самого плана {planned}: то, что выше {bound}, опирается на перебор решателя и здесь не проверено.",
)
_LEFT_OUT = Text(
    en="Without a legal tour, and left out of both: {people}",
    ru="Без допустимого графика и потому не учтены: {people}",
)
_BROKEN = Text(en="Rules broken, as the file says: {count}", ru="Нарушений, как и сказано в файле: {count}")


def verify(
    file: Annotated[Path, typer.Argument(help="A plan.json, or the folder it is in.", show_default=False)],
    lang: ShownIn = None,
    as_json: AsJson = False,
) -> None:
    """Compute cost and lower bound of a plan again from its certificate, without the engine."""
    path = file / "plan.json" if file.is_dir() else file
    read = load_plan(path)
    desk = read.scenario.desk
    language = lang or desk.language
    certificate = read_certificate(read.document, desk.currency, path.parent)
    found = verify_plan(read, certificate)
    mistakes = [_sentence(mistake, desk.currency, language) for mistake in found.mistakes]
    if as_json:
        document = _document(found, mistakes, desk.currency)
        output().file.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        text = "\n".join(_lines(found, desk.currency, language))
        output().print(text, highlight=False, markup=False, soft_wrap=True)
        for mistake in mistakes:
            say_error(mistake)
    raise typer.Exit(1 if mistakes else 0)


def _lines(found: Verification, currency: str, language: Language) -> list[str]:
    bound = money_text(found.bound_minor, currency, language)
    if found.cost_minor is None or found.gap is None:
        lines = [_BOUND_ALONE.in_language(language).format(bound=bound)]
    else:
        cost, gap = money_text(found.cost_minor, currency, language), percent_text(found.gap, 2, language)
        lines = [_VERDICT.in_language(language).format(cost=cost, bound=bound, gap=gap)]
    lines.append(_CHECKED.in_language(language))
    if found.by_search and found.planned_bound_minor > found.bound_minor:
        planned = money_text(found.planned_bound_minor, currency, language)
        lines.append(_BY_SEARCH.in_language(language).format(planned=planned, bound=bound))
    if found.left_out:
        lines.append(_LEFT_OUT.in_language(language).format(people=", ".join(found.left_out)))
    if found.broken:
        lines.append(_BROKEN.in_language(language).format(count=found.broken))
    return lines


def _sentence(mistake: Mistake, currency: str, language: Language) -> str:
    amounts = {key: money_text(minor, currency, language) for key, minor in mistake.money.items()}
    return mistake.text.format(**amounts, **mistake.words).in_language(language)


def _document(found: Verification, mistakes: list[str], currency: str) -> dict[str, object]:
    return {
        "confirmed": not mistakes,
        "cost": None if found.cost_minor is None else from_minor(found.cost_minor, currency),
        "bound": from_minor(found.bound_minor, currency),
        "gap": None if found.gap is None else round(found.gap, 6),
        "bound_in_file": from_minor(found.planned_bound_minor, currency),
        "rests_on_search": found.by_search and found.planned_bound_minor > found.bound_minor,
        "without_legal_tour": list(found.left_out),
        "violations": found.broken,
        "mistakes": mistakes,
    }
