"""Lists of agents who may be given something, and the tree that finds the next event."""

from planner.simulate.compiled import compiled
from planner.simulate.kernel_data import Team


@compiled
def enlist(team: Team, group: int, agent: int, now: float) -> None:
    """Put an agent at the end of the list of those who hold as many contacts."""
    level = team.held[agent]
    last = team.list_tail[group, level]
    team.since[agent] = now
    team.before[agent] = last
    team.after[agent] = -1
    if last >= 0:
        team.after[last] = agent
    else:
        team.list_head[group, level] = agent
    team.list_tail[group, level] = agent


@compiled
def unlist(team: Team, group: int, agent: int) -> None:
    """Take an agent out of the list; must stand in it."""
    level = team.held[agent]
    before, after = team.before[agent], team.after[agent]
    if before >= 0:
        team.after[before] = after
    else:
        team.list_head[group, level] = after
    if after >= 0:
        team.before[after] = before
    else:
        team.list_tail[group, level] = before


@compiled
def set_event(team: Team, agent: int, time: float) -> None:
    """Say when something happens to an agent next: a tournament tree, its root is the earliest."""
    team.event[agent] = time
    half = team.tree.size // 2
    place = (half + agent) // 2
    while place >= 1:
        left, right = team.tree[2 * place], team.tree[2 * place + 1]
        team.tree[place] = left if team.event[left] <= team.event[right] else right
        place //= 2
