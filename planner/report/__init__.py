"""Pictures for leadership: coverage, roster, comparison, forecast, staffing, simulation, prices of rules, changes, as PNG files."""

from planner.report.comparison import draw_comparison
from planner.report.coverage import draw_coverage
from planner.report.forecast import draw_forecast
from planner.report.replanning import draw_replanning
from planner.report.roster import draw_roster
from planner.report.rule_prices import draw_rule_prices
from planner.report.simulation import draw_simulation
from planner.report.staffing import draw_staffing

__all__ = [
    "draw_comparison",
    "draw_coverage",
    "draw_forecast",
    "draw_replanning",
    "draw_roster",
    "draw_rule_prices",
    "draw_simulation",
    "draw_staffing",
]
