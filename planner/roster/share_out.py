"""Give the people on duty to pools so that as few as possible are missing, nobody counted twice."""

from collections import Counter

from models.requirement import LiveNeed
from planner.roster.rows_live import can_serve

Skills = frozenset[str]


def share_out(
    present: Counter[Skills], needs: tuple[LiveNeed, ...], interval: int, parts: int = 1
) -> Counter[str]:
    """People given to each pool in one interval.

    First to where they are short, the least flexible people first; then, while a pool is
    short, along a chain of people who could change pools (an augmenting path).  At last, in the
    same way, to where further agents help to keep a target over a day or the period.

    Where an agent counts as several ``parts``, ``present`` and the answer are in parts, and somebody
    may serve one pool with some and another with the rest.
    """
    wanted = {need.pool: need.agents[interval] * parts for need in needs}
    load = {need.pool: need.agents_taken[interval] for need in needs}
    choices = {skills: tuple(n.pool for n in needs if can_serve(skills, n)) for skills in present}
    given: Counter[tuple[Skills, str]] = Counter()
    shared: Counter[str] = Counter(dict.fromkeys(wanted, 0))
    for skills in sorted(present, key=lambda one: (len(choices[one]), sorted(one))):
        for pool, amount in _spread(present[skills], choices[skills], shared, wanted, load):
            given[skills, pool] += amount
            shared[pool] += amount
    # nobody another pool needs goes where agents only help to keep a target over a day
    useful = {need.pool: need.useful_agents[interval] * parts for need in needs if need.goals}
    for pool, target in (*wanted.items(), *useful.items()):
        while shared[pool] < target:
            chain = _chain_to(pool, given, choices, shared, wanted)
            if not chain:
                break
            moved = 1
            if parts > 1:
                source = chain[-1][1]
                moved = min(target - shared[pool], shared[source] - wanted[source])
                moved = min(moved, *(given[skills, old] for skills, old, _ in chain))
            for skills, old, new in chain:
                given[skills, old] -= moved
                given[skills, new] += moved
            shared[chain[-1][1]] -= moved
            shared[pool] += moved
    return shared


def _spread(
    amount: int,
    pools: tuple[str, ...],
    shared: Counter[str],
    wanted: dict[str, int],
    load: dict[str, float],
) -> list[tuple[str, int]]:
    """Give each to the pool that is shortest just then, of equals to the one with the most work."""
    levels = {pool: shared[pool] - wanted[pool] for pool in sorted(pools, key=lambda name: -load[name])}
    begin = dict(levels)
    while amount and levels:
        lowest = min(levels.values())
        group = [pool for pool, level in levels.items() if level == lowest]
        higher = min((level for level in levels.values() if level > lowest), default=None)
        each, rest = divmod(amount, len(group))
        if higher is not None and each >= higher - lowest:
            each, rest = higher - lowest, 0
        for place, pool in enumerate(group):
            levels[pool] += each + (place < rest)
        amount -= each * len(group) + rest
    return [(pool, level - begin[pool]) for pool, level in levels.items() if level > begin[pool]]


def _chain_to(
    short: str,
    given: Counter[tuple[Skills, str]],
    choices: dict[Skills, tuple[str, ...]],
    shared: Counter[str],
    wanted: dict[str, int],
) -> list[tuple[Skills, str, str]]:
    """Moves (who, from, to) that end in the short pool and begin in one with people to spare."""
    moves: dict[str, tuple[Skills, str, str]] = {}
    reached = [short]
    for new in reached:
        for (skills, old), people in given.items():
            if people > 0 and new in choices[skills] and old not in (short, *moves):
                moves[old] = (skills, old, new)
                if shared[old] > wanted[old]:
                    chain = [moves[old]]
                    while chain[0][2] != short:
                        chain.insert(0, moves[chain[0][2]])
                    return chain
                reached.append(old)
    return []
