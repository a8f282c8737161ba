"""``compare.png``: cost by component with its proven interval, headcount, contacts while closed."""

from decimal import Decimal
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from models.comparison import ComparedPlan, Comparison
from models.cost import COMPONENTS
from models.money import from_minor
from models.text import Language
from planner.report.canvas import heading, new_figure, save, tidy
from planner.report.palette import COST_COLOURS, INK, MUTED, ON_DUTY, SHORT
from planner.report.texts import TEXTS, decimal_text, short_money


def draw_comparison(comparison: Comparison, path: Path) -> None:
    """Draw the plans of a comparison side by side, in the language of the first one's desk.

    Parameters
    ----------
    comparison
        Two or more plans.
    path
        The PNG file; replaced where it exists.
    """
    language = comparison.plans[0].figures.language
    count = len(comparison.plans)
    figure = new_figure(min(16.0, 9.4 + 1.1 * count), 5.2)
    cost, people, closed = figure.subplots(1, 3, width_ratios=(2.6, 1.1, 1.1))
    _draw_cost(comparison, cost, language)
    headcounts = [float(plan.figures.headcount) for plan in comparison.plans]
    _draw_bars(people, comparison.plans, headcounts, ON_DUTY, [f"{value:.0f}" for value in headcounts])
    heading(people, TEXTS[language]["people"])
    shares = [100 * plan.figures.closed_share for plan in comparison.plans]
    labels = [f"{decimal_text(share, language)}%" for share in shares]
    _draw_bars(closed, comparison.plans, shares, COST_COLOURS[-1], labels)
    closed.set_ylim(0, max(10.0, 1.15 * max(shares)))
    heading(closed, TEXTS[language]["closed_share"])
    save(figure, path)


def _units(minor: int, currency: str) -> float:
    """Position on a drawing; sums of money are never computed from it."""
    return float(Decimal(from_minor(minor, currency)))


def _draw_cost(comparison: Comparison, axes: Axes, language: Language) -> None:
    words, currency, plans = TEXTS[language], comparison.currency, comparison.plans
    places = range(len(plans))
    floors = [0.0] * len(plans)
    for component, colour in zip(COMPONENTS, COST_COLOURS, strict=True):
        heights = [_units(plan.cost_per_month.of(component), currency) for plan in plans]
        if any(heights):
            axes.bar(places, heights, 0.55, bottom=floors, color=colour, label=words[component])
        floors = [floor + height for floor, height in zip(floors, heights, strict=True)]
    tops = [_units(plan.objective_per_month_minor, currency) for plan in plans]
    shortfalls = [max(0.0, top - floor) for top, floor in zip(tops, floors, strict=True)]
    if any(shortfalls):
        axes.bar(
            places,
            shortfalls,
            0.55,
            bottom=floors,
            facecolor="white",
            edgecolor=MUTED,
            hatch="///",
            linewidth=0.6,
            label=words["shortfalls"],
        )
    for place, top in enumerate(floors):
        text = short_money(top, language)
        axes.text(place - 0.3, top, text, ha="right", va="center", fontsize=10, fontweight="bold", color=INK)
    _draw_intervals(comparison, axes, words["interval"])
    axes.set_ylim(0, 1.1 * max(1.0, *tops, *floors))
    axes.set_xlim(-0.75, len(plans) - 0.5)
    axes.yaxis.set_major_locator(MaxNLocator(5))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: short_money(value, language)))
    _label_plans(axes, plans)
    heading(axes, words["cost"].format(currency=currency))
    axes.legend(
        loc="upper center",
        bbox_to_anchor=(0.5, -0.08),
        ncols=3,
        frameon=False,
        fontsize=8.5,
        labelcolor=INK,
    )


def _draw_intervals(comparison: Comparison, axes: Axes, label: str) -> None:
    """Mark where the objective of the cheapest possible plan lies: from the bound to what was found."""
    for place, plan in enumerate(comparison.plans):
        found = _units(plan.objective_per_month_minor, comparison.currency)
        bound = _units(plan.bound_per_month_minor, comparison.currency)
        axes.plot(
            [place, place],
            [bound, found],
            color=SHORT,
            linewidth=2.5,
            marker="_",
            markersize=22,
            markeredgewidth=2.5,
            label=label,
        )
        label = "_nolegend_"


def _draw_bars(
    axes: Axes, plans: tuple[ComparedPlan, ...], heights: list[float], colour: str, labels: list[str]
) -> None:
    bars = axes.bar(range(len(plans)), heights, 0.55, color=colour)
    axes.bar_label(bars, labels=labels, padding=2, fontsize=10, color=INK)
    axes.set_ylim(0, 1.15 * max(1.0, *heights))
    _label_plans(axes, plans)
    axes.grid(visible=False)
    axes.set_yticks([])


def _label_plans(axes: Axes, plans: tuple[ComparedPlan, ...]) -> None:
    tidy(axes)
    axes.set_xticks(range(len(plans)))
    axes.set_xticklabels([plan.label for plan in plans], fontsize=10 if len(plans) < 5 else 8)
    axes.tick_params(axis="y", colors=MUTED)
