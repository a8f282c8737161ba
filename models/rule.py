"""The shape of a rule, and the registry that finds every kind of rule.

A rule about one agent's working pattern is a deterministic automaton over days
(:class:`TourRule`: ``start``, ``step``, ``finish``) and, in the same file and sharing no
helper with it, a plain ``check`` that reads a finished tour as a person would.  Where it
asks for nothing but a total over the period it also counts (:class:`TotalRule`).  A rule
about many agents at once gives coverage rows (:class:`CoverageRule`).
"""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Self

from models.base import Noun
from models.example import Example
from models.horizon import Horizon
from models.member import Member
from models.pay_terms import NightTerms
from models.registry import Registry
from models.shift import Shift
from models.text import Text
from models.tour import Roster, RosterAgent, Tour
from models.violation import Violation

State = Hashable
#: The next state and the price (minor units, 0 for hard rules) of getting there.
Step = tuple[State, int]


@dataclass(frozen=True)
class Frame:
    """What a rule may know of the world: the horizon, open hours, the money scale, the night.

    ``open_intervals`` has one entry per interval of the horizon; empty where no desk is meant.
    ``holidays`` are the public holidays of the period, ``team`` its people and vacancies.
    """

    horizon: Horizon
    minor_per_unit: int = 100
    open_intervals: tuple[bool, ...] = ()
    night: NightTerms = field(default_factory=NightTerms)
    holidays: frozenset[dt.date] = frozenset()
    team: tuple[Member, ...] = ()

    def shown(self, name: str) -> str:
        """How readers know a member of the team."""
        return next((one.shown for one in self.team if one.name == name), "") or name


class Rule(Noun, ABC):
    """What all rules share: whom they bind, where they come from, when they are valid.

    Parameters
    ----------
    agents, contracts
        Whom the rule binds; both empty means everyone, otherwise an agent is bound when
        named or when holding one of the contracts.
    source
        Law article, contract or policy the rule comes from.
    valid_from, valid_to
        Dates between which the rule holds; ``None`` leaves that side open.
    """

    #: Whether its sentence names the people it binds.
    says_whom: ClassVar[bool] = False

    kind: str
    agents: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    source: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def binds(self, agent: str, contract: str) -> bool:
        """Whether the rule binds this agent."""
        everyone = not self.agents and not self.contracts
        return everyone or agent in self.agents or contract in self.contracts

    def holds_on(self, date: dt.date) -> bool:
        """Whether the rule is valid on a date."""
        begun = self.valid_from is None or self.valid_from <= date
        return begun and (self.valid_to is None or date <= self.valid_to)

    def with_names(self, names: Mapping[str, str]) -> Self:
        """Return the rule as its sentence should read, with names in place of identifiers."""
        told: dict[str, object] = {
            field: tuple(names.get(one, one) for one in getattr(self, field))
            for field in ("agents", "mentors")
            if field in type(self).model_fields
        }
        return self.model_copy(update=told)

    @abstractmethod
    def explain(self) -> Text:
        """Say what the rule asks, as one sentence."""

    def never_kept_in(self, dates: tuple[dt.date, ...]) -> Text | None:
        """Say why nobody could keep the rule in a period of these dates; ``None`` where somebody may.

        Only what the rule's own fields and the calendar say counts, not who works what.
        """
        return None

    @classmethod
    @abstractmethod
    def examples(cls) -> tuple[Example, ...]:
        """Small hand-labelled tours (or rosters), kept and broken."""


class TourRule(Rule):
    """A rule about one agent's days: an automaton, and an independent check."""

    @property
    def never_forbids(self) -> bool:
        """Whether every tour is legal under the rule, at a price: a wish."""
        return False

    @property
    def sees_break_place(self) -> bool:
        """Whether the rule asks where in a shift its break lies; its length every rule sees."""
        return False

    @abstractmethod
    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """State before day 0, given what was worked before the period."""

    @abstractmethod
    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """State and price after working ``shift`` (or being off) on ``day``; ``None`` forbids it."""

    @abstractmethod
    def finish(self, frame: Frame, state: State) -> int | None:
        """Price of ending the horizon in ``state``; ``None`` forbids it."""

    @abstractmethod
    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Every finding about a finished tour, by reading it; never asks the automaton."""

    def loosened(self, frame: Frame) -> Iterator["TourRule"]:
        """Yield the rule one step looser each time, until it would ask nothing any more.

        Every tour legal under the rule is legal under the first, and every one legal under
        a step is legal under the next.  A rule without degrees yields nothing.
        """
        return iter(())

    def parts(self, frame: Frame) -> tuple["TourRule", ...]:
        """Rules that together ask in this period just what this one asks.

        Any of them may be what stands in the way while the others do not: one day of a
        leave, the minimum of two bounds.
        """
        return (self,)

    def asked_dates(self, frame: Frame) -> tuple[dt.date, ...]:
        """Dates the rule singles out; empty where it looks at every day alike."""
        return ()


class TotalRule(TourRule):
    """A hard rule that asks for a total over the whole period, and can count it.

    A tour is legal when the amounts counted along its days add up to a total within
    ``bounds``.  The automaton says the same, but must remember the total from day to day.
    """

    #: Fields that move the bounds only: rules that differ in nothing else count alike.
    bound_fields: ClassVar[frozenset[str]] = frozenset()

    @abstractmethod
    def bounds(self, frame: Frame, history: tuple[Shift, ...]) -> tuple[int, int] | None:
        """Least and largest total still to be counted in the period.

        What was worked before is taken off.  The least is 0 where no minimum is asked; the
        largest is the most there can be where no maximum is, and lies below the least where
        nobody can keep the rule.  ``None``: only the automaton says what the rule asks.
        """

    @abstractmethod
    def memory(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """What counting must know of the days before day 0."""

    @abstractmethod
    def count(self, frame: Frame, memory: State, day: int, shift: Shift | None) -> tuple[State, int]:
        """Next memory, and the amount (never negative) that working ``shift`` on ``day`` adds."""

    def unit(self, shifts: tuple[Shift, ...]) -> int:
        """Return a number that divides whatever these shifts count."""
        return 1


@dataclass(frozen=True)
class CoverageRow:
    """One linear demand on who is on duty in one interval.

    The sum over agents available throughout the interval of ``with_skill`` (for those who
    have ``skill`` and one of ``grades``; everyone where neither is given) or ``without_skill``
    must reach ``minimum`` and not pass ``maximum``, where these are given.  With ``named`` only
    these people count: agents, or vacancies and all hired into them, each with a weight.
    ``shortfall_price_minor`` prices each unit missing or too many; ``None`` makes the row hard.
    With ``counts_breaks`` agents whose shift spans the interval count, on a break or not; with
    ``counts_starts`` those whose shift begins in it.  With ``agents`` or ``contracts`` nobody else
    counts in any way; the name of a vacancy stands for all hired into it.
    """

    interval: int
    minimum: int | None
    skill: str | None = None
    with_skill: int = 1
    without_skill: int = 0
    shortfall_price_minor: int | None = None
    counts_breaks: bool = False
    maximum: int | None = None
    grades: tuple[str, ...] = ()
    named: tuple[tuple[str, int], ...] = ()
    counts_starts: bool = False
    agents: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()

    def weight(self, agent: RosterAgent) -> int:
        """What one person counts."""
        if self.named:
            return dict(self.named).get(agent.vacancy or agent.agent, 0)
        if (self.agents or self.contracts) and not (
            (agent.vacancy or agent.agent) in self.agents or agent.contract in self.contracts
        ):
            return 0
        able = self.skill is None or self.skill in agent.skills
        counts = able and (not self.grades or agent.grade in self.grades)
        return self.with_skill if counts else self.without_skill


@dataclass(frozen=True)
class PeriodRow:
    """One linear demand on the shifts certain people work in the whole period.

    The level is ``start`` and, for each shift of the period that ``counts``, what ``named``
    gives the person who works it.  Each unit above a level of ``steps`` costs its price
    (minor units), until the next; levels and prices rise.
    """

    name: str
    counts: Callable[[Shift], bool]
    named: tuple[tuple[str, int], ...]
    start: int
    steps: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class PeriodSpread:
    """One demand on how far apart people are in the shifts they work in the whole period.

    Somebody's level is what ``begins`` says, and ``per_shift`` for each shift of the period that
    ``counts``.  Each unit by which the highest level is more than ``tolerance`` above the lowest
    costs the price (minor units); ``None`` makes the demand hard.
    """

    counts: Callable[[Shift], bool]
    begins: tuple[tuple[str, int], ...]
    per_shift: int
    tolerance: int
    price_minor: int | None


class CoverageRule(Rule):
    """A rule about many agents at once: rows for the roster, and an independent check."""

    says_whom: ClassVar[bool] = True

    @abstractmethod
    def rows(self, frame: Frame) -> tuple[CoverageRow, ...]:
        """The rows the roster must keep."""

    def period_rows(self, frame: Frame) -> tuple[PeriodRow, ...]:
        """Rows about the period as a whole."""
        return ()

    def period_spreads(self, frame: Frame) -> tuple[PeriodSpread, ...]:
        """Demands on how far apart people are over the period."""
        return ()

    def tells_apart(self, frame: Frame) -> frozenset[str]:
        """Agents and vacancies the rows name: nobody else stands in for them."""
        rows = self.rows(frame)
        named = [row.named for row in rows] + [row.named for row in self.period_rows(frame)]
        named += [spread.begins for spread in self.period_spreads(frame)]
        alone = frozenset(name for row in rows for name in row.agents)
        return alone | {name for weights in named for name, _ in weights}

    @abstractmethod
    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Every finding about a finished roster, by counting who is there."""


#: Every kind of rule; importing :mod:`planner.rules` fills it.
RULES: Registry[type[Rule]] = Registry("rule")
