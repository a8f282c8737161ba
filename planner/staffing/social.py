"""Posts in social networks: answered within an hour unless the scenario says otherwise."""

from typing import Annotated, Literal

from pydantic import Field

from models.channel import CHANNELS
from models.clock import MINUTES_PER_DAY, Minutes
from planner.staffing.deferred_channel import DeferredChannel


@CHANNELS.register
class Social(DeferredChannel):
    """Posts everyone can read; the promise runs while the desk is closed.

    Fields are those of :class:`planner.staffing.deferred_channel.DeferredChannel`.
    """

    kind: Literal["social"] = "social"
    deadline_minutes: Annotated[Minutes, Field(gt=0, le=14 * MINUTES_PER_DAY)] = 60
    clock: Literal["calendar", "open"] = "calendar"
