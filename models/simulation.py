"""What an event simulation needs to know of channels and agents, and whom a promise was broken to."""

from typing import Literal

from pydantic import Field, model_validator

from models.base import Noun

#: What counts as a contact answered in time, strictest first: served within the threshold, of
#: all offered; the same, of those who did not hang up within the threshold; wait, however it
#: ended, no longer than the threshold.
LevelDefinition = Literal["served_of_offered", "served_excluding_short_abandons", "not_waiting_longer"]


class LiveTerms(Noun):
    """How contacts that are answered at once behave and are counted.

    Parameters
    ----------
    patience_seconds
        Mean of the exponential time a customer waits; ``None`` means nobody hangs up while
        the desk is open.
    within_seconds, definition
        What "answered in time" means.
    slowdown
        Entry ``j`` says how much longer a contact lasts while its agent holds ``j + 1`` of
        them, relative to one held alone; as many entries as an agent may hold, the first is
        1.  One entry is a phone: it takes the whole agent.
    lines
        Most contacts in progress or waiting at once; who finds so many is turned away.
        ``None`` is no limit.
    redial_probability, redial_delay_seconds
        Chance that who hung up or was turned away tries again, each time anew, and the mean of
        the exponential time until then.
    """

    patience_seconds: float | None = Field(default=None, gt=0)
    within_seconds: float = Field(default=20.0, ge=0)
    definition: LevelDefinition = "served_of_offered"
    slowdown: tuple[float, ...] = Field(default=(1.0,), min_length=1, max_length=50)
    lines: int | None = Field(default=None, ge=1)
    redial_probability: float = Field(default=0.0, ge=0, le=0.95)
    redial_delay_seconds: float = Field(default=300.0, ge=0)

    @model_validator(mode="after")
    def _slowdown_from_one(self) -> "LiveTerms":
        if self.slowdown[0] != 1.0 or min(self.slowdown) <= 0:
            raise ValueError(f"slowdown begins with 1 and is positive, found {self.slowdown}")
        return self


class DeferredTerms(Noun):
    """When work that may wait is to be done, and by whom.

    Parameters
    ----------
    deadline_minutes
        Time from arrival to the deadline, on ``clock``.
    clock
        ``calendar`` runs always, ``open`` while the desk is open.
    fills
        ``idle_time``: anyone idle does it; ``surplus``: only while more agents are there than
        live channels are planned with.
    is_interruptible
        Whether an agent puts it aside for a live contact that finds nobody free; it is taken
        up again where it was left, by whoever is free first.
    """

    deadline_minutes: int = Field(gt=0)
    clock: Literal["calendar", "open"] = "calendar"
    fills: Literal["idle_time", "surplus"] = "idle_time"
    is_interruptible: bool = False


class SimulatedChannel(Noun):
    """One way customers come.

    Parameters
    ----------
    name
        Unique; the random numbers of a channel hang on it, so channels of that name see the
        same customers in every simulation of the same seed.
    terms
        Answered at once, or deferred.
    priority
        Waiting contacts of the smallest number are taken first; among equals the one who came
        first.  Deferred work comes after all live channels whatever it is.
    handle_time, handle_cv
        Distribution of handle times, and their coefficient of variation where lognormal.
    cv_day, cv_interval
        Coefficients of variation of a Gamma factor per day and one per interval on the
        expected contacts; 0 leaves a Poisson process.
    """

    name: str = Field(min_length=1)
    terms: LiveTerms | DeferredTerms
    priority: int = 0
    handle_time: Literal["exponential", "lognormal"] = "exponential"
    handle_cv: float = Field(default=1.0, gt=0, le=10)
    cv_day: float = Field(default=0.0, ge=0, le=5)
    cv_interval: float = Field(default=0.0, ge=0, le=5)


class Stretch(Noun):
    """Uninterrupted time at work, in minutes of the period's axis; ``shift`` numbers an agent's shifts.

    ``productivity`` is the share of an experienced agent's work done in the same time: contacts last
    longer by its inverse.
    """

    start_minute: int
    end_minute: int
    shift: int = Field(default=0, ge=0)
    productivity: float = Field(default=1.0, gt=0)

    @model_validator(mode="after")
    def _forward(self) -> "Stretch":
        if self.end_minute <= self.start_minute:
            raise ValueError(f"a stretch ends after it begins, found {self.start_minute}-{self.end_minute}")
        return self


class SimulatedAgent(Noun):
    """Somebody on the roster: the channels they can serve, and when they are there.

    Stretches may come in any order; breaks lie between them.
    """

    name: str
    channels: tuple[str, ...]
    stretches: tuple[Stretch, ...]


class PromiseTarget(Noun):
    """A share of contacts answered in time, or done by the deadline, and over what it is kept.

    With ``day`` or ``period`` a quiet hour may stay below it where a busy one makes up for it.
    """

    channel: str
    share: float = Field(gt=0, lt=1)
    scope: Literal["interval", "day", "period"] = "interval"


class ExtraCover(Noun):
    """What a channel lacks, per interval, before its promise is kept.

    ``agents`` on top of those there, for a live channel; ``work_minutes`` of deferred work,
    by the interval it arrives in, that was late beyond what is allowed.
    """

    channel: str
    agents: tuple[int, ...]
    work_minutes: tuple[int, ...]

    @property
    def is_needed(self) -> bool:
        """Whether anything is lacking."""
        return any(self.agents) or any(self.work_minutes)

    def joined(self, more: "ExtraCover") -> "ExtraCover":
        """Add what the same channel still lacks."""
        return ExtraCover(
            channel=self.channel,
            agents=tuple(own + new for own, new in zip(self.agents, more.agents, strict=True)),
            work_minutes=tuple(
                own + new for own, new in zip(self.work_minutes, more.work_minutes, strict=True)
            ),
        )
