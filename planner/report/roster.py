"""``roster.png``: agents by days, one colour per shift pattern, nights dark."""

from pathlib import Path

from babel.dates import format_date, get_day_names
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from models.clock import format_clock
from models.plan import Plan
from models.shift_code import ShiftCode, shift_codes, start_clock_minute
from planner.report.canvas import heading, new_figure, save, tidy
from planner.report.palette import GRID, HOLIDAY, INK, WEEKEND, pattern_colours
from planner.report.texts import TEXTS

#: Above so many agents or days, names, codes and lines between cells would blur.
READABLE_AGENTS, READABLE_DAYS = 60, 62


def draw_roster(plan: Plan, path: Path) -> None:
    """Draw the roster as a coloured grid.

    Parameters
    ----------
    plan
        Any plan; above 60 agents the grid shows colours only.
    path
        The PNG file; replaced where it exists.
    """
    agents, days = plan.roster.headcount, plan.scenario.period.days
    readable = agents <= READABLE_AGENTS and days <= READABLE_DAYS
    height = max(1, agents) * 0.27 if readable else min(12.0, max(4.0, agents * 0.04))
    figure = new_figure(min(18.0, max(7.0, 2.2 + 0.34 * days)), 1.9 + height)
    axes = figure.subplots()
    codes = shift_codes(plan.scenario, plan.roster)
    _draw_background(plan, axes)
    _draw_cells(plan, axes, codes, readable=readable)
    _draw_frame(plan, axes, readable=readable)
    _draw_legend(plan, axes, codes)
    save(figure, path)


def _draw_background(plan: Plan, axes: Axes) -> None:
    horizon, rows = plan.scenario.horizon, max(1, plan.roster.headcount)
    for day in range(horizon.days):
        kind = plan.calendar.kind(horizon.date_of(day))
        if kind in ("weekend", "holiday"):
            colour = HOLIDAY if kind == "holiday" else WEEKEND
            axes.add_patch(Rectangle((day, 0), 1, rows, color=colour, linewidth=0, zorder=0))


def _draw_cells(plan: Plan, axes: Axes, codes: dict[tuple[str, int], ShiftCode], *, readable: bool) -> None:
    horizon = plan.scenario.horizon
    margin = 0.05 if readable else 0.0
    for row, tour in enumerate(plan.roster.tours):
        for shift in tour.worked:
            code = codes[shift.pattern, start_clock_minute(horizon, shift)]
            fill, ink = pattern_colours(code.pattern_number, code.is_night)
            corner = (shift.day + margin, row + margin)
            side = 1 - 2 * margin
            axes.add_patch(Rectangle(corner, side, side, facecolor=fill, linewidth=0, zorder=2))
            if readable:
                size = 7.5 if len(code.code) < 3 else 6
                axes.text(
                    shift.day + 0.5, row + 0.53, code.code, ha="center", va="center", fontsize=size, color=ink
                )


def _draw_frame(plan: Plan, axes: Axes, *, readable: bool) -> None:
    language = plan.scenario.desk.language
    horizon, tours = plan.scenario.horizon, plan.roster.tours
    axes.set_xlim(0, horizon.days)
    axes.set_ylim(max(1, len(tours)), 0)
    tidy(axes, grid=False)
    axes.spines["bottom"].set_visible(False)
    names = get_day_names("short", context="stand-alone", locale=language)
    step = 1 if readable else max(1, horizon.days // 28)
    shown = range(0, horizon.days, step)
    axes.set_xticks([day + 0.5 for day in shown])
    axes.set_xticklabels(
        [f"{names[horizon.weekday(day)]}\n{horizon.date_of(day).day}" for day in shown], fontsize=8
    )
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    if readable:
        axes.set_yticks([row + 0.5 for row in range(len(tours))])
        axes.set_yticklabels([_short(tour.agent.name or tour.agent.agent) for tour in tours], fontsize=8.5)
        for row in range(len(tours) + 1):
            axes.axhline(row, color=GRID, linewidth=0.5, zorder=1)
    else:
        axes.set_yticks([])
    first, last = horizon.date_of(0), horizon.date_of(horizon.days - 1)
    dates = f"{format_date(first, locale=language)} – {format_date(last, locale=language)}"
    heading(axes, f"{plan.scenario.name}. {TEXTS[language]['roster']}", dates)


def _short(name: str, limit: int = 26) -> str:
    return name if len(name) <= limit else f"{name[: limit - 1]}…"


def _draw_legend(plan: Plan, axes: Axes, codes: dict[tuple[str, int], ShiftCode]) -> None:
    """One entry per pattern: many starts of one pattern share its colour."""
    words = TEXTS[plan.scenario.desk.language]
    entries: dict[str, Patch] = {}
    for code in codes.values():
        starts = [other for other in codes.values() if other.pattern == code.pattern]
        is_night = any(other.is_night for other in starts)
        fill, _ = pattern_colours(code.pattern_number, is_night)
        times = _times(starts)
        night = f", {words['night']}" if is_night else ""
        entries.setdefault(code.pattern, Patch(facecolor=fill, label=f"{code.pattern} {times}{night}"))
    handles = [
        *entries.values(),
        Patch(facecolor=WEEKEND, label=words["weekend"]),
        Patch(facecolor=HOLIDAY, label=words["holiday"]),
    ]
    axes.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.02),
        ncols=min(5, len(handles)),
        frameon=False,
        fontsize=8.5,
        labelcolor=INK,
    )


def _times(starts: list[ShiftCode]) -> str:
    """Start and end by the clock, or the range of starts."""
    first, last = starts[0], starts[-1]
    if first is last:
        return first.hours_text
    return f"{format_clock(first.start_clock_minute)}…{format_clock(last.start_clock_minute)}"
