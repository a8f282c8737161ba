"""Whether enough people are there in every interval, where the scenario says they must be."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from models.horizon import Horizon
from models.scenario import Scenario
from models.shift import Shift
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.wording import date_text


@dataclass(frozen=True)
class _Short:
    """An interval with fewer people than required."""

    interval: int
    date: dt.date
    there: int
    required: int

    @property
    def missing(self) -> int:
        """Number of people missing."""
        return self.required - self.there


def coverage_findings(scenario: Scenario, roster: Roster, required: tuple[int, ...]) -> Iterator[Violation]:
    """Compare who is there with who must be, where coverage is hard; priced shortfalls are no findings.

    Parameters
    ----------
    scenario
        Says whether coverage is hard.
    roster
        Shifts worked before the period count for the hours they reach into it.
    required
        Agents required, per interval of the horizon; empty where that is not known.
    """
    if not scenario.prices.hard_coverage or not required:
        return
    horizon = scenario.horizon
    short = [
        _Short(interval, horizon.local(horizon.interval_starts[interval]).date(), there, need)
        for interval, (there, need) in enumerate(zip(_heads(horizon, roster), required, strict=True))
        if there < need
    ]
    # Neighbours of one date share their distance to their place in the list.
    for _, group in groupby(enumerate(short), key=lambda pair: (pair[1].interval - pair[0], pair[1].date)):
        yield _finding(horizon, [interval for _, interval in group])


def _heads(horizon: Horizon, roster: Roster) -> list[int]:
    """People at work and not on a break during the whole of each interval."""
    starts, step = horizon.interval_starts, horizon.interval_minutes
    heads = [0] * len(starts)
    for tour in roster.tours:
        there: set[int] = set()
        for shift in (*tour.agent.history, *tour.worked):
            for begin, end in _at_work(shift):
                there.update(range(bisect_left(starts, begin), bisect_right(starts, end - step)))
        for interval in there:
            heads[interval] += 1
    return heads


def _at_work(shift: Shift) -> tuple[tuple[int, int], ...]:
    """Stretches of a shift without its break, on the horizon's axis."""
    if not shift.break_minutes:
        return ((shift.start_minute, shift.end_minute),)
    return (
        (shift.start_minute, shift.break_start_minute),
        (shift.break_end_minute, shift.end_minute),
    )


def _finding(horizon: Horizon, stretch: list[_Short]) -> Violation:
    worst = max(stretch, key=lambda short: short.missing)
    begin, at = (horizon.local(horizon.interval_starts[short.interval]) for short in (stretch[0], worst))
    end = horizon.local(horizon.interval_starts[stretch[-1].interval] + horizon.interval_minutes)
    until = f"{end:%H:%M}" if end.date() == begin.date() else "24:00"
    when, clock = date_text(begin.date()), f"{begin:%H:%M}–{until}"
    most = len({short.missing for short in stretch}) > 1
    worst_en, worst_ru = (f" (most at {at:%H:%M})", f" (больше всего в {at:%H:%M})") if most else ("", "")
    return Violation(
        rule="coverage",
        agent=None,
        date=begin.date(),
        text=Text(
            en=f"{when.en} {clock}: {worst.missing} missing{worst_en}, "
            f"{worst.there} on duty and {worst.required} required",
            ru=f"{when.ru} {clock}: не хватает {worst.missing}{worst_ru}, "
            f"на смене {worst.there}, нужно {worst.required}",
        ),
    )
