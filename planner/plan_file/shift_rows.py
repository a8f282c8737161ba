"""The roster rows of a plan file, as shifts on the horizon's axis."""

import datetime as dt
from collections.abc import Iterator

from models.horizon import Horizon
from models.night import is_night_shift
from models.scenario import Scenario
from models.shift import Shift
from models.text import Text
from planner.plan_file.document import RosterRow

#: 24 hours by the clock, and a clock change.
_LONGEST_SHIFT = dt.timedelta(hours=26)


def row_mistakes(horizon: Horizon, row: RosterRow) -> Iterator[tuple[str, Text]]:
    """Find what a shift cannot express: (key, message) of each mistake of a row."""
    first, last = horizon.first_date, horizon.date_of(horizon.days - 1)
    if not first <= row.date <= last:
        yield (
            "date",
            Text(
                en=f"{row.date} is outside the period from {first} to {last}",
                ru=f"{row.date} вне периода с {first} по {last}",
            ),
        )
    elif _local_date(horizon, row) != row.date:
        yield (
            "start",
            Text(
                en=f"the shift starts on another date than {row.date} in {horizon.zone}",
                ru=f"в поясе {horizon.zone} смена начинается не {row.date}",
            ),
        )
    if row.end <= row.start:
        yield "end", Text(en="the shift ends before it starts", ru="смена кончается раньше, чем начинается")
    elif row.end - row.start > _LONGEST_SHIFT:
        yield "end", Text(en="the shift is longer than a day", ru="смена длиннее суток")
    else:
        yield from _break_mistakes(row)
    for key in ("start", "end", "break_start", "break_end"):
        time = getattr(row, key)
        if time is not None and (time.second or time.microsecond):
            yield (
                key,
                Text(
                    en=f"{time.isoformat()} is not a whole minute", ru=f"{time.isoformat()} не целая минута"
                ),
            )


def _break_mistakes(row: RosterRow) -> Iterator[tuple[str, Text]]:
    if row.break_start is None and row.break_end is None:
        return
    if row.break_start is None or row.break_end is None:
        yield (
            "break_end",
            Text(
                en="a break needs both its start and its end", ru="у перерыва должны быть и начало, и конец"
            ),
        )
    elif not row.start <= row.break_start < row.break_end <= row.end:
        yield (
            "break_start",
            Text(en="the break does not lie inside the shift", ru="перерыв не лежит внутри смены"),
        )


def _local_date(horizon: Horizon, row: RosterRow) -> dt.date | None:
    # Far dates are not converted: at the ends of the calendar that would overflow.
    if abs(row.start.date() - row.date) > dt.timedelta(days=2):
        return None
    return horizon.local(horizon.minute_of(row.start)).date()


def shift_of_row(scenario: Scenario, horizon: Horizon, row: RosterRow) -> Shift:
    """Put a row without mistakes on the axis.

    Times are read by their offset, so an hour the clock shows twice is told apart.  Whether
    the break is paid or splits the shift is the pattern's to say, whether it is a night shift the
    scenario's.
    """
    start, end = horizon.minute_of(row.start), horizon.minute_of(row.end)
    pattern = next((pattern for pattern in scenario.shift_patterns if pattern.name == row.shift), None)
    pause = (
        (horizon.minute_of(row.break_start), horizon.minute_of(row.break_end))
        if row.break_start and row.break_end
        else (0, 0)
    )
    is_split = bool(row.break_start and pattern and pattern.is_split)
    return Shift(
        day=horizon.day_of(row.date),
        start_minute=start,
        end_minute=end,
        pattern=row.shift,
        paid_minutes=row.paid_minutes,
        break_start_minute=pause[0],
        break_end_minute=pause[1],
        break_paid=bool(row.break_start and pattern and pattern.pause and pattern.pause.paid),
        is_night=is_night_shift(horizon, scenario.night, start, end, pause if is_split else (0, 0)),
        is_split=is_split,
    )
