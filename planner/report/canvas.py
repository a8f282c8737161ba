"""Figures without global state, and files without time stamps."""

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from planner.report.palette import GRID, INK, MUTED

DOTS_PER_INCH = 120


def new_figure(width_inches: float, height_inches: float) -> Figure:
    """Return an empty figure that draws with Agg and lays itself out."""
    layout = ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.1)
    figure = Figure(figsize=(width_inches, height_inches), dpi=DOTS_PER_INCH, layout=layout)
    FigureCanvasAgg(figure)
    return figure


def save(figure: Figure, path: Path) -> None:
    """Write a PNG whose bytes depend on the drawing alone."""
    figure.savefig(path, format="png", facecolor="white", metadata={"Software": "Smena"})


def tidy(axes: Axes, *, grid: bool = True) -> None:
    """Take away what says nothing: the frame, tick marks, dark grid lines."""
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GRID)
    axes.tick_params(length=0, colors=INK, labelsize=9)
    if grid:
        axes.grid(visible=True, axis="y", color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)


def heading(axes: Axes, text: str, note: str = "") -> None:
    """Write a title at the left, and a quieter note at the right."""
    axes.set_title(text, loc="left", fontsize=11, fontweight="bold", color=INK)
    if note:
        axes.set_title(note, loc="right", fontsize=9, color=MUTED)


def legend_above(axes: Axes) -> None:
    """Put the legend beside the title, where it hides nothing of what is drawn."""
    axes.legend(
        loc="lower right",
        bbox_to_anchor=(1, 1),
        borderaxespad=0.1,
        ncols=4,
        frameon=False,
        fontsize=8,
        labelcolor=INK,
    )
