"""Two kinds of callers and agents of one or both skills, beside the same desk in SimPy.

No formula covers routing by skill, so somebody else's event loop is the oracle.  SimPy is not
among the requirements: the test is skipped where it is not installed.
"""

from collections.abc import Generator
from typing import Any

import numpy as np
import pytest

from planner.simulate import simulate
from tests.simulate.desks import STEP, agent, desk, live

simpy: Any = pytest.importorskip("simpy", reason="SimPy is not installed; it is not required")

#: Calls a minute, mean handle time and patience in minutes, per kind.
RATES, HANDLE, PATIENCE = (1.0, 0.5), (3.0, 4.0), (2.0, 3.0)
#: Agents who serve the first kind, the second, and both.
TEAMS = (((0,), 2), ((1,), 1), ((0, 1), 2))
HOURS, WARM_UP_MINUTES, WITHIN = 50, 120, 0.5


class Desk:
    """The desk in SimPy's terms: idle agents and waiting callers in lists, the oldest first."""

    def __init__(self, random: np.random.Generator) -> None:
        self.environment, self.random = simpy.Environment(), random
        self.idle: list[tuple[int, ...]] = [skills for skills, count in TEAMS for _ in range(count)]
        self.waiting: list[tuple[int, Any]] = []
        self.seen = np.zeros((2, 3))
        for kind in (0, 1):
            self.environment.process(self.arrivals(kind))

    def arrivals(self, kind: int) -> Generator[Any, None, None]:
        while True:
            yield self.environment.timeout(self.random.exponential(1 / RATES[kind]))
            self.environment.process(self.caller(kind))

    def caller(self, kind: int) -> Generator[Any, None, None]:
        came = self.environment.now
        skills = next((skills for skills in self.idle if kind in skills), None)
        if skills is not None:
            self.idle.remove(skills)
        else:
            turn = self.environment.event()
            self.waiting.append((kind, turn))
            patience = self.environment.timeout(self.random.exponential(PATIENCE[kind]))
            yield turn | patience
            if not turn.triggered:
                self.waiting.remove((kind, turn))
                self.note(kind, came, is_served=False)
                return
            skills = turn.value
        self.note(kind, came, is_served=True)
        yield self.environment.timeout(self.random.exponential(HANDLE[kind]))
        following = next((entry for entry in self.waiting if entry[0] in skills), None)
        if following is None:
            self.idle.append(skills)
        else:
            self.waiting.remove(following)
            following[1].succeed(skills)

    def note(self, kind: int, came: float, *, is_served: bool) -> None:
        if came >= WARM_UP_MINUTES:
            is_in_time = is_served and self.environment.now - came <= WITHIN
            self.seen[kind] += (1, is_in_time, not is_served)


def test_agents_of_several_skills_beside_simpy() -> None:
    runs = []
    for seed in range(12):
        other = Desk(np.random.default_rng(seed))
        other.environment.run(HOURS * 60)
        runs.append(other.seen[:, 1:] / other.seen[:, :1])
    levels, left = np.moveaxis(np.array(runs), 2, 0)

    channels = [
        live(name, patience_seconds=60 * patience, within_seconds=60 * WITHIN)
        for name, patience in zip("ab", PATIENCE, strict=True)
    ]
    people = [
        agent(f"{skills} {number}", ["ab"[kind] for kind in skills], (0, HOURS * 60))
        for skills, count in TEAMS
        for number in range(count)
    ]
    contacts = [[rate * STEP] * (HOURS * 2) for rate in RATES]
    given = desk(channels, contacts, people, aht_seconds=[60 * h for h in HANDLE], warm_up=4)
    ours = simulate(given, 60, confidence=0.999).total
    for found, theirs in [(ours.service_level, levels), (ours.abandoned_share, left)]:
        half = (found.high - found.low) / 2
        # Student t with 11 degrees of freedom, 99.9 %
        other_half = 4.437 * theirs.std(axis=0, ddof=1) / np.sqrt(len(runs))
        assert np.all(np.abs(found.value - theirs.mean(axis=0)) <= np.hypot(half, other_half))
        assert np.all(other_half < 0.04)
