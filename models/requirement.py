"""How many agents each interval needs, and which work may wait."""

from dataclasses import dataclass
from functools import cached_property

from models.service_goal import ServiceGoal


@dataclass(frozen=True)
class LiveNeed:
    """Agents needed on duty, per interval, for the channels of one pool answered at once.

    Parameters
    ----------
    pool
        Name of the pool: channels answered by the same people from one queue.
    skill
        Skill an agent must have; ``None`` means anyone.
    agents
        Rostered agents needed (shrinkage included), 0 while closed.
    load_erlangs
        Offered load, contacts times handle time of one handled alone, as the interval is staffed
        on it; 0 while closed.
    busy_agents
        Agents with at least one contact, on average, where one may hold several; left empty where
        each contact takes an agent of its own, so that it is the load.
    goals
        Targets kept over a day or the period, where the roster may choose how to keep them;
        ``agents`` keeps them too, spread out before anybody knows which shifts there are.  Once
        the roster is to choose, ``agents`` are the least of the goals.
    """

    pool: str
    skill: str | None
    agents: tuple[int, ...]
    load_erlangs: tuple[float, ...]
    busy_agents: tuple[float, ...] = ()
    goals: tuple[ServiceGoal, ...] = ()

    @cached_property
    def useful_agents(self) -> tuple[int, ...]:
        """Agents beyond whom another serves nobody sooner, per interval: ``agents``, more under a goal."""
        useful = list(self.agents)
        for goal in self.goals:
            for interval, one in zip(goal.intervals, goal.gains, strict=True):
                useful[interval] = max(useful[interval], one.agents + len(one.gains))
        return tuple(useful)

    @property
    def agents_taken(self) -> tuple[float, ...]:
        """Agents this work keeps from other work, on average."""
        return self.busy_agents or self.load_erlangs


@dataclass(frozen=True)
class BacklogNeed:
    """Work that may wait: cumulative agent-minutes available and due, per interval's end.

    Any work plan ``w`` with ``due_minutes[i] <= w[0] + … + w[i] <= available_minutes[i]``
    keeps the deadline when the earliest deadline is served first.

    Parameters
    ----------
    channel
        Name of the channel.
    skill
        Skill an agent must have; ``None`` means anyone.
    available_minutes, due_minutes
        Cumulative agent-minutes that have arrived (usable by the end of the interval) and
        that must be done by the end of the interval; both non-decreasing, due <= available.
    minutes_per_agent
        Agent-minutes of such work one rostered agent can do in each interval when nothing
        live is waiting (occupancy cap and shrinkage taken off); 0 while closed.
    taken_minutes
        For each live pool, ``(pool, agent-minutes)``: what its work takes in each interval
        from whoever serves it, before they turn to this.
    """

    channel: str
    skill: str | None
    available_minutes: tuple[int, ...]
    due_minutes: tuple[int, ...]
    minutes_per_agent: tuple[int, ...]
    taken_minutes: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Requirement:
    """Everything the demand asks of the roster; one entry per interval throughout."""

    open_intervals: tuple[bool, ...]
    live: tuple[LiveNeed, ...]
    backlog: tuple[BacklogNeed, ...]


@dataclass(frozen=True)
class ChannelPromise:
    """What customers of one channel can expect from the roster.

    ``service_level`` is the contact-weighted share served in time while open; for
    deferred work the share done by its deadline.  ``closed_share`` is the share of
    contacts that arrive while the desk is closed.  ``service_level_by_interval`` is
    ``None`` where nothing arrives or the desk is closed.
    """

    channel: str
    contacts: float
    service_level: float
    closed_share: float
    service_level_by_interval: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class LostTries:
    """What becomes of the tries to reach a pool over the period, as shares of all of them.

    Parameters
    ----------
    turned_away
        Found all lines taken.
    gave_up
        Hung up.
    repeated
        Had been turned away or hung up before.
    turned_away_by_interval
        As ``turned_away``; ``None`` while closed and where nothing arrives.
    """

    turned_away: float
    gave_up: float
    repeated: float
    turned_away_by_interval: tuple[float | None, ...]
