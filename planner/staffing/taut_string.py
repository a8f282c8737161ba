"""The smoothest way to work off a backlog: a string pulled taut between two curves.

Work must stay between what has arrived (above) and what is due (below).  Of all cumulative
curves in that corridor, the shortest one changes its pace least; its steepest piece is the
lowest peak any plan can have, max (due(e) - arrived(s)) / (e - s).
"""

from models.requirement import BacklogNeed


def smoothest_work(need: BacklogNeed) -> tuple[float, ...]:
    """Agent-minutes of backlog to do in each interval, as evenly as deadlines allow.

    Parameters
    ----------
    need
        Cumulative windows; work is done only where ``minutes_per_agent`` is positive.

    Returns
    -------
    tuple of float
        One entry per interval.  All work that is due is done, work left for the next period
        is not.  In total this is the due work at the period's end.
    """
    open_at = [index for index, minutes in enumerate(need.minutes_per_agent) if minutes > 0]
    work = [0.0] * len(need.minutes_per_agent)
    if not open_at or not need.due_minutes:
        return tuple(work)
    final = need.due_minutes[-1]
    # Before the last open interval ends the curve may not pass what has arrived; work due
    # after closing must be done by then.
    ceiling = [0.0] + [float(min(need.available_minutes[index], final)) for index in open_at]
    ends = [following - 1 for following in open_at[1:]] + [len(work) - 1]
    floor = [0.0] + [float(need.due_minutes[end]) for end in ends]
    ceiling = [max(upper, lower) for upper, lower in zip(ceiling, floor, strict=True)]
    ceiling[-1] = floor[-1]
    for index, amount in zip(open_at, _taut(floor, ceiling), strict=True):
        work[index] = amount
    return tuple(work)


def _taut(floor: list[float], ceiling: list[float]) -> list[float]:
    """Steps of the shortest path from (0, floor[0]) to the last point between two step curves."""
    last = len(floor) - 1
    steps: list[float] = []
    at, height = 0, floor[0]
    while at < last:
        steepest, low_at = float("-inf"), at
        flattest, high_at = float("inf"), at
        corner = last
        for point in range(at + 1, last + 1):
            lower = (floor[point] - height) / (point - at)
            upper = (ceiling[point] - height) / (point - at)
            if lower > flattest:
                corner, slope = high_at, flattest
                break
            if upper < steepest:
                corner, slope = low_at, steepest
                break
            if lower >= steepest:
                steepest, low_at = lower, point
            if upper <= flattest:
                flattest, high_at = upper, point
        else:
            slope = steepest
        steps += [slope] * (corner - at)
        height += slope * (corner - at)
        at = corner
    return steps


def peak_work(need: BacklogNeed) -> float:
    """Lowest possible peak of work per interval, in agent-minutes.

    ``max (due(e) - arrived(s)) / (e - s)`` over pairs s < e of open interval ends.
    """
    return max(smoothest_work(need), default=0.0)
