"""A service level kept over a day or the period, as a roster can buy it, and what came of it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import overload

#: Served contacts are counted in thousandths, so that an optimiser may count in whole numbers.
UNITS_PER_CONTACT = 1000
_DIGITS = 6


@dataclass(frozen=True)
class ServiceGain:
    """Service in one interval, in thousandths of a contact, rounded down agent by agent.

    Parameters
    ----------
    agents
        Agents who must be there whatever the target (the occupancy cap).
    served
        What they serve in time.
    gains
        What each further agent adds; non-increasing.
    exact
        Numbers of agents, ``agents`` included, at which the list is the curve and not the envelope.
    """

    agents: int
    served: int
    gains: tuple[int, ...]
    exact: tuple[int, ...]

    @overload
    def served_by(self, agents: int) -> int: ...

    @overload
    def served_by(self, agents: int | Fraction) -> int | Fraction: ...

    def served_by(self, agents: int | Fraction) -> int | Fraction:
        """Thousandths of a contact that so many agents serve in time.

        A part of an agent adds that part of what the whole one would.

        Each agent missing from the least takes away as much as the first further one would
        add: as the list stays concave, a roster can read it as the lowest of straight lines.
        """
        further = agents - self.agents
        if further < 0:
            return self.served + further * max(self.gains, default=0)
        whole = math.floor(further)
        rest = (further - whole) * self.gains[whole] if further > whole and whole < len(self.gains) else 0
        return self.served + sum(self.gains[:whole]) + rest

    def harder_by(self, agents: int) -> "ServiceGain":
        """The list where it takes so many agents more for the same service."""
        exact = tuple(place + agents for place in self.exact)
        return replace(self, agents=self.agents + agents, exact=exact)


@dataclass(frozen=True)
class ServiceGoal:
    """The target of one queue over one day, or the period.

    It is kept by agents n_i, rostered and at work in each interval, where the served of all
    intervals and the first n_i − agents of their gains add up to ``wanted``.

    Parameters
    ----------
    share
        Share of the contacts to be served in time.
    intervals
        Numbers of the intervals judged together.
    contacts
        Contacts expected in each of ``intervals``.
    gains
        What agents are worth in each of ``intervals``.
    """

    share: float
    intervals: tuple[int, ...]
    contacts: tuple[float, ...]
    gains: tuple[ServiceGain, ...]

    @property
    def wanted(self) -> int:
        """Thousandths of a contact to be served in time."""
        # 0.9 * 23000 is a little more than 20700 in floating point
        return math.ceil(round(self.share * math.fsum(self.contacts) * UNITS_PER_CONTACT, _DIGITS))

    @cached_property
    def asked(self) -> int:
        """The same, or all that any number of agents could serve where that is less."""
        return min(self.wanted, sum(one.served + sum(one.gains) for one in self.gains))

    @cached_property
    def fewest(self) -> tuple[int, int]:
        """Fewest agents beyond the least who keep the target, and all they add; 0, 0 if the least do.

        Counted by interval: whoever works two of them counts twice.
        """
        lacking = self.asked - sum(one.served for one in self.gains)
        number = added = 0
        for gain in sorted((gain for one in self.gains for gain in one.gains), reverse=True):
            if added >= lacking:
                break
            number, added = number + 1, added + gain
        return number, added

    def agents_for(self, units: int | Fraction) -> float:
        """Agents during one interval who would serve so many thousandths: each as the fewest on average."""
        number, added = self.fewest
        return float(units * number / added) if units else 0.0

    def short_of(self, agents: Sequence[int | Fraction]) -> int | Fraction:
        """Thousandths of a contact served too late or never, beyond what the target allows.

        ``agents`` has one entry per interval of the period.  Where the least suffice, who is
        missing from them counts as missing there, and nothing here.
        """
        if not self.fewest[0]:
            return 0
        pairs = zip(self.gains, self.intervals, strict=True)
        return max(0, self.asked - sum(one.served_by(agents[place]) for one, place in pairs))

    def within(self, kept: tuple[bool, ...]) -> "ServiceGoal | None":
        """The goal in those of its intervals that are kept; ``None`` where none is."""
        places = [place for place, interval in enumerate(self.intervals) if kept[interval]]
        if not places:
            return None
        return replace(
            self,
            intervals=tuple(self.intervals[place] for place in places),
            contacts=tuple(self.contacts[place] for place in places),
            gains=tuple(self.gains[place] for place in places),
        )


@dataclass(frozen=True)
class GoalOutcome:
    """What became of a target over one day, or the period.

    Parameters
    ----------
    pool
        The queue.
    intervals
        First and last interval of the period judged.
    contacts
        Contacts expected in all that are judged.
    promised, reached
        Shares served in time: of the target, and by formula with the people on duty.
    short_hours
        Agent-hours missing from it, see :meth:`ServiceGoal.agents_for`.
    penalty_minor
        Their price.
    """

    pool: str
    intervals: tuple[int, int]
    contacts: float
    promised: float
    reached: float
    short_hours: float
    penalty_minor: int

    @property
    def is_kept(self) -> bool:
        """Whether the promise is kept, to the tenth of a percent."""
        return round(self.reached, 3) >= round(self.promised, 3)
