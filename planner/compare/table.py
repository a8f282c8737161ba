"""The comparison as a table for the terminal."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text as Line

from models.comparison import ComparedPlan, Comparison
from models.cost import COMPONENTS
from models.money_text import money_text, whole_money_text
from models.text import Language, Text
from planner.compare.sentences import percent

#: Plans in one table; more of them go below, so that it fits 100 columns.
PLANS_ABREAST = 4

_TITLE = Text(en="Comparison, per average month", ru="Сравнение, за средний месяц")
_STATUS = {
    "optimal": Text(en="optimal", ru="оптимален"),
    "feasible": Text(en="feasible", ru="допустим"),
    "infeasible": Text(en="infeasible", ru="нет решения"),
}
_ROWS = {
    "status": Text(en="Plan", ru="План"),
    "gap": Text(en="Gap to the bound", ru="Разрыв с оценкой"),
    "headcount": Text(en="People", ru="Людей"),
    "total": Text(en="Cost", ru="Стоимость"),
    "base": Text(en="  base pay", ru="  основная оплата"),
    "night_premium": Text(en="  night premium", ru="  ночная доплата"),
    "holiday_premium": Text(en="  holiday premium", ru="  праздничная доплата"),
    "other_premium": Text(en="  other premiums", ru="  прочие доплаты"),
    "overtime": Text(en="  overtime", ru="  сверхурочные"),
    "on_costs": Text(en="  employer's on-costs", ru="  взносы работодателя"),
    "per_head": Text(en="  hiring and equipment", ru="  наём и рабочие места"),
    "overhead": Text(en="  leads and other roles", ru="  старшие и другие роли"),
    "objective": Text(en="Cost and shortfalls", ru="С ценой нехватки"),
    "bound": Text(en="  no plan is below", ru="  ниже плана нет"),
    "per_contact": Text(en="Cost per contact served", ru="На принятое обращение"),
    "level": Text(en="Service level promised", ru="Обещанный уровень сервиса"),
    "closed": Text(en="Contacts while closed", ru="Обращений вне часов работы"),
    "night_share": Text(en="Contacts 00:00-07:00", ru="Обращений в 00:00–07:00"),
    "short": Text(en="Understaffed hours", ru="Часов нехватки"),
}


def comparison_table(comparison: Comparison, language: Language) -> Table:
    """Draw one column per plan, then every difference and note in words; fits 100 columns.

    Parameters
    ----------
    comparison
        What to show.
    language
        Language of labels, sentences and numbers.

    Returns
    -------
    Table
        For :meth:`rich.console.Console.print`.
    """
    outer = Table.grid(expand=False)
    outer.add_column(max_width=100, overflow="fold")
    for start in range(0, len(comparison.plans), PLANS_ABREAST):
        outer.add_row(
            _figures(comparison.plans[start : start + PLANS_ABREAST], comparison.currency, language)
        )
    for difference in comparison.differences:
        outer.add_row("")
        outer.add_row(Line(difference.sentence.in_language(language)))
    outer.add_row("")
    for advice in dict.fromkeys(plan.night_advice.in_language(language) for plan in comparison.plans):
        labels = [p.label for p in comparison.plans if p.night_advice.in_language(language) == advice]
        outer.add_row(Line(f"{', '.join(labels)}: {advice}"))
    for note in comparison.notes:
        outer.add_row(Line(note.in_language(language), style="dim"))
    return outer


def _figures(plans: Sequence[ComparedPlan], currency: str, language: Language) -> Table:
    table = Table(title=_TITLE.in_language(language), title_justify="left")
    table.add_column("", no_wrap=True)
    for plan in plans:
        table.add_column(Line(plan.label), justify="right", overflow="fold")
    cells = [_cells(plan, currency, language) for plan in plans]
    shown = {component for plan in plans for component in plan.cost_per_month.shown}
    for key, label in _ROWS.items():
        if key in COMPONENTS and key not in shown:
            continue
        style = "bold" if key in ("headcount", "total", "objective") else None
        table.add_row(label.in_language(language), *(column[key] for column in cells), style=style)
    return table


def _cells(plan: ComparedPlan, currency: str, language: Language) -> dict[str, str]:
    figures, cost = plan.figures, plan.cost_per_month
    gap = (figures.objective_minor - figures.bound_minor) / max(1, abs(figures.objective_minor))
    per_contact = plan.cost_per_contact_minor
    hours = f"{figures.understaffed_hours * 30.4375 / figures.days:.1f}"
    minor: dict[str, int] = {
        "total": cost.total_minor,
        **{str(component): cost.of(component) for component in COMPONENTS},
        "objective": plan.objective_per_month_minor,
        "bound": plan.bound_per_month_minor,
    }
    texts = {key: whole_money_text(value, currency, language) for key, value in minor.items()}
    return {
        **texts,
        "status": _STATUS[figures.status].in_language(language),
        "gap": percent(gap, language, 2),
        "headcount": str(figures.headcount),
        "per_contact": "–" if per_contact is None else money_text(per_contact, currency, language),
        "level": percent(figures.service_level, language),
        "closed": percent(figures.closed_share, language),
        "night_share": percent(figures.night_share, language),
        "short": hours.replace(".", ",") if language == "ru" else hours,
    }
