"""Pictures for leadership: coverage, roster and comparison, as PNG files."""

from planner.report.comparison import draw_comparison
from planner.report.coverage import draw_coverage
from planner.report.roster import draw_roster

__all__ = ["draw_comparison", "draw_coverage", "draw_roster"]
