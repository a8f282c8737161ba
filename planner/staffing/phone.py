"""Phone: callers are answered at once, or wait, or hang up."""

from typing import Literal

from models.channel import CHANNELS
from planner.staffing.live_channel import LiveChannel
from planner.staffing.live_system import Handling


@CHANNELS.register
class Phone(LiveChannel):
    """Calls, planned with Erlang C, or Erlang A where patience is given.

    Fields are those of :class:`planner.staffing.live_channel.LiveChannel`.
    """

    kind: Literal["phone"] = "phone"

    @property
    def handling(self) -> Handling:
        """One call at a time."""
        return Handling((1.0,), self.lines, self.redial_probability, self.load_cv, self._accepted)
