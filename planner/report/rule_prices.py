"""``price_rules.png``: what rules, people and wishes cost a month, with their proven ranges."""

from decimal import Decimal
from pathlib import Path
from textwrap import shorten

from matplotlib.ticker import FuncFormatter, MaxNLocator

from models.money import from_minor
from models.rule_price import PriceList, RulePrice
from models.text import Text
from planner.report.canvas import heading, new_figure, save, tidy
from planner.report.palette import COST_COLOURS, GRID, INK, MUTED, SHORT
from planner.report.texts import short_money

#: Bars a page can hold and be read.
_MOST_BARS = 40
_LONGEST_LABEL = 64

_TITLE = Text(en="What it costs a month, {currency}", ru="Стоит в месяц, {currency}")
_RANGE = Text(en="line: proven range", ru="линия: доказанные пределы")
_NOTHING = Text(en="nothing was priced", ru="ничего не рассчитано")


def draw_rule_prices(prices: PriceList, path: Path) -> None:
    """Draw a bar for the difference found and a line for its proven range, the dearest on top.

    Parameters
    ----------
    prices
        Lines without a range are left out, and those beyond the forty that move most.
    path
        The PNG file; replaced where it exists.
    """
    language, currency = prices.language, prices.currency
    priced = [one for one in prices.prices if one.finding == "priced"]
    kept = sorted(priced, key=lambda one: -abs(one.found_minor or 0))[:_MOST_BARS]
    shown = [one for one in priced if one in kept]
    figure = new_figure(11, max(2.2, 1.2 + 0.34 * len(shown)))
    axes = figure.subplots()
    places = range(len(shown))
    found = [_units(one.found_minor or 0, currency) for one in shown]
    colours = [COST_COLOURS[4] if one.group == "step" else COST_COLOURS[0] for one in shown]
    axes.barh(places, found, 0.62, color=colours)
    for place, one in zip(places, shown, strict=True):
        ends = [_units(one.at_least_minor or 0, currency), _units(one.at_most_minor or 0, currency)]
        axes.plot(ends, [place, place], color=SHORT, linewidth=2, marker="|", markersize=9, markeredgewidth=2)
    tidy(axes, grid=False)
    axes.grid(visible=True, axis="x", color=GRID, linewidth=0.6)
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.set_yticks(list(places))
    axes.set_yticklabels([_label(one).in_language(language) for one in shown], fontsize=8.5)
    axes.invert_yaxis()
    axes.xaxis.set_major_locator(MaxNLocator(6))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: short_money(value, language)))
    if not shown:
        axes.text(
            0.5, 0.5, _NOTHING.in_language(language), ha="center", color=MUTED, transform=axes.transAxes
        )
    heading(axes, _TITLE.in_language(language).format(currency=currency), _RANGE.in_language(language))
    save(figure, path)


def _label(one: RulePrice) -> Text:
    """The thing; for a step, what is stepped to."""
    said = one.change if one.group == "step" else one.what
    return Text(
        en=shorten(said.en, _LONGEST_LABEL, placeholder="…"),
        ru=shorten(said.ru, _LONGEST_LABEL, placeholder="…"),
    )


def _units(minor: int, currency: str) -> float:
    """Position on a drawing; sums of money are never computed from it."""
    return float(Decimal(from_minor(minor, currency)))
