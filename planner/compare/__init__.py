"""Compare plans: which scenario is cheaper, and by how much is proven."""

from planner.compare.document import comparison_document
from planner.compare.figures import figures_of
from planner.compare.figures_file import figures_document, figures_from_document
from planner.compare.side_by_side import compare, compare_figures
from planner.compare.table import comparison_table

__all__ = [
    "compare",
    "compare_figures",
    "comparison_document",
    "comparison_table",
    "figures_document",
    "figures_from_document",
    "figures_of",
]
