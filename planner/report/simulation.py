"""``simulation.png``: what customers see of a roster, by day and by the hour, beside the promise."""

from pathlib import Path

import numpy as np
from babel.dates import format_date
from matplotlib.axes import Axes
from numpy.typing import NDArray

from models.horizon import Horizon
from models.scenario import Scenario
from models.simulation import LiveTerms
from models.text import Language
from planner.report.canvas import heading, new_figure, save, tidy
from planner.report.palette import INK, ON_DUTY, SHORT
from planner.report.simulation_texts import SIMULATION_TEXTS
from planner.report.texts import decimal_text
from planner.simulate.plan_simulation import PlanSimulation, in_time

_SIMULATED = "#1b3a6b"
#: From 50 % up to here stands the legend.
_LEGEND_PERCENT = 58
FloatArray = NDArray[np.float64]


def draw_simulation(scenario: Scenario, simulated: PlanSimulation, path: Path) -> None:
    """Draw the share of contacts answered in time, a row per channel.

    By the hour also the share that found all lines taken, where lines are limited.

    Parameters
    ----------
    scenario
        Of the plan; its language is that of the words.
    simulated
        The plan, played.
    path
        The PNG file; replaced where it exists.
    """
    channels = len(simulated.result.channels)
    figure = new_figure(11, 0.6 + 2.9 * channels)
    panels = figure.subplots(channels, 2, width_ratios=(3, 2), squeeze=False)
    for number in range(channels):
        _draw_days(scenario, simulated, number, panels[number][0])
        _draw_hours(scenario, simulated, number, panels[number][1])
    save(figure, path)


def _draw_days(scenario: Scenario, simulated: PlanSimulation, number: int, axes: Axes) -> None:
    language, horizon = scenario.desk.language, scenario.horizon
    words, result = SIMULATION_TEXTS[language], simulated.result
    level = in_time(result.by_day)
    days = np.unique(simulated.given.day)
    value, low, high = (100 * each[number] for each in (level.value, level.low, level.high))
    seen = ~np.isnan(value)
    axes.fill_between(
        days,
        np.where(seen, low, np.nan),
        np.where(seen, high, np.nan),
        color=ON_DUTY,
        linewidth=0,
        label=words["limits"].format(confidence=f"{100 * result.confidence:g}"),
    )
    axes.plot(days[seen], value[seen], "o-", color=_SIMULATED, ms=3.5, lw=1.2, label=words["simulated"])
    _promise(axes, 100 * simulated.targets[number].share, words["promised"])
    axes.set_xlim(-0.5, max(days[-1], 1) + 0.5)
    shown = days[:: max(1, days.size // 7)]
    axes.set_xticks(shown)
    axes.set_xticklabels([format_date(horizon.date_of(int(day)), "d MMM", locale=language) for day in shown])
    total = simulated.in_time.value[number]
    note = words["none"]
    if not np.isnan(total):
        contacts = decimal_text(float(result.total.contacts[number]), language, 0)
        note = words["total"].format(share=decimal_text(100 * float(total), language), contacts=contacts)
    heading(axes, words["days"].format(channel=result.channels[number]), note)
    _finish(axes, value[seen], language)
    axes.legend(loc="lower left", ncols=3, frameon=False, fontsize=8, labelcolor=INK)


def _draw_hours(scenario: Scenario, simulated: PlanSimulation, number: int, axes: Axes) -> None:
    language = scenario.desk.language
    words = SIMULATION_TEXTS[language]
    level = in_time(simulated.result.by_interval).value[number]
    hours, shares = _by_hour(scenario.horizon, simulated, number, level)
    axes.plot(hours + 0.5, shares, "o", color=_SIMULATED, ms=5)
    terms, lowest = simulated.given.channels[number].terms, shares
    if isinstance(terms, LiveTerms) and terms.lines is not None:
        turned_away = simulated.result.by_interval.turned_away_share.value[number]
        places, lowest = _by_hour(scenario.horizon, simulated, number, turned_away)
        axes.plot(places + 0.5, lowest, "x", color=SHORT, ms=5, label=words["turned away"])
        axes.legend(loc="center left", frameon=False, fontsize=8, labelcolor=INK)
    _promise(axes, 100 * simulated.targets[number].share, words["promised"])
    axes.set_xlim(0, 24)
    axes.set_xticks(range(0, 25, 4))
    axes.set_xticklabels([f"{hour:02d}" for hour in range(0, 25, 4)])
    heading(axes, words["hours"])
    _finish(axes, lowest, language)


def _by_hour(
    horizon: Horizon, simulated: PlanSimulation, number: int, value: FloatArray
) -> tuple[NDArray[np.int64], FloatArray]:
    """Clock hours in which anything came, and the percentage a share per interval comes to."""
    measures, counted = simulated.result.by_interval, simulated.given.counted
    contacts = np.where(np.isnan(value) | ~counted, 0.0, measures.contacts[number])
    clock = np.array([horizon.local(minute).hour for minute in horizon.interval_starts])
    came = np.bincount(clock, contacts, 24)
    kept = np.bincount(clock, contacts * np.nan_to_num(value), 24)
    hours = np.flatnonzero(came > 0)
    return hours, 100 * kept[hours] / came[hours]


def _promise(axes: Axes, percent: float, label: str) -> None:
    axes.axhline(percent, color=SHORT, linewidth=1.4, linestyle="--", label=label)


def _finish(axes: Axes, values: FloatArray, language: Language) -> None:
    tidy(axes)
    lowest = float(values.min(initial=100.0))
    axes.set_ylim(0 if lowest < _LEGEND_PERCENT else 50, 101)
    axes.yaxis.set_major_formatter(
        lambda value, _: f"{value:g}%".replace(".", "," if language == "ru" else ".")
    )
