"""What planning again where the simulated promise fails came to, and what it costs."""

from collections.abc import Mapping

from rich.table import Table

from models.money import from_minor, to_minor
from models.money_text import money_text
from models.scenario import Scenario
from models.text import Text
from planner.cli.numbers import decimal_text, percent_text
from planner.refine import Attempt, Refinement

_HEADS = (
    Text(en="Round", ru="Раунд"),
    Text(en="Cost", ru="Стоимость"),
    Text(en="People", ru="Людей"),
    Text(en="Asked, h", ru="Просят, ч"),
    Text(en="Short, h", ru="Нехватка, ч"),
    Text(en="Below", ru="Ниже"),
)
_HOLDS = Text(
    en="For {extra} more the promise holds in every interval.",
    ru="За {extra} сверх прежнего обещание выполнено в каждом интервале.",
)
_BETTER = Text(
    en="For {extra} more, intervals below the promise: {left} instead of {before}.",
    ru="За {extra} сверх прежнего интервалов ниже обещанного: {left} вместо {before}.",
)
_NOT_BOUGHT = Text(
    en="More cover was not bought, intervals below the promise stay {left}: at {price} per short hour the "
    "plan prefers a shortfall.",
    ru="Больше людей план не поставил, интервалов ниже обещанного по-прежнему {left}: при цене {price} за "
    "час нехватки ему выгоднее нехватка.",
)
_NO_ROUND = Text(
    en="No new plan was finished, intervals below the promise stay {left}.",
    ru="Ни один новый план не закончен, интервалов ниже обещанного по-прежнему {left}.",
)
_NOTHING = Text(
    en="Nothing to refine: the promise holds in every interval.",
    ru="Улучшать нечего: обещание выполнено в каждом интервале.",
)


def rounds_table(scenario: Scenario, found: Refinement) -> Table:
    """One row per round, each reckoned alike from its roster; round 0 is the plan as it was.

    What is short is so of what that round was asked for, more with every round.
    """
    desk = scenario.desk
    table = Table(box=None, padding=(0, 2, 0, 0))
    for head in (
        *(head.in_language(desk.language) for head in _HEADS),
        *(own.name for own in scenario.channels),
    ):
        table.add_column(head, justify="right", overflow="fold")
    for number, one in enumerate(found.attempts):
        coverage = one.expected.coverage
        table.add_row(
            str(number),
            money_text(one.cost_minor, desk.currency, desk.language),
            str(one.made.roster.headcount),
            decimal_text(coverage.required_hours, 1, desk.language),
            decimal_text(coverage.understaffed_hours, 1, desk.language),
            str(one.below),
            *(percent_text(level, 1, desk.language) for level in one.simulated.in_time.value.tolist()),
        )
    return table


def verdict(scenario: Scenario, found: Refinement) -> str:
    """Say in a sentence what came of it, and its price."""
    desk = scenario.desk
    before, left = found.attempts[0].below, found.chosen.below

    def money(minor: int) -> str:
        return money_text(minor, desk.currency, desk.language)

    if before == 0:
        return _NOTHING.in_language(desk.language)
    if len(found.attempts) == 1:
        return _NO_ROUND.in_language(desk.language).format(left=before)
    if found.chosen is found.attempts[0]:
        price = money(to_minor(scenario.prices.understaffed_hour, desk.currency))
        return _NOT_BOUGHT.in_language(desk.language).format(price=price, left=before)
    said = _BETTER if left else _HOLDS
    return said.in_language(desk.language).format(extra=money(found.extra_minor), left=left, before=before)


def refinement_document(scenario: Scenario, found: Refinement) -> Mapping[str, object]:
    """Put the rounds into plain JSON values."""
    currency = scenario.desk.currency
    return {
        "rounds": [_row(one, currency) for one in found.attempts],
        "extra_cost": from_minor(found.extra_minor, currency),
        "holds": found.chosen.below == 0,
    }


def _row(one: Attempt, currency: str) -> Mapping[str, object]:
    return {
        "cost": from_minor(one.cost_minor, currency),
        "headcount": one.made.roster.headcount,
        "required_hours": round(one.expected.coverage.required_hours, 6),
        "understaffed_hours": round(one.expected.coverage.understaffed_hours, 6),
        "intervals_below": list(one.simulated.intervals_below),
    }
