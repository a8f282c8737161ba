"""Whose spare minutes deferred work is done in: people by what they can serve."""

from dataclasses import dataclass

from models.requirement import Requirement

Skills = frozenset[str]


@dataclass(frozen=True)
class Kind:
    """People alike in the live pools and the deferred channels they can serve."""

    pools: frozenset[str]
    channels: frozenset[str]


class SpareTime:
    """What one person can do of deferred work, and what live work takes from that.

    Parameters
    ----------
    requirement
        Live and deferred needs; a channel without any work is left out.

    Attributes
    ----------
    needs
        The deferred needs with work.
    minutes
        Agent-minutes one person has in each interval.
    taken
        Agent-minutes of each live pool; where channels see it differently, the most.
    """

    def __init__(self, requirement: Requirement) -> None:
        self.needs = tuple(need for need in requirement.backlog if any(need.available_minutes))
        intervals = range(len(requirement.open_intervals))
        self.minutes = tuple(max((n.minutes_per_agent[i] for n in self.needs), default=0) for i in intervals)
        self.taken: dict[str, tuple[int, ...]] = {}
        for need in self.needs:
            for pool, minutes in need.taken_minutes:
                known = self.taken.get(pool, minutes)
                self.taken[pool] = tuple(max(pair) for pair in zip(known, minutes, strict=True))
        self._pool_skill = {need.pool: need.skill for need in requirement.live}

    def kind_of(self, skills: Skills) -> Kind:
        """Return the kind of a person with these skills."""
        pools = frozenset(p for p in self.taken if self._pool_skill.get(p) in (None, *skills))
        channels = frozenset(n.channel for n in self.needs if n.skill in (None, *skills))
        return Kind(pools, channels)
