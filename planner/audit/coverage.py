"""Whether enough people are there in every interval, where the scenario says they must be."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from models.horizon import Horizon
from models.productivity import team_productivity
from models.scenario import Scenario
from models.shift import Shift
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.wording import date_text


@dataclass(frozen=True)
class _Short:
    """An interval with fewer people, or agents' work, than required."""

    interval: int
    date: dt.date
    there: Decimal
    required: int

    @property
    def missing(self) -> Decimal:
        """Number of people missing."""
        return self.required - self.there


def coverage_findings(
    scenario: Scenario, roster: Roster, required: tuple[int, ...], work_required: tuple[int, ...] = ()
) -> Iterator[Violation]:
    """Compare who is there with who must be, where coverage is hard; priced shortfalls are no findings.

    Parameters
    ----------
    scenario
        Says whether coverage is hard.
    roster
        Shifts worked before the period count for the hours they reach into it.
    required
        Agents required, per interval of the horizon; empty where that is not known.
    work_required
        The same without the desk's minimum, which asks for people whatever they do.  Where not
        everybody counts as one agent, this is held against what those on duty do.
    """
    if not scenario.prices.hard_coverage or not required:
        return
    horizon = scenario.horizon
    asked, there = required, _working(scenario, roster, by_heads=True)
    if work_required and not team_productivity(scenario).is_uniform:
        asked, there = work_required, _working(scenario, roster, by_heads=False)
    short = [
        _Short(interval, horizon.local(horizon.interval_starts[interval]).date(), here, need)
        for interval, (here, need) in enumerate(zip(there, asked, strict=True))
        if here < need
    ]
    # Neighbours of one date share their distance to their place in the list.
    for _, group in groupby(enumerate(short), key=lambda pair: (pair[1].interval - pair[0], pair[1].date)):
        yield _finding(horizon, [interval for _, interval in group])


def _working(scenario: Scenario, roster: Roster, *, by_heads: bool) -> list[Decimal]:
    """People at work and not on a break during the whole of each interval, or the agents they count as."""
    horizon, team = scenario.horizon, team_productivity(scenario)
    starts, step = horizon.interval_starts, horizon.interval_minutes
    total = [Decimal(0)] * len(starts)
    for tour in roster.tours:
        there: dict[int, Decimal] = {}
        for shift in (*tour.agent.history, *tour.worked):
            # parts of an agent divide a hundred
            each = Decimal(team.parts(tour.agent, shift.day)) / team.parts_per_agent
            for begin, end in _at_work(shift):
                places = range(bisect_left(starts, begin), bisect_right(starts, end - step))
                there.update(dict.fromkeys(places, Decimal(1) if by_heads else each))
        for interval, amount in there.items():
            total[interval] += amount
    return total


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
            en=f"{when.en} {clock}: {_plain(worst.missing)} missing{worst_en}, "
            f"{_plain(worst.there)} on duty and {worst.required} required",
            ru=f"{when.ru} {clock}: не хватает {_plain(worst.missing, ',')}{worst_ru}, "
            f"на смене {_plain(worst.there, ',')}, нужно {worst.required}",
        ),
    )


def _plain(number: Decimal, point: str = ".") -> str:
    """Write a number without zeros behind the decimal point."""
    text = f"{number.normalize():f}"
    return text.replace(".", point)
