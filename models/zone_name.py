"""Names of time zones that mean the same on every machine."""

from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator

from models.errors import BadValueError
from models.text import Text

#: What the machine happens to be set to, or what stands for "not set".
_OF_THE_MACHINE = frozenset({"localtime", "Factory"})


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones()) - _OF_THE_MACHINE


def _known_zone(zone: str) -> str:
    if zone not in _known():
        raise BadValueError(
            Text(
                en=f'"{zone}" is not an IANA zone such as Europe/Moscow',
                ru=f'"{zone}" не часовой пояс по IANA, например Europe/Moscow',
            )
        )
    return zone


#: Name of an IANA zone, ``UTC`` included.
ZoneName = Annotated[str, AfterValidator(_known_zone)]
