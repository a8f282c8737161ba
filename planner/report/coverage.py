"""``coverage.png``: an average week, and every hour of the period."""

from pathlib import Path

from babel.dates import format_date, get_day_names
from matplotlib.axes import Axes
from matplotlib.colors import BoundaryNorm, LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from models.coverage_view import average_week, worst_hours
from models.plan import Plan
from planner.report.canvas import heading, new_figure, save, tidy
from planner.report.palette import CLOSED, GRID, INK, ON_DUTY, REQUIRED, SHORT
from planner.report.texts import TEXTS, decimal_text


def draw_coverage(plan: Plan, path: Path) -> None:
    """Draw required agents against those on duty.

    Parameters
    ----------
    plan
        Any plan.
    path
        The PNG file; replaced where it exists.
    """
    days = plan.scenario.period.days
    strip_inches = min(7.5, max(2.2, 0.17 * days))
    figure = new_figure(11, 4.0 + strip_inches)
    week, strip = figure.subplots(2, 1, height_ratios=(3.2, strip_inches))
    _draw_average_week(plan, week)
    _draw_strip(plan, strip, figure)
    save(figure, path)


def _draw_average_week(plan: Plan, axes: Axes) -> None:
    words, language = TEXTS[plan.scenario.desk.language], plan.scenario.desk.language
    step = plan.scenario.desk.interval_minutes
    by_place = {slot.weekday * 1440 + slot.clock_minute: slot for slot in average_week(plan, step)}
    places = range(0, 7 * 1440, step)
    edges = [place / 60 for place in (*places, 7 * 1440)]
    slots = [by_place.get(place) for place in places]
    required_mean = [float(slot.required) if slot else 0.0 for slot in slots]
    on_duty_mean = [float(slot.on_duty) if slot else 0.0 for slot in slots]
    closed = [edge for edge, slot in zip(edges, slots, strict=False) if not (slot and slot.open_share)]
    for left in closed:
        axes.axvspan(left, left + step / 60, color=CLOSED, linewidth=0)
    axes.stairs(on_duty_mean, edges, fill=True, color=ON_DUTY, label=words["on_duty"])
    short = [max(have, need) for have, need in zip(on_duty_mean, required_mean, strict=True)]
    axes.stairs(required_mean, edges, baseline=None, color=REQUIRED, linewidth=1.0, label=words["required"])
    # on top of the line, which would hide the shortage of a single interval
    axes.stairs(
        short,
        edges,
        baseline=on_duty_mean,
        fill=True,
        color=SHORT,
        label=words["short"],
        linewidth=0,
        zorder=3,
    )
    if closed:
        axes.fill_between([], [], color=CLOSED, label=words["closed"])
    tidy(axes)
    axes.set_xlim(0, 168)
    axes.set_ylim(0, 1.05 * max(1.0, *short, *on_duty_mean))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xticks([24 * day + 12 for day in range(7)])
    names = get_day_names("abbreviated", context="stand-alone", locale=language)
    axes.set_xticklabels([names[day] for day in range(7)])
    for day in range(1, 7):
        axes.axvline(24 * day, color=GRID, linewidth=0.8, zorder=0.6)
    axes.set_ylabel(words["agents"], color=INK, fontsize=9)
    hours = decimal_text(plan.coverage.understaffed_hours, language)
    heading(
        axes, f"{plan.scenario.name}. {words['coverage.week']}", words["understaffed"].format(hours=hours)
    )
    axes.legend(
        loc="upper center", bbox_to_anchor=(0.5, -0.1), ncols=4, frameon=False, fontsize=9, labelcolor=INK
    )


def _draw_strip(plan: Plan, axes: Axes, figure: Figure) -> None:
    """Days by hours: how far the worst interval lies below or above the requirement."""
    words, language = TEXTS[plan.scenario.desk.language], plan.scenario.desk.language
    horizon, worst = plan.scenario.horizon, worst_hours(plan)
    cells = [[float(worst.get((day, hour), "nan")) for hour in range(24)] for day in range(horizon.days)]
    reach = max([2, *(abs(value) for value in worst.values())])
    colours = LinearSegmentedColormap.from_list(
        "shortfall", (SHORT, "#ffffff", "#3b8bc4"), N=2 * reach + 1
    ).with_extremes(bad=CLOSED)
    norm = BoundaryNorm([step - 0.5 for step in range(-reach, reach + 2)], colours.N)
    mesh = axes.pcolormesh(
        range(25), range(horizon.days + 1), cells, cmap=colours, norm=norm, edgecolors=CLOSED
    )
    mesh.set_linewidth(0.4)
    axes.invert_yaxis()
    tidy(axes, grid=False)
    axes.set_xticks([hour + 0.5 for hour in range(0, 24, 2)])
    axes.set_xticklabels([f"{hour:02d}" for hour in range(0, 24, 2)])
    axes.set_xlabel(words["hour"], color=INK, fontsize=9)
    step = -(-horizon.days // 40)
    shown = range(0, horizon.days, step)
    axes.set_yticks([day + 0.5 for day in shown])
    axes.set_yticklabels(
        [format_date(horizon.date_of(day), format="EEE d MMM", locale=language) for day in shown],
        fontsize=7.5,
    )
    heading(axes, words["coverage.period"])
    every = -(-reach // 6)
    ticks = [tick for tick in range(-reach, reach + 1) if tick % every == 0]
    bar = figure.colorbar(mesh, ax=axes, ticks=ticks, pad=0.01, aspect=30)
    bar.ax.tick_params(which="both", length=0, labelsize=8, colors=INK)
    bar.ax.set_yticklabels([f"{tick:+d}" if tick else "0" for tick in ticks])
    bar.set_label(f"← {words['short']}   ·   {words['spare']} →", color=INK, fontsize=9)
    bar.outline.set_visible(False)
