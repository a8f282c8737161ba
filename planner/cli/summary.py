"""A plan in a few lines for the terminal."""

from pathlib import Path

from rich.markup import escape
from rich.table import Table

from models.cost_items import ITEMISED, itemised
from models.money_text import money_text
from models.outcome_text import outcome_texts
from models.plan import Plan
from models.shown_names import shown_names
from models.text import Language, Text
from planner.cli.console import output
from planner.cli.finding_line import finding_line
from planner.cli.numbers import decimal_text, percent_text
from planner.rules.priced import unmet_wishes

_STATUS = {
    "optimal": Text(
        en="proven optimal: no legal plan is cheaper (pay and priced shortfalls)",
        ru="доказано: дешевле законного плана нет (оплата и цена нехватки)",
    ),
    "feasible": Text(
        en="legal; no plan can be cheaper than {bound} (gap {gap})",
        ru="допустим; дешевле {bound} плана нет (разрыв {gap})",
    ),
    "infeasible": Text(
        en="rules or requirements cannot all be kept; see below",
        ru="не все правила и требования выполнимы; см. ниже",
    ),
}
_ROWS = {
    "status": Text(en="Plan", ru="План"),
    "people": Text(en="People", ru="Людей"),
    "cost": Text(en="Cost of the period", ru="Стоимость за период"),
    "base": Text(en="  base pay", ru="  основная оплата"),
    "night_premium": Text(en="  night premium", ru="  доплата за ночь"),
    "holiday_premium": Text(en="  holiday premium", ru="  доплата за праздники"),
    "other_premium": Text(en="  other premiums", ru="  прочие доплаты"),
    "overtime": Text(en="  overtime", ru="  сверхурочные"),
    "on_costs": Text(en="  employer's on-costs", ru="  взносы работодателя"),
    "per_head": Text(en="  hiring and equipment", ru="  наём и рабочие места"),
    "overhead": Text(en="  leads and other roles", ru="  старшие и другие роли"),
    "ramp_up": Text(en="  of the total, newcomers' ramp-up", ru="  из всей суммы: освоение новичков"),
    "objective": Text(en="With the price of shortfalls", ru="С ценой нехватки"),
    "hours": Text(en="Hours required / on duty", ru="Часов нужно / на смене"),
    "short": Text(en="Understaffed hours", ru="Часов нехватки"),
    "broken": Text(en="Rules broken", ru="Нарушений правил"),
    "wishes": Text(en="Wishes not met", ru="Невыполненных пожеланий"),
    "time": Text(en="Search", ru="Поиск"),
}
_PROMISE = Text(en="Served in time, {channel}", ru="Вовремя, {channel}")
_TARGET = Text(en="Target, {pool}", ru="Цель, {pool}")
_LEARNING = Text(en="{money} ({hours} paid h lost)", ru="{money} (потеряно {hours} оплаченных ч)")
_SECONDS = Text(en="{seconds} s", ru="{seconds} с")
_FILES = Text(en="Files are in {folder}", ru="Файлы в папке {folder}")


def print_summary(plan: Plan, folder: Path) -> None:
    """Print a plan's figures, what is broken, and where its files are."""
    language, console = plan.scenario.desk.language, output()
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0), title=plan.scenario.desk.name)
    table.add_column()
    table.add_column()
    for key, value in _figures(plan, language).items():
        table.add_row(_ROWS[key].in_language(language), value)
        for component in ITEMISED:
            for item, minor in itemised(plan.cost, component) if component == key else ():
                amount = money_text(minor, plan.cost.currency, language)
                table.add_row(escape(f"    {item.in_language(language)}"), amount)
    for promise in plan.promises:
        name = _PROMISE.in_language(language).format(channel=promise.channel)
        table.add_row(name, percent_text(promise.service_level, 1, language))
    for pool, said in outcome_texts(plan.outcomes, plan.scenario.horizon, language):
        table.add_row(_TARGET.in_language(language).format(pool=pool), said)
    console.print(table, highlight=False)
    names = shown_names(plan.scenario.agents)
    for found in plan.violations:
        if found.hard:
            line = f"✗ {finding_line(found, names, language)}"
            console.print(line, highlight=False, markup=False, soft_wrap=True, style="red")
    text = _FILES.in_language(language).format(folder=folder)
    console.print(text, highlight=False, markup=False, soft_wrap=True)


def _figures(plan: Plan, language: Language) -> dict[str, str]:
    currency, cost, proof = plan.cost.currency, plan.cost, plan.proof

    def money(minor: int) -> str:
        return money_text(minor, currency, language)

    def digits(value: float) -> str:
        return decimal_text(value, 1, language)

    status = _STATUS[proof.status].in_language(language)
    coverage = plan.coverage
    return {
        "status": status.format(bound=money(proof.bound_minor), gap=percent_text(proof.gap, 2, language)),
        "people": str(plan.roster.headcount),
        "cost": money(cost.total_minor),
        **{component: money(cost.of(component)) for component in cost.shown},
        **_ramp_up(plan, language),
        "objective": money(proof.objective_minor),
        "hours": f"{digits(coverage.required_hours)} / {digits(coverage.scheduled_hours)}",
        "short": digits(coverage.understaffed_hours),
        "broken": str(sum(1 for found in plan.violations if found.hard)),
        "wishes": str(len(unmet_wishes(plan.violations))),
        "time": _SECONDS.in_language(language).format(seconds=digits(proof.wall_seconds)),
    }


def _ramp_up(plan: Plan, language: Language) -> dict[str, str]:
    """What part of the cost is the price of learning, where there are newcomers; it adds nothing."""
    cost = plan.cost
    if not cost.ramp_up:
        return {}
    hours = decimal_text(cost.ramp_up_minutes / 60, 1, language)
    money = money_text(cost.ramp_up_minor, cost.currency, language)
    return {"ramp_up": _LEARNING.in_language(language).format(money=money, hours=hours)}
