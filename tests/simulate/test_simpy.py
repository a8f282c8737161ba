"""Calls of two kinds, chats and letters, agents of several skills, beside the same desk in SimPy.

No formula covers routing by skill, so somebody else's event loop is the oracle; the desk is told
here once more, in SimPy's terms and with other random numbers.
"""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from scipy.stats import t as student

from planner.simulate import SimulationResult, simulate
from planner.simulate.estimates import Estimate
from tests.simulate.desks import STEP, agent, deferred, desk, live

simpy: Any = pytest.importorskip("simpy", reason="SimPy is not installed; it is in the test extra")

SALES, SUPPORT, CHAT, MAIL = KINDS = ("sales", "support", "chat", "mail")
#: Contacts a minute, and mean handle time in minutes.
RATES = {SALES: 0.8, SUPPORT: 0.5, CHAT: 0.5, MAIL: 0.15}
HANDLE = {SALES: 3.0, SUPPORT: 4.0, CHAT: 4.0, MAIL: 3.0}
#: Mean patience, and what counts as in time, in minutes.
PATIENCE = {SALES: 2.0, SUPPORT: 3.0, CHAT: 4.0}
WITHIN = {SALES: 1 / 3, SUPPORT: 0.5, CHAT: 1.0}
#: An agent holds two chats at once, and each takes longer then.
SLOWDOWN = {SALES: (1.0,), SUPPORT: (1.0,), CHAT: (1.0, 1.4), MAIL: (1.0,)}
#: Support has so many lines, and who is lost calls again with a chance, a while later.
LINES, REDIAL, DELAY = 4, 0.5, 2.0
TEAMS = (
    ((SALES,), 2),
    ((SUPPORT, MAIL), 2),
    ((SALES, SUPPORT), 1),
    ((CHAT, MAIL), 1),
    ((SALES, CHAT, MAIL), 2),
)
HOURS, WARM_UP, RUNS, SURE = 60, 120.0, 16, 0.999
DEADLINE = 120.0


@dataclass(eq=False)
class Customer:
    """One try to reach the desk."""

    kind: str
    came: float
    is_again: bool = False
    left: float = 0.0
    taken: Any = None


@dataclass(eq=False)
class Agent:
    """Somebody who works on what they hold, all of it at once."""

    skills: tuple[str, ...]
    held: list[Customer] = field(default_factory=list)
    since: float = 0.0
    busy: float = 0.0
    work: Any = None


class Desk:
    """The desk in SimPy's terms; ``seen`` and ``waits`` are by kind of contact."""

    def __init__(self, random: np.random.Generator) -> None:
        self.environment, self.random = simpy.Environment(), random
        self.team = [Agent(skills) for skills, count in TEAMS for _ in range(count)]
        self.waiting: list[Customer] = []
        self.seen = {
            kind: dict.fromkeys(("came", "in_time", "gave_up", "refused", "again"), 0) for kind in KINDS
        }
        self.waits: dict[str, list[float]] = {kind: [] for kind in KINDS}
        for kind in KINDS:
            self.environment.process(self.arrivals(kind))

    def arrivals(self, kind: str) -> Generator[Any, None, None]:
        while True:
            yield self.environment.timeout(self.random.exponential(1 / RATES[kind]))
            self.environment.process(self.customer(kind, is_again=False))

    def customer(self, kind: str, *, is_again: bool) -> Generator[Any, None, None]:
        now = self.environment.now
        own = Customer(kind, now, is_again, self.random.exponential(HANDLE[kind]), self.environment.event())
        self.note(own, "came")
        if is_again:
            self.note(own, "again")
        if kind == SUPPORT and self.inside(kind) >= LINES:
            self.note(own, "refused")
            yield from self.perhaps_again(kind)
            return
        free = [one for one in self.team if self.may_take(one, kind)]
        if free:
            self.give(min(free, key=lambda one: (len(one.held), one.since)), own)
            return
        self.waiting.append(own)
        if kind == MAIL:
            return
        patience = self.environment.timeout(self.random.exponential(PATIENCE[kind]))
        yield own.taken | patience
        if not own.taken.triggered:
            self.waiting.remove(own)
            self.note(own, "gave_up")
            yield from self.perhaps_again(kind)

    def perhaps_again(self, kind: str) -> Generator[Any, None, None]:
        if kind == SUPPORT and self.random.random() < REDIAL:
            yield self.environment.timeout(self.random.exponential(DELAY))
            self.environment.process(self.customer(kind, is_again=True))

    def inside(self, kind: str) -> int:
        talking = sum(own.kind == kind for one in self.team for own in one.held)
        return talking + sum(own.kind == kind for own in self.waiting)

    def may_take(self, one: Agent, kind: str) -> bool:
        """A call or a letter takes a whole agent, a chat half of one."""
        if kind not in one.skills or any(own.kind != CHAT for own in one.held):
            return False
        return len(one.held) < len(SLOWDOWN[kind])

    def give(self, one: Agent, own: Customer) -> None:
        now = self.environment.now
        own.taken.succeed()
        if own.came >= WARM_UP:
            self.waits[own.kind].append(now - own.came)
        if own.kind != MAIL and now - own.came <= WITHIN[own.kind]:
            self.note(own, "in_time")
        one.held.append(own)
        one.since = now
        if one.work is None:
            one.work = self.environment.process(self.working(one))
        elif one.work is not self.environment.active_process:
            one.work.interrupt()

    def working(self, one: Agent) -> Generator[Any, None, None]:
        """Finish what is held; whoever is given more in between starts anew with what is left."""
        while one.held:
            began, held = self.environment.now, list(one.held)
            pace = SLOWDOWN[held[0].kind][len(held) - 1]
            first = min(held, key=lambda own: own.left)
            try:
                yield self.environment.timeout(first.left * pace)
                is_done = True
            except simpy.Interrupt:
                is_done = False
            passed = self.environment.now - began
            one.busy += max(0.0, self.environment.now - max(began, WARM_UP))
            for own in held:
                own.left -= passed / pace
            if is_done:
                one.held.remove(first)
                one.since = self.environment.now
                self.look(one)
        one.work = None

    def look(self, one: Agent) -> None:
        """Take who waits: customers at once before letters, who came first before others."""
        while True:
            fits = [own for own in self.waiting if self.may_take(one, own.kind)]
            if not fits:
                return
            chosen = min(fits, key=lambda own: (own.kind == MAIL, own.came))
            self.waiting.remove(chosen)
            self.give(one, chosen)

    def note(self, own: Customer, what: str) -> None:
        if own.came >= WARM_UP:
            self.seen[own.kind][what] += 1

    def figures(self) -> dict[str, list[float]]:
        """Shares and waits in the order of ``KINDS``, as ours are called."""
        seen = [self.seen[kind] for kind in KINDS]
        lasted = HOURS * 60 - WARM_UP
        able = [[one.busy / lasted for one in self.team if kind in one.skills] for kind in KINDS]
        return {
            "service_level": [one["in_time"] / one["came"] for one in seen],
            "abandoned_share": [one["gave_up"] / one["came"] for one in seen],
            "turned_away_share": [one["refused"] / one["came"] for one in seen],
            "redialled_share": [one["again"] / one["came"] for one in seen],
            "asa_seconds": [60 * float(np.mean(self.waits[kind])) for kind in KINDS],
            "occupancy": [float(np.mean(busy)) for busy in able],
        }


def ours() -> SimulationResult:
    channels = [
        *(
            live(
                kind,
                patience_seconds=60 * PATIENCE[kind],
                within_seconds=60 * WITHIN[kind],
                slowdown=SLOWDOWN[kind],
                **({"lines": LINES, "redial_probability": REDIAL} if kind == SUPPORT else {}),
                redial_delay_seconds=60 * DELAY,
            )
            for kind in (SALES, SUPPORT, CHAT)
        ),
        deferred(MAIL, int(DEADLINE)),
    ]
    people = [
        agent(f"{skills} {number}", skills, (0, HOURS * 60))
        for skills, count in TEAMS
        for number in range(count)
    ]
    contacts = [[RATES[kind] * STEP] * (HOURS * 2) for kind in KINDS]
    given = desk(channels, contacts, people, aht_seconds=[60 * HANDLE[kind] for kind in KINDS], warm_up=4)
    return simulate(given, 60, confidence=SURE)


def test_agents_of_several_skills_and_channels_beside_simpy() -> None:
    runs = []
    for seed in range(RUNS):
        other = Desk(np.random.default_rng(seed))
        other.environment.run(HOURS * 60)
        runs.append(other.figures())
    total = ours().total
    quantile = float(student.ppf((1 + SURE) / 2, RUNS - 1))
    for measure in runs[0]:
        theirs = np.array([run[measure] for run in runs])
        found: Estimate = getattr(total, measure)
        half = np.maximum(found.high - found.value, found.value - found.low)
        other_half = quantile * theirs.std(axis=0, ddof=1) / np.sqrt(RUNS)
        told = ~np.isnan(found.value)
        apart = np.abs(found.value - theirs.mean(axis=0))
        assert np.all((apart <= np.hypot(half, other_half))[told]), (
            measure,
            found.value,
            theirs.mean(axis=0),
        )
        # limits so wide that anything fits would prove nothing
        scale = np.maximum(theirs.mean(axis=0), 0.05)
        assert np.all((other_half < 0.35 * scale)[told]), (measure, other_half)
    assert total.deadline_kept.value[3] > 0.9
    assert np.all(total.redialled_share.value[[0, 2, 3]] == 0)
    assert 0.02 < total.turned_away_share.value[1] < 0.4
