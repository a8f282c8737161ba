"""A live queue as a plain birth–death chain, for comparison: nothing of the formulas under test."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta, erlang

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Chain:
    """Chances of each number of contacts, and what arrivals of each state experience."""

    load: float
    agents: int
    slowdown: tuple[float, ...]
    impatience: float
    room: int

    @property
    def places(self) -> int:
        return self.agents * len(self.slowdown)

    def speed(self, contacts: int) -> float:
        """Completions per handle time, agent by agent: each contact goes to who has fewest."""
        held = [0] * self.agents
        for number in range(min(contacts, self.places)):
            held[number % self.agents] += 1
        return sum(count / self.slowdown[count - 1] for count in held if count)

    @cached_property
    def chances(self) -> Numbers:
        most = self.speed(self.places)
        speeds = [self.speed(n) if n < self.places else most for n in range(1, self.room + 1)]
        waiting = np.maximum(np.arange(1, self.room + 1) - self.places, 0)
        rates = np.array(speeds) + waiting * self.impatience
        logs = np.concatenate([[0.0], np.cumsum(np.log(self.load) - np.log(rates))])
        weights = np.exp(logs - logs.max())
        return np.asarray(weights / weights.sum())

    @property
    def blocked(self) -> float:
        return float(self.chances[-1])

    @property
    def waits(self) -> float:
        return float(self.chances[self.places : -1].sum())

    @property
    def abandons(self) -> float:
        waiting = np.maximum(np.arange(self.room + 1) - self.places, 0)
        return float((self.chances * waiting).sum() * self.impatience / self.load)

    @property
    def agents_busy(self) -> float:
        return float((self.chances * np.minimum(np.arange(self.room + 1), self.agents)).sum())

    def in_time(self, threshold: float) -> tuple[float, float]:
        """P(served within the threshold) and P(neither served nor gone by then, or turned away).

        Who finds i - 1 waiting starts after i departures: with x = rate/impatience, e^(-θV) is
        Beta(x, i); an Erlang distribution without impatience.
        """
        found = self.chances[self.places : -1]
        ahead = np.arange(1, found.size + 1)
        rate = self.speed(self.places)
        stay = np.exp(-self.impatience * threshold)
        if self.impatience > 0:
            x = rate / self.impatience
            longer = np.asarray(beta.cdf(stay, x, ahead) * stay)
            start = np.asarray(x / (x + ahead) * beta.sf(stay, x + 1, ahead))
        else:
            longer = np.asarray(erlang.sf(threshold, ahead, scale=1 / rate))
            start = 1 - longer
        served = self.chances[: self.places].sum() + (found * start).sum()
        return float(served), float((found * longer).sum()) + self.blocked
