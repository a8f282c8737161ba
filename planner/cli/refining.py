"""Plan again where the simulated promise fails, and say what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.table import Table

from models.money import from_minor, to_minor
from models.money_text import money_text
from models.plan import Plan
from models.progress import Listener
from models.scenario import Scenario
from models.text import Text
from planner.cli.numbers import decimal_text, percent_text
from planner.pipeline import recheck, refine_plan
from planner.plan_file import ReadPlan
from planner.roster.solve import SearchLimits
from planner.simulate.plan_simulation import PlanSimulation, SimulationLimits

_HEADS = (
    Text(en="Round", ru="Раунд"),
    Text(en="Cost", ru="Стоимость"),
    Text(en="People", ru="Людей"),
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
    "plan prefers a shortfall. A higher prices.understaffed_hour, or more people to choose from, would help.",
    ru="Больше людей план не поставил, интервалов ниже обещанного по-прежнему {left}: при цене {price} за "
    "час нехватки ему выгоднее нехватка. Помогла бы более высокая prices.understaffed_hour или больше "
    "людей на выбор.",
)
_NO_ROUND = Text(
    en="No new plan was finished, intervals below the promise stay {left}.",
    ru="Ни один новый план не закончен, интервалов ниже обещанного по-прежнему {left}.",
)
_NOTHING = Text(
    en="Nothing to refine: the promise holds in every interval.",
    ru="Улучшать нечего: обещание выполнено в каждом интервале.",
)


@dataclass(frozen=True)
class Round:
    """One plan and how it does; money in minor units."""

    cost_minor: int
    people: int
    short_hours: float
    below: tuple[int, ...]
    levels: tuple[float, ...]

    @property
    def worth(self) -> tuple[int, int]:
        """Less is better: intervals below the promise, then cost."""
        return sum(self.below), self.cost_minor


@dataclass(frozen=True)
class Refinement:
    """Every round, the plan as it was first, and the best of the new plans where one is better."""

    rounds: tuple[Round, ...]
    best: tuple[Plan, PlanSimulation] | None

    @property
    def chosen(self) -> Round:
        """The round the best plan came from."""
        return min(self.rounds, key=lambda one: one.worth)


def refine(
    read: ReadPlan,
    simulated: PlanSimulation,
    limits: SearchLimits,
    simulation: SimulationLimits,
    rounds: int,
    listen: Listener,
) -> Refinement:
    """Run the rounds and keep the best."""
    cost = recheck(read.scenario, read.roster, read.required)[1].total_minor
    short_hours = float(read.document["coverage"]["understaffed_hours"])
    done = [_round(cost, read.roster.headcount, short_hours, simulated)]
    best: tuple[Plan, PlanSimulation] | None = None
    for plan, again in refine_plan(read, simulated, limits, simulation, rounds, listen):
        one = _round(plan.cost.total_minor, plan.roster.headcount, plan.coverage.understaffed_hours, again)
        if sum(one.below) < sum(done[0].below) and one.worth < min(own.worth for own in done):
            best = plan, again
        done.append(one)
    return Refinement(tuple(done), best)


def rounds_table(scenario: Scenario, found: Refinement) -> Table:
    """One row per round; round 0 is the plan as it was."""
    desk = scenario.desk
    table = Table(box=None, padding=(0, 2, 0, 0))
    for head in (
        *(head.in_language(desk.language) for head in _HEADS),
        *(own.name for own in scenario.channels),
    ):
        table.add_column(head, justify="right", overflow="fold")
    for number, one in enumerate(found.rounds):
        table.add_row(
            str(number),
            money_text(one.cost_minor, desk.currency, desk.language),
            str(one.people),
            decimal_text(one.short_hours, 1, desk.language),
            str(sum(one.below)),
            *(percent_text(level, 1, desk.language) for level in one.levels),
        )
    return table


def verdict(scenario: Scenario, found: Refinement) -> str:
    """Say in a sentence what came of it, and its price."""
    desk, first, chosen = scenario.desk, found.rounds[0], found.chosen
    before, left = sum(first.below), sum(chosen.below)

    def money(minor: int) -> str:
        return money_text(minor, desk.currency, desk.language)

    if before == 0:
        return _NOTHING.in_language(desk.language)
    if len(found.rounds) == 1:
        return _NO_ROUND.in_language(desk.language).format(left=before)
    if found.best is None:
        price = money(to_minor(scenario.prices.understaffed_hour, desk.currency))
        return _NOT_BOUGHT.in_language(desk.language).format(price=price, left=before)
    said = _BETTER if left else _HOLDS
    extra = money(chosen.cost_minor - first.cost_minor)
    return said.in_language(desk.language).format(extra=extra, left=left, before=before)


def refinement_document(scenario: Scenario, found: Refinement) -> Mapping[str, object]:
    """Put the rounds into plain JSON values."""
    currency = scenario.desk.currency
    return {
        "rounds": [
            {
                "cost": from_minor(one.cost_minor, currency),
                "headcount": one.people,
                "understaffed_hours": round(one.short_hours, 6),
                "intervals_below": list(one.below),
            }
            for one in found.rounds
        ],
        "extra_cost": from_minor(found.chosen.cost_minor - found.rounds[0].cost_minor, currency),
        "holds": sum(found.chosen.below) == 0,
    }


def _round(cost: int, people: int, short_hours: float, simulated: PlanSimulation) -> Round:
    levels = tuple(simulated.in_time.value.tolist())
    return Round(cost, people, short_hours, simulated.intervals_below, levels)
