"""Every shift that could be worked: patterns laid on the days of the period."""

from collections.abc import Iterator

from models.clock import WEEKDAYS
from models.horizon import Horizon
from models.night import is_night_shift
from models.scenario import Scenario
from models.shift import Shift
from models.shift_pattern import ShiftPattern


def candidate_shifts(scenario: Scenario, open_intervals: tuple[bool, ...]) -> tuple[Shift, ...]:
    """Lay every pattern on every day, with each allowed start and break.

    A shift that works no open interval serves nobody and is left out, unless someone's
    fixed shift asks for its pattern on that date.
    """
    horizon = scenario.horizon
    fixed = {(f.date, f.pattern) for agent in scenario.agents for f in agent.fixed_shifts}
    kept = []
    for day in range(horizon.days):
        for shift in shifts_of_day(scenario, horizon, day):
            wanted = (horizon.date_of(day), shift.pattern) in fixed
            if wanted or any(open_intervals[i] for i in worked_intervals(horizon, shift)):
                kept.append(shift)
    return tuple(sorted(kept))


def shifts_of_day(scenario: Scenario, horizon: Horizon, day: int) -> Iterator[Shift]:
    """Shifts of all patterns that may start on a day."""
    weekday = WEEKDAYS[horizon.weekday(day)]
    for pattern in scenario.shift_patterns:
        if weekday in pattern.weekdays:
            for start_clock in pattern.start_minutes:
                yield from shifts_at(scenario, horizon, day, pattern, start_clock)


def shifts_at(
    scenario: Scenario, horizon: Horizon, day: int, pattern: ShiftPattern, start_clock: int
) -> Iterator[Shift]:
    """Shifts of a pattern that start at a clock time of a day, one for each place of the break.

    None where a night an hour shorter leaves less than the break, or a split shift one spell.
    """
    start = horizon.minute_at(day, start_clock)
    end = horizon.minute_at(day, start_clock + pattern.length_minutes)
    pause = pattern.pause
    if pause is None:
        is_night = is_night_shift(horizon, scenario.night, start, end)
        yield Shift(day, start, end, pattern.name, end - start, is_night=is_night)
        return
    unpaid = 0 if pause.paid else pause.minutes
    # on a night an hour shorter, breaks late in the shift move forward so as to end with it
    latest = end - start - pause.minutes
    if latest < 0:
        return
    for offset in dict.fromkeys(min(offset, latest) for offset in pattern.break_offsets):
        if pause.split and offset == latest:
            continue
        off = (start + offset, start + offset + pause.minutes)
        is_night = is_night_shift(horizon, scenario.night, start, end, off if pause.split else (0, 0))
        yield Shift(
            day, start, end, pattern.name, end - start - unpaid, *off, pause.paid, is_night, pause.split
        )


def worked_intervals(horizon: Horizon, shift: Shift) -> list[int]:
    """Intervals of the period during the whole of which the shift's agent is available."""
    step = horizon.interval_minutes
    return [i for i in spanned_intervals(horizon, shift) if shift.works_throughout(i * step, (i + 1) * step)]


def spanned_intervals(horizon: Horizon, shift: Shift) -> list[int]:
    """Intervals of the period that lie within the shift, its break included; a split shift is away in its pause."""
    step = horizon.interval_minutes
    return [
        interval
        for begin, end in shift.spells
        for interval in range(max(0, -(-begin // step)), min(horizon.intervals, end // step))
    ]
