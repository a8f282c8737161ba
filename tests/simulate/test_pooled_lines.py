"""Two channels of one pool, each with lines of its own: exact for simulation and formula.

Calls of either kind last as long and are as patient, and whoever came first is served first.  So
with n_1 and n_2 of them there, n in all, they leave at a rate δ(n) that knows no kinds, and the
chance of (n_1, n_2) is proportional to a_1^n_1 · a_2^n_2 · (n over n_1) / (δ(1) … δ(n)), for as
many of each as there are lines: cutting states off leaves such chances as they are.
"""

from math import comb

import pytest

from planner.simulate import simulate
from planner.staffing.live_system import Handling, measures
from planner.staffing.own_lines import accepted_shares
from tests.simulate.desks import STEP, desk, inside, live

AGENTS, IMPATIENCE = 4, 0.5
LOADS, LINES = (2.5, 1.5), (5, 3)


def turned_away() -> tuple[float, float]:
    """Share of each kind that finds its lines taken."""
    chances: dict[tuple[int, int], float] = {}
    for first in range(LINES[0] + 1):
        for second in range(LINES[1] + 1):
            weight = LOADS[0] ** first * LOADS[1] ** second * comb(first + second, first)
            for there in range(1, first + second + 1):
                weight /= min(there, AGENTS) + max(0, there - AGENTS) * IMPATIENCE
            chances[first, second] = weight
    total = sum(chances.values())
    return (
        sum(chance for (first, _), chance in chances.items() if first == LINES[0]) / total,
        sum(chance for (_, second), chance in chances.items() if second == LINES[1]) / total,
    )


def test_lines_of_each_channel_are_its_own() -> None:
    channels = [
        live(name, patience_seconds=60 / IMPATIENCE, lines=lines)
        for name, lines in zip(("phone", "vip"), LINES, strict=True)
    ]
    given = desk(channels, [[load * STEP] * 48 for load in LOADS], AGENTS, warm_up=4)
    result = simulate(given, 100, seed=4, confidence=0.999)
    for number, share in enumerate(turned_away()):
        assert inside(result, "turned_away_share", share, number)


def test_the_formula_says_the_same() -> None:
    first, second = turned_away()
    apart = (first * LOADS[0] + second * LOADS[1]) / sum(LOADS)
    assert apart == pytest.approx(0.12002556, abs=1e-8)
    shares = [load / sum(LOADS) for load in LOADS]
    handling = Handling(lines=sum(LINES), accepted=accepted_shares(shares, LINES))
    assert float(measures(sum(LOADS), AGENTS, IMPATIENCE, handling).blocked_share) == pytest.approx(apart)
