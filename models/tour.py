"""Who works what: an agent on the roster, that agent's tour, and the roster of all tours."""

from dataclasses import dataclass, field

from models.shift import Shift


@dataclass(frozen=True)
class RosterAgent:
    """A person as the roster sees them: named in the scenario, or hired into a vacancy.

    ``history`` holds the shifts worked just before the period (negative days), oldest first;
    ``grade`` is what the scenario calls the person's experience.
    """

    agent: str
    name: str
    contract: str
    skills: frozenset[str] = frozenset()
    vacancy: str | None = None
    history: tuple[Shift, ...] = ()
    external_ids: dict[str, str] = field(default_factory=dict, hash=False)
    grade: str | None = None


@dataclass(frozen=True)
class Tour:
    """One agent's sequence over the horizon: per day a shift, or ``None`` for a day off."""

    agent: RosterAgent
    shifts: tuple[Shift | None, ...]

    @property
    def worked(self) -> tuple[Shift, ...]:
        """The shifts of the period, in order."""
        return tuple(shift for shift in self.shifts if shift is not None)


@dataclass(frozen=True)
class Roster:
    """All tours of a period."""

    tours: tuple[Tour, ...]

    @property
    def headcount(self) -> int:
        """Number of people on the roster, whether or not they work in the period."""
        return len(self.tours)

    def worked(self) -> list[tuple[RosterAgent, Shift]]:
        """Every (agent, shift) pair, ordered by start, then agent."""
        pairs = [(tour.agent, shift) for tour in self.tours for shift in tour.worked]
        return sorted(pairs, key=lambda pair: (pair[1].start_minute, pair[0].agent))
