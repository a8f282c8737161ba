"""The grid of intervals a file counts on, and rows that do not fit it."""

import datetime as dt
import math

import pandas as pd

from models.text import Text
from planner.history.clock_changes import is_skipped, occurs_twice
from planner.history.problems import FileProblems

#: Lengths a file's interval may have, in minutes.
LENGTHS = (60, 30, 20, 15, 12, 10, 6, 5, 4, 3, 2, 1)
#: Share of rows that must lie on a grid for the others to be mistakes.
_MOST = 0.98
_WHOLE_DAY = Text(en="a whole day", ru="сутки")


def file_interval(minutes: "pd.Series[int]", problems: FileProblems) -> int:
    """Length of the file's interval: the longest on whose grid nearly all rows begin."""
    common = math.gcd(1440, *(int(minute) for minute in (minutes % 1440).unique()))
    if common > 60:
        hours = _WHOLE_DAY
        if common < 1440:
            hours = Text(en=f"{common // 60} hours", ru=f"{common // 60} ч")
        message = Text(
            en="each row counts {hours}: how contacts spread over the clock cannot be told",
            ru="каждая строка считает {hours}: как обращения идут по часам, узнать нельзя",
        )
        allowed = Text(
            en="one row per 60 minutes or less; or give volume instead of history",
            ru="строка на 60 минут или меньше; или volume вместо history",
        )
        raise problems.error(message.format(hours=hours), allowed)
    return next(length for length in LENGTHS if ((minutes % length) == 0).mean() >= _MOST)


def note_off_grid(frame: pd.DataFrame, interval: int, problems: FileProblems) -> None:
    """Note every row that begins between the intervals."""
    for row in frame[frame["minute"] % interval != 0].itertuples():
        begins = spoken(int(str(row.minute)))
        message = Text(
            en=f"{begins} is not the start of an interval of {interval} minutes",
            ru=f"{begins} не начало интервала длиной {interval} мин",
        )
        problems.about_line(int(str(row.line)), "", message)


def note_duplicates(frame: pd.DataFrame, zone: str | None, problems: FileProblems) -> None:
    """Note every row that counts an interval counted before.

    A clock time that the zone has twice may stand there twice; ``zone`` is ``None`` for
    times in UTC.
    """
    repeated = frame[frame.duplicated("minute", keep=False)]
    for minute, rows in repeated.groupby("minute"):
        moment, lines = int(str(minute)), [int(line) for line in rows["line"]]
        allowed = 2 if zone is not None and occurs_twice(moment, zone) else 1
        for line in lines[allowed:]:
            message = Text(
                en=f"{spoken(moment)} was already counted in line {lines[0]}",
                ru=f"{spoken(moment)} уже сосчитано в строке {lines[0]}",
            )
            problems.about_line(line, "", message)


def rows_missing(frame: pd.DataFrame, interval: int, zone: str | None) -> int:
    """Intervals without a row on dates that have some, clock times that were skipped aside."""
    present = set(frame["minute"].tolist())
    days = (frame["minute"] // 1440).unique()
    expected = (int(day) * 1440 + offset for day in days for offset in range(0, 1440, interval))
    return sum(
        minute not in present and not (zone is not None and is_skipped(minute, zone)) for minute in expected
    )


def spoken(minute: int) -> str:
    """Minutes since 1970 as a date and clock time."""
    moment = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minute)
    return f"{moment:%Y-%m-%d %H:%M}"
