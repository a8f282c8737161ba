"""Deferred work of any kind."""

from typing import Literal

from models.channel import CHANNELS
from planner.staffing.deferred_channel import DeferredChannel


@CHANNELS.register
class Deferred(DeferredChannel):
    """Contacts that wait until a deadline of the scenario's choice.

    Fields are those of :class:`planner.staffing.deferred_channel.DeferredChannel`.
    """

    kind: Literal["deferred"] = "deferred"
