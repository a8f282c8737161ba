"""``staffing.png``: people each queue needs through the week, and deferred work by the day."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from babel.dates import format_date, get_day_names
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from models.horizon import Horizon
from models.requirement import BacklogNeed, Requirement
from models.scenario import Scenario
from models.text import Language
from planner.report.canvas import heading, legend_above, new_figure, save, tidy
from planner.report.palette import GRID, ON_DUTY, REQUIRED, SHORT
from planner.report.staffing_texts import STAFFING_TEXTS

_PLACES_PER_DAY = 1440


def draw_staffing(scenario: Scenario, requirement: Requirement, required: Sequence[int], path: Path) -> None:
    """Draw the average and the busiest week of each queue and of the desk, and deferred work.

    Parameters
    ----------
    scenario
        Whose demand it is; its language is that of the words.
    requirement
        Per pool and deferred channel.
    required
        Agents the desk needs in all, per interval.
    path
        The PNG file; replaced where it exists.
    """
    language, horizon = scenario.desk.language, scenario.horizon
    words = STAFFING_TEXTS[language]
    weeks = [(words["queue"].format(queue=need.pool), need.agents) for need in requirement.live]
    if [agents for _, agents in weeks] != [tuple(required)]:
        weeks.append((words["desk"], tuple(required)))
    panels = len(weeks) + len(requirement.backlog)
    figure = new_figure(11, 0.5 + 2.6 * panels)
    axes = iter(figure.subplots(panels, 1, squeeze=False)[:, 0])
    for title, agents in weeks:
        _draw_week(horizon, agents, title, next(axes), language)
    for work in requirement.backlog:
        _draw_work(horizon, work, next(axes), language)
    save(figure, path)


def _draw_week(horizon: Horizon, agents: Sequence[int], title: str, axes: Axes, language: Language) -> None:
    words, step = STAFFING_TEXTS[language], horizon.interval_minutes
    slots = 7 * _PLACES_PER_DAY // step
    local = [horizon.local(minute) for minute in horizon.interval_starts]
    places = np.array(
        [(time.weekday() * _PLACES_PER_DAY + time.hour * 60 + time.minute) // step for time in local]
    )
    seen = np.bincount(places, minlength=slots)
    mean = np.bincount(places, np.array(agents, dtype=float), slots) / np.maximum(seen, 1)
    most = np.zeros(slots)
    np.maximum.at(most, places, np.array(agents, dtype=float))
    edges = np.arange(slots + 1) * step / 60
    axes.stairs(mean, edges, fill=True, color=ON_DUTY, label=words["mean"])
    axes.stairs(most, edges, baseline=None, color=REQUIRED, linewidth=1.0, label=words["most"])
    tidy(axes)
    axes.set_xlim(0, 168)
    axes.set_ylim(0, 1.08 * max(1.0, float(most.max(initial=0.0))))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xticks([24 * day + 12 for day in range(7)])
    names = get_day_names("abbreviated", context="stand-alone", locale=language)
    axes.set_xticklabels([names[day] for day in range(7)])
    for day in range(1, 7):
        axes.axvline(24 * day, color=GRID, linewidth=0.8, zorder=0.6)
    heading(axes, title)
    legend_above(axes)


def _draw_work(horizon: Horizon, work: BacklogNeed, axes: Axes, language: Language) -> None:
    """Draw hours of work that arrive and fall due on each day."""
    words = STAFFING_TEXTS[language]
    day = np.array([horizon.day_of(horizon.local(minute).date()) for minute in horizon.interval_starts])
    for offset, label, colour, cumulative in (
        (-0.2, words["arrives"], ON_DUTY, work.available_minutes),
        (0.2, words["due"], SHORT, work.due_minutes),
    ):
        minutes = np.diff(np.array(cumulative), prepend=0)
        hours = np.bincount(day, minutes / 60, horizon.days)
        axes.bar(np.arange(horizon.days) + offset, hours, 0.4, color=colour, label=label)
    tidy(axes)
    shown = range(0, horizon.days, max(1, horizon.days // 7))
    axes.set_xticks(list(shown))
    axes.set_xticklabels([format_date(horizon.date_of(place), "d MMM", locale=language) for place in shown])
    axes.set_xlim(-0.6, horizon.days - 0.4)
    heading(axes, words["work"].format(channel=work.channel))
    legend_above(axes)
