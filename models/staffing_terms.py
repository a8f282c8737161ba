"""Settings that turn a load into people on the roster."""

from typing import Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.errors import BadValueError
from models.plain_name import PlainName
from models.ramp_up import Productivity
from models.text import Text


class Shrinkage(Noun):
    """Time people on the roster are not available, breaks aside (those are modelled).

    Parameters
    ----------
    absence_share
        Share of rostered time lost to sickness, meetings, training.
    method
        ``divide``: agents / (1 - share), rounded up; ``binomial``: enough people that the
        number present suffices with probability ``confidence``.
    confidence
        Used by ``binomial``.
    """

    absence_share: float = Field(default=0.0, ge=0, lt=0.9)
    method: Literal["divide", "binomial"] = "divide"
    confidence: float = Field(default=0.95, gt=0, lt=1)


class StaffingTerms(Noun):
    """How requirements are made.

    Parameters
    ----------
    shrinkage
        See :class:`Shrinkage`.
    min_agents
        Agents on shift in every open interval, whatever the load.
    break_cover
        Of ``min_agents``, those who must be at work while others have their break; all of
        them where left out.  With 0, one person alone at night may take a break.
    occupancy_cap
        Highest share of time an agent should spend on contacts.
    load_model
        ``sipp``: each interval by itself (stationary independent period by period); ``mol``:
        contacts in progress carry over from one interval to the next (modified offered load).
    busy_days
        ``forecast``: channels without a ``load_cv`` are staffed for days and intervals that
        stray as far as their forecast's backtest did; ``none``: for the expected load.
    grade_productivity
        By grade, the share of an experienced agent's work that people of it do, where nothing is
        said of them themselves.
    """

    shrinkage: Shrinkage = Shrinkage()
    min_agents: int = Field(default=0, ge=0, le=10_000)
    break_cover: int | None = Field(default=None, ge=0, le=10_000)
    occupancy_cap: float = Field(default=0.9, gt=0, le=1)
    load_model: Literal["sipp", "mol"] = "sipp"
    busy_days: Literal["none", "forecast"] = "none"
    grade_productivity: dict[PlainName, Productivity] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _cover_is_part_of_the_minimum(self) -> "StaffingTerms":
        if self.break_cover is not None and self.break_cover > self.min_agents:
            raise BadValueError(
                Text(
                    en=f"break_cover ({self.break_cover}) is part of min_agents ({self.min_agents}), so not above it",
                    ru=f"break_cover ({self.break_cover}) входит в min_agents ({self.min_agents}) и не может быть больше",
                )
            )
        return self

    @property
    def min_at_work(self) -> int:
        """Agents who are neither off shift nor on a break, in every open interval."""
        return self.min_agents if self.break_cover is None else self.break_cover
