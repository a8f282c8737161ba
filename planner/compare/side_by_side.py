"""Setting plans side by side."""

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from models.comparison import ComparedPlan, Comparison, PlanFigures
from models.errors import BadInputError, InputProblem
from models.plan import Plan
from models.text import Text
from planner.compare.figures import figures_of
from planner.compare.month import cost_per_month, per_month
from planner.compare.proof import difference
from planner.compare.sentences import night_advice

_TOO_FEW = Text(en="fewer than two plans are given", ru="для сравнения мало планов")
_TWO = Text(en="two or more plans", ru="два плана или больше")


def compare(plans: Sequence[Plan]) -> Comparison:
    """Compare plans of the same currency.

    Parameters
    ----------
    plans
        Two or more, in the order in which they are to be shown.

    Returns
    -------
    Comparison
        Figures per average month (365.25 / 12 days) and every pair's difference.

    Raises
    ------
    BadInputError
        With fewer than two plans, or plans in different currencies.
    """
    return compare_figures([figures_of(plan) for plan in plans])


def compare_figures(figures: Sequence[PlanFigures]) -> Comparison:
    """Compare plans by their figures alone; see :func:`compare`."""
    _refuse_incomparable(figures)
    columns = tuple(_column(label, item) for label, item in zip(_labels(figures), figures, strict=True))
    return Comparison(
        currency=figures[0].cost.currency,
        plans=columns,
        differences=tuple(difference(first, second) for first, second in combinations(columns, 2)),
        notes=_notes(columns),
    )


def _refuse_incomparable(figures: Sequence[PlanFigures]) -> None:
    if len(figures) < 2:
        raise BadInputError([InputProblem("compare", _TOO_FEW, _TWO)])
    currency = figures[0].cost.currency
    problems = [
        InputProblem(
            place=item.scenario,
            message=Text(
                en=f"its currency is {item.cost.currency}, but {figures[0].scenario} is in {currency}",
                ru=f"его валюта {item.cost.currency}, а у {figures[0].scenario} {currency}",
            ),
            allowed=Text(
                en="plans in one currency; Smena knows no exchange rates",
                ru="планы в одной валюте: курсов Smena не знает",
            ),
        )
        for item in figures
        if item.cost.currency != currency
    ]
    if problems:
        raise BadInputError(problems)


def _labels(figures: Sequence[PlanFigures]) -> list[str]:
    """Scenario names, numbered where several plans share one."""
    counts = Counter(item.scenario for item in figures)
    seen: Counter[str] = Counter()
    labels = []
    for item in figures:
        seen[item.scenario] += 1
        shared = counts[item.scenario] > 1
        labels.append(f"{item.scenario} ({seen[item.scenario]})" if shared else item.scenario)
    return labels


def _column(label: str, figures: PlanFigures) -> ComparedPlan:
    return ComparedPlan(
        label=label,
        figures=figures,
        cost_per_month=cost_per_month(figures.cost, figures.days),
        objective_per_month_minor=per_month(figures.objective_minor, figures.days),
        bound_per_month_minor=per_month(figures.bound_minor, figures.days),
        cost_per_contact_minor=_cost_per_contact(figures),
        night_advice=night_advice(figures),
    )


def _cost_per_contact(figures: PlanFigures) -> int | None:
    if not figures.served_contacts or not figures.cost.total_minor:
        return None
    exact = Decimal(figures.cost.total_minor) / Decimal(repr(figures.served_contacts))
    return int(exact.to_integral_value(ROUND_HALF_UP))


def _notes(columns: Sequence[ComparedPlan]) -> tuple[Text, ...]:
    notes = [
        Text(
            en="Money is per average month of 30.4375 days (365.25 / 12).",
            ru="Деньги — за средний месяц в 30,4375 дня (365,25 / 12).",
        )
    ]
    days = [(column.label, column.figures.days) for column in columns]
    if len({length for _, length in days}) > 1:
        listed = ", ".join(f"{label}: {length}" for label, length in days)
        notes.append(
            Text(
                en=f"The periods differ in length (days: {listed}); what is proven holds for the periods planned, "
                "and is only scaled to a month.",
                ru=f"Периоды разной длины (дней: {listed}); доказанное относится к самим периодам "
                "и лишь пересчитано на месяц.",
            )
        )
    if len({column.figures.first_date for column in columns}) > 1:
        notes.append(
            Text(
                en="The periods begin on different dates, so their demand and holidays may differ.",
                ru="Периоды начинаются в разные даты, поэтому спрос и праздники могут различаться.",
            )
        )
    if len({round(column.figures.closed_share, 6) for column in columns}) > 1:
        notes.append(
            Text(
                en="Contacts that arrive while a desk is closed have no price here: read the cost beside their share.",
                ru="Обращения вне часов работы здесь не имеют цены: смотрите на стоимость вместе с их долей.",
            )
        )
    return tuple(notes)
