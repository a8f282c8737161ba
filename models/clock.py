"""Clock times, durations and weekdays as people write them, kept as integer minutes."""

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from models.base import Noun
from models.errors import BadValueError
from models.text import Text

MINUTES_PER_DAY = 24 * 60
#: Nothing that is added up runs over more than a leap year.
MINUTES_PER_YEAR = 366 * MINUTES_PER_DAY

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_DURATION = re.compile(r"(?:(\d{1,4})\s*h)?\s*(?:(\d{1,4})\s*m?)?")


def parse_clock(value: Any) -> Any:
    """Read ``"22:00"`` or a TOML time as minutes after midnight; ``"24:00"`` is 1440."""
    if isinstance(value, dt.time):
        if value.second or value.microsecond:
            raise BadValueError(
                Text(
                    en=f"clock times are whole minutes, found {value}",
                    ru=f"время пишут до целых минут, здесь {value}",
                )
            )
        return value.hour * 60 + value.minute
    if isinstance(value, str):
        match = _CLOCK.fullmatch(value.strip())
        minutes = int(match[1]) * 60 + int(match[2]) if match else -1
        if match is None or int(match[2]) > 59 or minutes > MINUTES_PER_DAY:
            raise BadValueError(
                Text(
                    en=f'"{value}" is not a clock time; write it as "09:30" or "24:00"',
                    ru=f'"{value}" не время; пишите "09:30" или "24:00"',
                )
            )
        return minutes
    return value


def format_clock(minute: int) -> str:
    """Write minutes after midnight as ``HH:MM`` (1440 is ``24:00``)."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def parse_duration(value: Any) -> Any:
    """Read ``"12h"``, ``"7h30m"`` or ``"45m"`` as minutes; whole numbers are minutes already."""
    if isinstance(value, str):
        match = _DURATION.fullmatch(value.strip().lower())
        if match is None or not value.strip() or (match[1] is None and not value.strip().endswith("m")):
            raise BadValueError(
                Text(
                    en=f'"{value}" is not a duration; write "12h", "7h30m" or "45m"',
                    ru=f'"{value}" не длительность; пишите "12h", "7h30m" или "45m"',
                )
            )
        return int(match[1] or 0) * 60 + int(match[2] or 0)
    return value


#: Minutes after local midnight, 0..1440.
ClockMinute = Annotated[
    int,
    BeforeValidator(parse_clock),
    Field(ge=0, le=MINUTES_PER_DAY),
    PlainSerializer(format_clock, return_type=str),
]
#: A length of time in whole minutes; files may say ``"12h"``.
Minutes = Annotated[int, BeforeValidator(parse_duration), Field(ge=0)]


class ClockSpan(Noun):
    """A span of the clock, ``"09:00-18:00"``; it crosses midnight when the end is not after the start."""

    start: ClockMinute
    end: ClockMinute

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            start, dash, end = value.replace("–", "-").partition("-")
            if not dash:
                raise BadValueError(
                    Text(
                        en=f'"{value}" is not a span of hours; write "09:00-18:00"',
                        ru=f'"{value}" не промежуток времени; пишите "09:00-18:00"',
                    )
                )
            return {"start": start.strip(), "end": end.strip()}
        return value

    @property
    def end_unwrapped(self) -> int:
        """End in minutes after the midnight the span began on; above 1440 when it crosses midnight."""
        return self.end if self.end > self.start else self.end + MINUTES_PER_DAY

    def __str__(self) -> str:
        return f"{format_clock(self.start)}-{format_clock(self.end)}"
