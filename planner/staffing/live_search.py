"""Service level of one cell over busy and quiet days, and the fewest agents that reach it."""

import math
from typing import NamedTuple

from planner.staffing.compiled import FloatArray, compiled
from planner.staffing.live_cell import Line, live_shares

_SLACK = 1e-12


class Ask(NamedTuple):
    """What is asked of a cell; ``definition`` is numbered as ``definition_code`` does."""

    share: float
    occupancy_cap: float
    definition: int


@compiled
def level_and_use(
    load: float, agents: int, line: Line, day_factors: FloatArray, definition: int
) -> tuple[float, float]:
    """Service level of all tries, and the share of the agents' highest rate that is used."""
    if load <= 0.0:
        return 1.0, 0.0
    if agents <= 0:
        return 0.0, 1.0
    tries = served = late = done = 0.0
    for factor in day_factors:
        shares = live_shares(load * factor, agents, line)
        tries += shares.tries
        served += shares.tries * shares.served
        late += shares.tries * shares.late
        done += shares.tries * (1.0 - shares.abandons - shares.blocked)
    use = done / (day_factors.size * agents * line.speeds[-1])
    if definition == 0:
        return served / tries, use
    if definition == 1:
        return (served / (served + late) if served > 0.0 else 0.0), use
    return max(0.0, 1.0 - late / tries), use


@compiled
def _enough(load: float, agents: int, line: Line, day_factors: FloatArray, ask: Ask) -> bool:
    if agents <= 0:
        return False
    level, use = level_and_use(load, agents, line, day_factors, ask.definition)
    return level >= ask.share and use <= ask.occupancy_cap * (1.0 + _SLACK)


@compiled
def fewest_agents(load: float, line: Line, day_factors: FloatArray, ask: Ask) -> int:
    """Fewest agents for one cell.

    Each agent makes it easier, up to one for every line: more can never be busy.  Where that
    does not suffice it is the answer still, and the service level says what it is worth.

    Two mixtures know exceptions: who gives up leaves a line to others, so that with few lines
    an agent more may lower a level that forgives giving up; and chats whose third slows an
    agent down less than their second may go faster on fewer agents.  The answer then suffices
    and one agent fewer does not, though fewer still might.
    """
    if load <= 0.0:
        return 0
    most = line.lines if line.lines > 0 else 2**40
    step = 1 + int(math.sqrt(load) / 2)
    above = min(most, max(1, int(load / line.speeds[-1])))
    below = above
    while above < most and not _enough(load, above, line, day_factors, ask):
        below, above = above, min(most, above + step)
        step *= 2
    if below == above:
        below = max(0, above - step)
        while _enough(load, below, line, day_factors, ask):
            step *= 2
            above, below = below, max(0, below - step)
    while above - below > 1:
        middle = (above + below) // 2
        if _enough(load, middle, line, day_factors, ask):
            above = middle
        else:
            below = middle
    return above
