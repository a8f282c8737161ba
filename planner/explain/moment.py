"""The interval a local time lies in."""

import datetime as dt

from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.text import Text

_ALLOWED = Text(
    en="a local date and time, such as 2026-01-12T10:00",
    ru="местные дата и время, например 2026-01-12T10:00",
)


def interval_of_moment(horizon: Horizon, moment: str) -> int:
    """Find the interval of a local time as the user wrote it; one that occurs twice is the first.

    Raises
    ------
    BadInputError
        The moment is no time, or lies outside the period.
    """
    try:
        time = dt.datetime.fromisoformat(moment)
    except ValueError as error:
        raise _bad(Text(en=f'"{moment}" is no time', ru=f'"{moment}" не время'), _ALLOWED) from error
    if "T" not in moment and ":" not in moment:
        raise _bad(
            Text(en=f'"{moment}" is a date without a time', ru=f'"{moment}" дата без времени'), _ALLOWED
        )
    if time.tzinfo is None:
        minute = horizon.minute_at(horizon.day_of(time.date()), time.hour * 60 + time.minute)
    else:
        minute = horizon.minute_of(time)
    interval = minute // horizon.interval_minutes
    if not 0 <= interval < horizon.intervals:
        first, last = horizon.local(0), horizon.local(horizon.end_minute)
        raise _bad(
            Text(en=f"{moment} is outside the period of the plan", ru=f"{moment} вне периода плана"),
            Text(
                en=f"{first:%Y-%m-%dT%H:%M} to before {last:%Y-%m-%dT%H:%M}",
                ru=f"с {first:%Y-%m-%dT%H:%M} до {last:%Y-%m-%dT%H:%M}",
            ),
        )
    return interval


def _bad(message: Text, allowed: Text) -> BadInputError:
    return BadInputError([InputProblem("--interval", message, allowed)])
