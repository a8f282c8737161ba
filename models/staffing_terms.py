"""Settings that turn a load into people on the roster."""

from typing import Literal

from pydantic import Field

from models.base import Noun


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
        Agents on duty in every open interval, whatever the load.
    occupancy_cap
        Highest share of time an agent should spend on contacts.
    """

    shrinkage: Shrinkage = Shrinkage()
    min_agents: int = Field(default=0, ge=0, le=10_000)
    occupancy_cap: float = Field(default=0.9, gt=0, le=1)
