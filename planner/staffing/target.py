"""The promise a live channel makes to its customers."""

from typing import Literal, get_args

from pydantic import Field

from models.base import Noun

#: What "service level" counts, strictest first.  ``served_of_offered``: served within the
#: threshold, of all offered.  ``served_excluding_short_abandons``: the same, of those who did
#: not hang up within the threshold.  ``not_waiting_longer``: those whose wait, however it
#: ended, was no longer than the threshold.
Definition = Literal["served_of_offered", "served_excluding_short_abandons", "not_waiting_longer"]

#: Over what a target is kept, strictest first.
Scope = Literal["interval", "day", "period"]


def definition_code(definition: Definition) -> int:
    """Number of a definition, strictest first from 0."""
    return get_args(Definition).index(definition)


class ServiceTarget(Noun):
    """A share of contacts answered within a threshold.

    Parameters
    ----------
    share
        Share of contacts, above 0 and below 1.
    within_seconds
        Threshold; 0 means without waiting.
    definition
        What is counted; without abandonment all three are the same.
    scope
        Over what the share is kept: every interval, every day or the whole period.  A quiet
        hour may then stay below it where a busy one makes up for it.
    """

    share: float = Field(default=0.8, gt=0, le=0.9999)
    within_seconds: float = Field(default=20, ge=0, le=86_400)
    definition: Definition = "served_of_offered"
    scope: Scope = "interval"


def strictest(targets: tuple[ServiceTarget, ...]) -> ServiceTarget:
    """The target that keeps all of them: highest share, shortest threshold, strictest count and scope."""
    return ServiceTarget(
        share=max(target.share for target in targets),
        within_seconds=min(target.within_seconds for target in targets),
        definition=min((target.definition for target in targets), key=definition_code),
        scope=min((target.scope for target in targets), key=get_args(Scope).index),
    )
