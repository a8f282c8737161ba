"""Tickets: requests in a tracker, answered within eight working hours unless said otherwise."""

from typing import Annotated, Literal

from pydantic import Field

from models.channel import CHANNELS
from models.clock import MINUTES_PER_DAY, Minutes
from planner.staffing.deferred_channel import DeferredChannel


@CHANNELS.register
class Tickets(DeferredChannel):
    """Requests; the promise stands still while the desk is closed, as trackers count it.

    Fields are those of :class:`planner.staffing.deferred_channel.DeferredChannel`.
    """

    kind: Literal["tickets"] = "tickets"
    deadline_minutes: Annotated[Minutes, Field(gt=0, le=14 * MINUTES_PER_DAY)] = 8 * 60
    clock: Literal["calendar", "open"] = "open"
