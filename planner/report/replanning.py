"""``replan.png``: what a mended plan costs with so many changed shifts, and where the new plan lies."""

from decimal import Decimal
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from models.money import from_minor
from models.replanning import FrontierPoint, Replanning
from models.scenario import Scenario
from models.text import Language, Text
from planner.report.canvas import heading, legend_above, new_figure, save, tidy
from planner.report.palette import COST_COLOURS, INK, MUTED, SHORT
from planner.report.texts import decimal_text, short_money

_TITLE = Text(en="Changes against cost, {currency}", ru="Изменения и стоимость, {currency}")
_FOUND = Text(en="found", ru="найдено")
_BOUND = Text(en="proven: not below", ru="доказано: не ниже")
_CHOSEN = Text(en="the new plan", ru="новый план")
_CHANGES = Text(
    en="changed shifts beyond the forced ones ({forced}), at most",
    ru="изменённых смен сверх неизбежных ({forced}), не больше",
)
_OPEN = Text(en="{hours} h open", ru="не закрыто {hours} ч")
_NOTHING = Text(en="no other number of changes was tried", ru="другое число изменений не проверено")
#: More hours written beside their points would cover each other.
_MOST_WRITTEN = 14


def draw_replanning(found: Replanning, scenario: Scenario, language: Language, path: Path) -> None:
    """Draw the frontier of changes against cost.

    Parameters
    ----------
    found
        Points without a plan are left out of the line; their bound is drawn.
    scenario
        Says the currency and how long an interval is.
    language
        Of the words.
    path
        The PNG file; replaced where it exists.
    """
    currency = scenario.desk.currency
    figure = new_figure(9, 4.2)
    axes = figure.subplots()
    tidy(axes)
    bounds = [_units(point.bound_minor, currency) for point in found.frontier]
    most = [point.most_changes for point in found.frontier]
    axes.plot(most, bounds, color=MUTED, linewidth=1.2, linestyle="--", label=_BOUND.in_language(language))
    known = [point for point in found.frontier if point.objective_minor is not None]
    costs = [_units(point.objective_minor or 0, currency) for point in known]
    places = [point.most_changes for point in known]
    axes.plot(
        places,
        costs,
        color=COST_COLOURS[1],
        linewidth=1.6,
        marker="o",
        markersize=5,
        label=_FOUND.in_language(language),
    )
    if known:
        _write_hours(axes, known, costs, scenario, language)
    else:
        axes.text(
            0.5, 0.5, _NOTHING.in_language(language), ha="center", color=MUTED, transform=axes.transAxes
        )
    forced = sum(change.is_forced for change in found.changes)
    axes.plot(
        [len(found.changes) - forced],
        [_units(found.objective_minor, currency)],
        linestyle="none",
        marker="o",
        markersize=12,
        markerfacecolor="none",
        markeredgecolor=SHORT,
        markeredgewidth=2,
        label=_CHOSEN.in_language(language),
    )
    axes.margins(y=0.18)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(6))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: short_money(value, language)))
    axes.set_xlabel(_CHANGES.in_language(language).format(forced=forced), fontsize=9, color=INK)
    legend_above(axes)
    heading(axes, _TITLE.in_language(language).format(currency=currency))
    save(figure, path)


def _write_hours(
    axes: Axes, known: list[FrontierPoint], costs: list[float], scenario: Scenario, language: Language
) -> None:
    """Write beside each point how many hours it leaves open, where it leaves any."""
    for point, cost in zip(known[:_MOST_WRITTEN], costs, strict=False):
        if point.holes:
            hours = float(point.holes * scenario.desk.interval_minutes / 60)
            digits = 0 if hours.is_integer() else 2
            text = decimal_text(hours, language, digits)
            axes.annotate(
                _OPEN.in_language(language).format(hours=text),
                (point.most_changes, cost),
                xytext=(4, 7),
                textcoords="offset points",
                fontsize=8,
                color=INK,
            )


def _units(minor: int, currency: str) -> float:
    """Position on a drawing; sums of money are never computed from it."""
    return float(Decimal(from_minor(minor, currency)))
