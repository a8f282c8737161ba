"""Shifts typed by the clock: ``9:00-18:00`` instead of a code."""

import re

from models.clock import MINUTES_PER_DAY
from models.shift_code import ShiftCode
from planner.workbook.grid_codes import GridCodes

_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?"
_SPAN = re.compile(rf"{_CLOCK}\s*[-–—−]\s*{_CLOCK}")


def shifts_by_clock(text: str, codes: GridCodes) -> tuple[ShiftCode, ...] | None:
    """Shifts that begin and end as typed; ``None`` where no times were typed."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    start, end = (
        int(found[hour]) * 60 + int(found[hour + 1] or 0) if int(found[hour + 1] or 0) < 60 else -1
        for hour in (1, 3)
    )
    return tuple(
        code
        for code in codes.shifts.values()
        if code.start_clock_minute == start % MINUTES_PER_DAY
        and (code.start_clock_minute + code.length_minutes) % MINUTES_PER_DAY == end % MINUTES_PER_DAY
        and 0 <= start <= MINUTES_PER_DAY
        and 0 <= end <= MINUTES_PER_DAY
    )
