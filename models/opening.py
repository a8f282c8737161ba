"""When the desk is open."""

import datetime as dt
import re
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from models.base import Noun
from models.clock import WEEKDAYS, ClockSpan, Weekday
from models.errors import BadValueError
from models.text import Text

WeeklyHours = dict[Weekday, tuple[ClockSpan, ...]]
_ALL_DAY = {"start": "00:00", "end": "24:00"}


class OpeningException(Noun):
    """Hours of one date; no spans means closed."""

    date: dt.date
    spans: tuple[ClockSpan, ...] = ()


class Opening(Noun):
    """Weekly opening hours, holidays and exceptions.

    ``hours`` may be written as ``"24/7"``, as ``"mon-fri 09:00-18:00; sat 10:00-14:00"``,
    or as a table of spans per weekday.

    Parameters
    ----------
    hours
        Spans per weekday; a weekday left out is closed.
    on_holidays
        ``as_usual``: public holidays are like any day; ``closed``; ``as_sunday``.
    exceptions
        Single dates with hours of their own; they win over holidays.
    """

    hours: WeeklyHours = Field(min_length=1)
    on_holidays: Literal["as_usual", "closed", "as_sunday"] = "as_usual"
    exceptions: tuple[OpeningException, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _hours_alone(cls, value: Any) -> Any:
        return {"hours": value} if isinstance(value, str) else value

    @field_validator("hours", mode="before")
    @classmethod
    def _spell_out(cls, value: Any) -> Any:
        return weekly_hours_from_text(value) if isinstance(value, str) else value

    @property
    def always(self) -> bool:
        """Whether the weekly pattern is 24/7."""
        return all(
            any(span.start == 0 and span.end_unwrapped == 1440 for span in self.hours.get(day, ()))
            for day in WEEKDAYS
        )


def weekly_hours_from_text(text: str) -> dict[str, list[dict[str, str]]]:
    """Read ``"24/7"`` or ``"mon-fri 09:00-18:00; sat 10:00-14:00"``."""
    if text.strip() == "24/7":
        return {day: [_ALL_DAY] for day in WEEKDAYS}
    hours: dict[str, list[dict[str, str]]] = {}
    for part in filter(None, (part.strip().lower() for part in text.split(";"))):
        match = re.fullmatch(r"([a-z]{3})(?:\s*[-–]\s*([a-z]{3}))?\s+(\S+)\s*[-–]\s*(\S+)", part)
        if match is None or match[1] not in WEEKDAYS or (match[2] or "mon") not in WEEKDAYS:
            raise BadValueError(
                Text(
                    en=f'"{part}" is not a line of opening hours; write "24/7" or "mon-fri 09:00-18:00; sat 10:00-14:00"',
                    ru=f'"{part}" не строка часов работы; пишите "24/7" или "mon-fri 09:00-18:00; sat 10:00-14:00"',
                )
            )
        first = WEEKDAYS.index(match[1])
        last = WEEKDAYS.index(match[2] or match[1])
        for offset in range((last - first) % 7 + 1):
            hours.setdefault(WEEKDAYS[(first + offset) % 7], []).append({"start": match[3], "end": match[4]})
    return hours
