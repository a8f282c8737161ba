"""Clock times that a zone skips or has twice."""

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)


@cache
def _shift(minute: int, zone: str) -> dt.timedelta:
    """How far the two readings of a clock time lie apart: positive where it occurs twice."""
    clock = (_EPOCH + dt.timedelta(minutes=minute)).replace(tzinfo=ZoneInfo(zone))
    first, second = clock.replace(fold=0).utcoffset(), clock.replace(fold=1).utcoffset()
    return (first or dt.timedelta()) - (second or dt.timedelta())


def occurs_twice(minute: int, zone: str) -> bool:
    """Whether a clock time, in minutes since 1970, occurs twice because clocks went back."""
    return _shift(minute, zone) > dt.timedelta()


def is_skipped(minute: int, zone: str) -> bool:
    """Whether a clock time, in minutes since 1970, is skipped because clocks went forward."""
    return _shift(minute, zone) < dt.timedelta()
