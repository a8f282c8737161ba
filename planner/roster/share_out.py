"""Give the people on duty to pools so that as few as possible are missing, nobody counted twice."""

from collections import Counter

from models.requirement import LiveNeed
from planner.roster.rows_live import can_serve

Skills = frozenset[str]


def share_out(present: Counter[Skills], needs: tuple[LiveNeed, ...], interval: int) -> Counter[str]:
    """People given to each pool in one interval.

    First to where they are short, the least flexible people first; then, while a pool is
    short, along a chain of people who could change pools (an augmenting path).
    """
    wanted = {need.pool: need.agents[interval] for need in needs}
    load = {need.pool: need.load_erlangs[interval] for need in needs}
    choices = {skills: tuple(n.pool for n in needs if can_serve(skills, n)) for skills in present}
    given: Counter[tuple[Skills, str]] = Counter()
    shared: Counter[str] = Counter(dict.fromkeys(wanted, 0))
    for skills in sorted(present, key=lambda one: (len(choices[one]), sorted(one))):
        for _ in range(present[skills] if choices[skills] else 0):
            pool = min(choices[skills], key=lambda name: (shared[name] - wanted[name], -load[name]))
            given[skills, pool] += 1
            shared[pool] += 1
    for pool, target in wanted.items():
        while shared[pool] < target:
            chain = _chain_to(pool, given, choices, shared, wanted)
            if not chain:
                break
            for skills, old, new in chain:
                given[skills, old] -= 1
                given[skills, new] += 1
            shared[chain[-1][1]] -= 1
            shared[pool] += 1
    return shared


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
