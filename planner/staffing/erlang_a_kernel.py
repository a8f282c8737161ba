"""Erlang A for one cell: compiled, in logarithms, right from 0.01 to 20,000 erlangs.

With a load a, c agents and E = 1 / B(c − 1, a), the Erlang B of one agent fewer, the queue is
that of :mod:`planner.staffing.waiting_line` with completions at rate c.
"""

import math

from planner.staffing.compiled import compiled
from planner.staffing.erlang_b import inverse_blocking_scalar
from planner.staffing.waiting_line import waiting_line


@compiled
def erlang_a_cell(
    load: float, agents: int, impatience: float, threshold: float
) -> tuple[float, float, float, float]:
    """Return P(served within T), P(wait > T), P(wait) and P(abandon), each per offered contact."""
    if load <= 0.0:
        return 1.0, 0.0, 0.0, 0.0
    if agents <= 0:
        # Nobody answers: everyone leaves when patience ends.
        return 0.0, math.exp(-impatience * threshold), 1.0, 1.0
    return waiting_line(load, inverse_blocking_scalar(load, agents - 1), float(agents), impatience, threshold)
