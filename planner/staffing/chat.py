"""Chat and messengers (Telegram, Viber, a chat window on the site): several at once per agent."""

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from models.channel import CHANNELS
from models.errors import BadValueError
from models.text import Text
from planner.staffing.live_channel import LiveChannel
from planner.staffing.live_system import Handling

#: Rounding of measured durations is no reason to refuse them.
_SLACK = 1e-6


def _slowdown(factors: tuple[float, ...]) -> tuple[float, ...]:
    if factors[0] != 1:
        raise BadValueError(
            Text(
                en=f"the first is 1, a chat handled alone; found {factors[0]:g}",
                ru=f"первый множитель 1, это один чат; здесь {factors[0]:g}",
            )
        )
    for number, (before, factor) in enumerate(pairwise(factors), start=2):
        if factor < before:
            raise BadValueError(
                Text(
                    en=f"chats do not get shorter with more at once; found {before:g}, then {factor:g}",
                    ru=f"чем больше чатов сразу, тем дольше каждый; здесь {before:g}, а потом {factor:g}",
                )
            )
        if number / factor < (number - 1) / before * (1 - _SLACK):
            raise BadValueError(
                Text(
                    en=f"with {number} at once ({factor:g}) an agent would complete fewer chats an hour than with "
                    f"{number - 1} ({before:g}): allow {number - 1} at once, or at most "
                    f"{before * number / (number - 1):.4g}",
                    ru=f"когда чатов сразу {number} ({factor:g}), сотрудник закончит за час меньше, чем когда их {number - 1} ({before:g}): ограничьтесь {number - 1} или укажите не больше {before * number / (number - 1):.4g}",
                )
            )
    return factors


Slowdown = Annotated[
    tuple[Annotated[float, Field(ge=1, le=100)], ...],
    Field(min_length=1, max_length=20),
    AfterValidator(_slowdown),
]


@CHANNELS.register
class Chat(LiveChannel):
    """Chats, of which an agent holds several at once, and is slower with each.

    Fields are those of :class:`planner.staffing.live_channel.LiveChannel`, and

    Parameters
    ----------
    slowdown
        How much longer a chat lasts when its agent has 1, 2, … at once; the first is 1, and
        there are as many as an agent may hold.  ``aht_seconds`` is how long it lasts alone.
    """

    kind: Literal["chat"] = "chat"
    slowdown: Slowdown

    @property
    def contacts_at_once(self) -> int:
        """As many as there are factors."""
        return len(self.slowdown)

    @property
    def handling(self) -> Handling:
        """Several chats at a time."""
        return Handling(self.slowdown, self.lines, self.redial_probability, self.load_cv, self._accepted)
