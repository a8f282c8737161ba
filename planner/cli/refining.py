"""What planning again where the simulated promise fails came to, and what it costs."""

from collections.abc import Iterator, Mapping

from rich.table import Table

from models.money import from_minor, to_minor
from models.money_text import money_text
from models.scenario import Scenario
from models.text import Text
from planner.cli.below_words import below_text, kept_over_text
from planner.cli.numbers import decimal_text, percent_text
from planner.refine import Attempt, Refinement

#: A gap above this is worth a word.
_WIDE_GAP = 0.02
_HEADS = (
    Text(en="Round", ru="Раунд"),
    Text(en="Cost", ru="Стоимость"),
    Text(en="People", ru="Людей"),
    Text(en="Asked, h", ru="Просят, ч"),
    Text(en="Short, h", ru="Нехватка, ч"),
    Text(en="Below", ru="Ниже"),
)
_HOLDS = Text(
    en="For {extra} more the promise holds {over}.",
    ru="За {extra} сверх прежнего обещание выполнено {over}.",
)
_BETTER = Text(
    en="For {extra} more, below the promise: {left} instead of {before}.",
    ru="За {extra} сверх прежнего ниже обещанного: {left}, было {before}.",
)
_CLOSER = Text(
    en="For {extra} more the promise is missed by less, still below it: {left}.",
    ru="За {extra} сверх прежнего обещание нарушено меньше, ещё ниже обещанного: {left}.",
)
_NOT_BOUGHT = Text(
    en="More cover was not bought, below the promise stay {left}: at {price} per short hour the plan prefers a "
    "shortfall.",
    ru="Больше людей план не поставил, ниже обещанного по-прежнему {left}: при цене {price} за час нехватки ему "
    "выгоднее нехватка.",
)
_NO_ROUND = Text(
    en="No new plan was finished, below the promise stay {left}.",
    ru="Ни один новый план не закончен, ниже обещанного по-прежнему {left}.",
)
_UNFINISHED = Text(
    en="The search for that plan ended {gap} above its bound: with a longer --time-limit the same cover may cost "
    "less.",
    ru="Поиск этого плана закончен с разрывом {gap}: при большем --time-limit тот же запас может стоить меньше.",
)
_NOTHING = Text(
    en="Nothing to refine: the promise holds {over}.",
    ru="Улучшать нечего: обещание выполнено {over}.",
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
            below_text(one.simulated.targets, one.simulated.below, desk.language),
            *(percent_text(level, 1, desk.language) for level in one.simulated.in_time.value.tolist()),
        )
    return table


def verdict(scenario: Scenario, found: Refinement) -> str:
    """Say in a sentence what came of it, and its price."""
    desk, first, chosen = scenario.desk, found.attempts[0], found.chosen
    language, targets = desk.language, first.simulated.targets

    def below(one: Attempt) -> str:
        return below_text(targets, one.simulated.below, language)

    words = {
        "extra": money_text(found.extra_minor, desk.currency, language),
        "over": kept_over_text(targets, language),
        "left": below(chosen),
        "before": below(first),
        "price": money_text(
            to_minor(scenario.prices.understaffed_hour, desk.currency), desk.currency, language
        ),
    }
    if first.below == 0:
        said = _NOTHING
    elif len(found.attempts) == 1:
        said = _NO_ROUND
    elif chosen is first:
        said = _NOT_BOUGHT
    elif chosen.below == 0:
        said = _HOLDS
    else:
        said = _BETTER if chosen.below < first.below else _CLOSER
    return said.in_language(language).format(**words)


def unfinished_lines(scenario: Scenario, found: Refinement) -> Iterator[str]:
    """Say where the price of the chosen plan is that of a search that had no time to end."""
    plan = found.chosen.plan
    if plan is not None and plan.proof.gap > _WIDE_GAP:
        gap = percent_text(plan.proof.gap, 1, scenario.desk.language)
        yield _UNFINISHED.in_language(scenario.desk.language).format(gap=gap)


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
        "spans_below": list(one.simulated.below),
        "late_contacts": round(one.simulated.late_contacts, 3),
    }
