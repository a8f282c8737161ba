"""Why something is impossible, and what would make it possible at which price."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text import Text

if TYPE_CHECKING:
    from models.plan import Status


@dataclass(frozen=True)
class ConflictMember:
    """One of the conditions that cannot be kept together.

    Parameters
    ----------
    kind
        Kind of the rule; ``shift_patterns`` (those of the contract), ``offered_shifts``
        (opening hours and weekdays of patterns), ``history`` or ``coverage`` where it is
        no rule of the scenario.
    text
        What it asks.
    dates
        The dates that matter; empty where it looks at every day alike.
    """

    kind: str
    text: Text
    dates: tuple[dt.date, ...] = ()


@dataclass(frozen=True)
class Conflict:
    """Conditions that have no solution together, and have one when any of them is left out.

    ``agent`` is the person they bind; ``None`` where the whole desk falls short.  What a desk falls
    short of is told too, with ``is_minimal`` false: the roster found misses it, while another
    roster might miss something else instead.
    """

    agent: str | None
    members: tuple[ConflictMember, ...]
    is_minimal: bool = True


@dataclass(frozen=True)
class Relaxation:
    """One way out, and what the plan then costs (minor units, shortfalls and wishes included).

    Parameters
    ----------
    agents
        Whom it concerns; empty for everyone.
    text
        What is done otherwise.
    status
        What the plan then is; ``None`` where there was no time to find out.
    cost_minor
        Proven bound and found cost of the plan then.
    extra_minor
        Range of what it costs beyond the plan without these people; ``None`` where there
        is no such plan to compare with.
    against_law
        Articles of law it would break; empty where it is lawful as far as the packs go.
    """

    agents: tuple[str, ...]
    text: Text
    status: "Status | None" = None
    cost_minor: tuple[int, int] | None = None
    extra_minor: tuple[int, int] | None = None
    against_law: tuple[Text, ...] = ()
