"""The fewest agents Erlang A takes in one cell: a close guess, then the exact formulas."""

import math
from typing import NamedTuple

from planner.staffing.compiled import compiled
from planner.staffing.erlang_a_guess import rough_levels
from planner.staffing.erlang_a_kernel import erlang_a_cell

_GUESS_STEPS = 12
#: A guess this close, in agents, is not improved: the exact formulas cost little more.
_CLOSE = 0.4


@compiled
def _level(served: float, longer: float, definition: int) -> float:
    if definition == 0:
        return served
    if definition == 1:
        return served / (served + longer) if served > 0.0 else 0.0
    return 1.0 - longer


class Goal(NamedTuple):
    """What one cell has and asks for; units as in :func:`planner.staffing.erlang_a.smallest_agents`."""

    load: float
    impatience: float
    threshold: float
    share: float
    occupancy_cap: float
    definition: int


@compiled
def _margin(goal: Goal, agents: int) -> float:
    """How far a number of agents is above (≥ 0) or below what is asked; grows with the agents."""
    if agents <= 0:
        return -1.0
    served, longer, _, abandons = erlang_a_cell(goal.load, agents, goal.impatience, goal.threshold)
    idle = goal.occupancy_cap * (1.0 + 1e-12) - goal.load * (1.0 - abandons) / agents
    return min(_level(served, longer, goal.definition) - goal.share, idle)


@compiled
def _log_odds(share: float) -> float:
    share = min(1.0 - 1e-9, max(1e-9, share))
    return math.log(share / (1.0 - share))


@compiled
def _rough_margin(goal: Goal, agents: float) -> float:
    """Like :func:`_margin`; in log-odds, cut off at 1, it is so straight that few steps suffice."""
    served, longer, abandons = rough_levels(goal.load, agents, goal.impatience, goal.threshold)
    # Nobody works more than all the time: only a lower cap can bind.
    idle = goal.occupancy_cap - goal.load * (1.0 - abandons) / agents if goal.occupancy_cap < 1.0 else 1.0
    above = _log_odds(_level(served, longer, goal.definition)) - _log_odds(goal.share)
    return max(-1.0, min(1.0, above, 20.0 * idle))


@compiled
def _guess(goal: Goal) -> int:
    """Solve the rough formulas for a number of agents: false position, Illinois variant."""
    root = math.sqrt(goal.load)
    least = goal.share if goal.definition == 0 else math.exp(-goal.impatience * goal.threshold) * goal.share
    low, high = max(0.5, goal.load * least - root), goal.load / goal.occupancy_cap + 4.0 * root + 3.0
    below, above = _rough_margin(goal, low), _rough_margin(goal, high)
    if below >= 0.0 or above <= 0.0:
        return max(1, int(low if below >= 0.0 else high))
    middle = high
    for _ in range(_GUESS_STEPS):
        middle = low - below * (high - low) / (above - below)
        margin = _rough_margin(goal, middle)
        if abs(margin) * (high - low) < _CLOSE * (above - below) or high - low < _CLOSE:
            break
        if margin >= 0.0:
            high, above, below = middle, margin, below / 2
        else:
            low, below, above = middle, margin, above / 2
    return max(1, math.ceil(middle))


@compiled
def smallest_scalar(goal: Goal) -> int:
    """Fewest agents for one cell; see :func:`planner.staffing.erlang_a.smallest_agents`.

    Both demands get easier with each agent.  From a close guess, steps that double bracket
    the answer; halving closes in on it.  Callers who give up make room: the answer may lie
    far below the load, down to a single agent.
    """
    if goal.load <= 0.0:
        return 0
    step, above = 1, _guess(goal)
    below = above
    while _margin(goal, above) < 0.0:
        below, above = above, above + step
        step *= 2
    if below == above:
        below = above - 1
        while _margin(goal, below) >= 0.0:
            above, below = below, max(0, below - step)
            step *= 2
    while above - below > 1:
        middle = (above + below) // 2
        if _margin(goal, middle) >= 0.0:
            above = middle
        else:
            below = middle
    return above
