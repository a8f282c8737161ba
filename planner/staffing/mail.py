"""Mail: letters, answered within a day unless the scenario says otherwise."""

from typing import Annotated, Literal

from pydantic import Field

from models.channel import CHANNELS
from models.clock import MINUTES_PER_DAY, Minutes
from planner.staffing.deferred_channel import DeferredChannel


@CHANNELS.register
class Mail(DeferredChannel):
    """Letters; the promise runs while the desk is closed, as whoever waits sees it.

    Fields are those of :class:`planner.staffing.deferred_channel.DeferredChannel`.
    """

    kind: Literal["mail"] = "mail"
    deadline_minutes: Annotated[Minutes, Field(gt=0, le=14 * MINUTES_PER_DAY)] = MINUTES_PER_DAY
    clock: Literal["calendar", "open"] = "calendar"
