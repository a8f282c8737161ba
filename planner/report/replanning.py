"""``replan.png``: what a mended plan costs with so many changed shifts, and what it leaves uncovered."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from models.money import from_minor
from models.replanning import FrontierPoint, Replanning
from models.scenario import Scenario
from models.text import Language, Text
from planner.report.canvas import heading, legend_above, new_figure, save, tidy
from planner.report.palette import COST_COLOURS, GRID, INK, MUTED, SHORT
from planner.report.texts import decimal_text, short_money

_TITLE = Text(en="Changes against cost, {currency}", ru="Изменения и стоимость, {currency}")
_PROVEN = Text(en="proven cheapest", ru="дешевле нет")
_FOUND = Text(en="found so far", ru="найдено")
_BOUND = Text(en="not below", ru="не ниже")
_CHOSEN = Text(en="the new plan", ru="новый план")
_CHANGES = Text(
    en="changed shifts beyond the forced ones ({forced}), at most",
    ru="изменённых смен сверх неизбежных ({forced}), не больше",
)
_OPEN = Text(en="Hours newly open", ru="Вновь не закрыто часов")
_NOTHING = Text(en="no other number of changes was tried", ru="другое число изменений не проверено")
#: Hours beside more bars would cover each other.
_MOST_WRITTEN = 16
#: The axis of changes goes at least so far.
_LEAST_WIDTH = 4
#: Bounds further below the costs than so many times their spread, or this part of them, are cut off:
#: a bound hardly begun would flatten the costs to a line.
_BELOW_SPREADS, _BELOW_SHARE = 1.5, 0.03


def draw_replanning(found: Replanning, scenario: Scenario, language: Language, path: Path) -> None:
    """Draw the frontier of changes against cost, and beneath it the hours each plan leaves open.

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
    figure = new_figure(9, 5)
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    _draw_costs(above, found, currency, language)
    _draw_hours(below, found.frontier, scenario, language)
    forced = sum(change.is_forced for change in found.changes)
    below.set_xlabel(_CHANGES.in_language(language).format(forced=forced), fontsize=9, color=INK)
    most = max([point.most_changes for point in found.frontier], default=len(found.changes) - forced)
    below.set_xlim(-0.6, max(most, len(found.changes) - forced, _LEAST_WIDTH) + 0.6)
    below.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=16))
    save(figure, path)


def _draw_costs(axes: Axes, found: Replanning, currency: str, language: Language) -> None:
    tidy(axes)
    points = found.frontier
    known = [point for point in points if point.objective_minor is not None]
    bounds = [_units(point.bound_minor, currency) for point in points]
    places = [point.most_changes for point in points]
    if any(not point.is_proven for point in points):
        label = _BOUND.in_language(language)
        axes.plot(places, bounds, color=MUTED, linewidth=1.2, linestyle="--", label=label)
    line = [point.most_changes for point in known]
    axes.plot(line, [_cost(point, currency) for point in known], color=COST_COLOURS[1], linewidth=1.6)
    for is_proven, words, fill in ((True, _PROVEN, COST_COLOURS[1]), (False, _FOUND, "white")):
        some = [point for point in known if point.is_proven is is_proven]
        if some:
            axes.plot(
                [point.most_changes for point in some],
                [_cost(point, currency) for point in some],
                linestyle="none",
                marker="o",
                markersize=6,
                markerfacecolor=fill,
                markeredgecolor=COST_COLOURS[1],
                label=words.in_language(language),
            )
    if not known:
        text = _NOTHING.in_language(language)
        axes.text(0.5, 0.5, text, ha="center", color=MUTED, transform=axes.transAxes)
    chosen = _units(found.objective_minor, currency)
    axes.plot(
        [sum(not change.is_forced for change in found.changes)],
        [chosen],
        linestyle="none",
        marker="o",
        markersize=13,
        markerfacecolor="none",
        markeredgecolor=SHORT,
        markeredgewidth=2,
        label=_CHOSEN.in_language(language),
    )
    _fit(axes, [chosen, *(_cost(point, currency) for point in known)], bounds)
    axes.yaxis.set_major_locator(MaxNLocator(6))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: short_money(value, language)))
    legend_above(axes)
    heading(axes, _TITLE.in_language(language).format(currency=currency))


def _fit(axes: Axes, costs: Sequence[float], bounds: Sequence[float]) -> None:
    """Show every cost, and the bounds as far as they lie near them."""
    low, high = min(costs), max(costs)
    room = max(_BELOW_SPREADS * (high - low), _BELOW_SHARE * abs(low), 1.0)
    least = max(min([low, *bounds]), low - room)
    edge = max(0.12 * (high - least), _BELOW_SHARE * abs(low), 1.0)
    axes.set_ylim(least - edge, high + edge)


def _draw_hours(axes: Axes, points: Sequence[FrontierPoint], scenario: Scenario, language: Language) -> None:
    """Draw a bar of the hours each plan leaves open, and write them where they fit."""
    tidy(axes, grid=False)
    hours = {
        point.most_changes: float(point.holes * scenario.desk.interval_minutes / 60)
        for point in points
        if point.holes is not None
    }
    axes.bar(
        list(hours),
        list(hours.values()),
        width=_bar_width(list(hours)),
        color=COST_COLOURS[0],
        edgecolor=GRID,
    )
    is_written = len(hours) <= _MOST_WRITTEN
    for place, value in hours.items() if is_written else ():
        digits = 0 if value.is_integer() else 1
        text = decimal_text(value, language, digits)
        axes.annotate(
            text, (place, value), (0, 2), textcoords="offset points", ha="center", fontsize=8, color=INK
        )
    axes.set_ylim(0, 1.35 * max([*hours.values(), 1.0]))
    axes.yaxis.set_major_locator(MaxNLocator(3))
    axes.yaxis.set_visible(not is_written)
    axes.set_title(_OPEN.in_language(language), loc="left", fontsize=9, color=INK)


def _bar_width(places: Sequence[int]) -> float:
    """Leave some room between neighbours."""
    return 0.6 * min((b - a for a, b in pairwise(places)), default=1)


def _cost(point: FrontierPoint, currency: str) -> float:
    return _units(point.objective_minor or 0, currency)


def _units(minor: int, currency: str) -> float:
    """Position on a drawing; sums of money are never computed from it."""
    return float(Decimal(from_minor(minor, currency)))
