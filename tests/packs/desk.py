"""A desk of one agent under a law pack, and tours written by hand to hold against its lines."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from models.horizon import Horizon
from models.night import is_night_shift
from models.past_shifts import past_shifts
from models.rule import TourRule
from models.scenario import Scenario
from models.shift import Shift
from models.tour import RosterAgent, Tour
from planner.calendar.work_calendar import work_calendar
from planner.packs.asked import law_rules
from planner.packs.terms import with_law_terms
from planner.rules.checked_in_force import check_in_force
from planner.rules.scenario_frame import scenario_frame
from planner.scenario.law import norm_of_calendar
from planner.scenario.schema import scenario_model

#: A Monday without public holidays in its month's first weeks, in every country here.
MONDAY = dt.date(2026, 3, 16)
#: ``day hh:mm-hh:mm``, perhaps with an unpaid break ``/minutes@hh:mm``.
_SHIFT = re.compile(r"(\d+) (\d\d):(\d\d)-(\d\d):(\d\d)(?:/(\d+)@(\d\d):(\d\d))?")


def desk(
    pack: Any, *, days: int = 14, first_date: dt.date = MONDAY, zone: str = "Europe/Moscow", **more: Any
) -> Scenario:
    """A scenario of one agent ``a`` under a pack; ``more`` adds to or replaces its sections."""
    agent = {"id": "a", "contract": "standard", **more.pop("agent", {})}
    contract = {"name": "standard", "hourly_rate": 100, **more.pop("contract", {})}
    return scenario_model().model_validate(
        {
            "name": "hand",
            "desk": {"name": "Hand", "zone": zone, "currency": "EUR", "interval_minutes": 30},
            "period": {"first_date": first_date, "days": days},
            "opening": "24/7",
            "channels": [
                {
                    "kind": "phone",
                    "name": "phone",
                    "aht_seconds": 60,
                    "volume": {"contacts_per_day": {"mon": 1}},
                }
            ],
            "shift_patterns": [{"name": "day", "starts": ["09:00"], "length_minutes": "8h"}],
            "contracts": [contract],
            "agents": [agent],
            "law_packs": [pack],
            **more,
        }
    )


def shift(horizon: Horizon, scenario: Scenario, written: str) -> Shift:
    """Read ``"0 08:00-20:00/60@12:00"``; an end not after the start is the next day's."""
    match = _SHIFT.fullmatch(written)
    assert match is not None, written
    day, start, end = int(match[1]), 60 * int(match[2]) + int(match[3]), 60 * int(match[4]) + int(match[5])
    begin, finish = horizon.minute_at(day, start), horizon.minute_at(day, end if end > start else end + 1440)
    pause, pause_at = 0, begin
    if match[6]:
        pause = int(match[6])
        clock = 60 * int(match[7]) + int(match[8])
        pause_at = horizon.minute_at(day, clock if clock >= start else clock + 1440)
    return Shift(
        day,
        begin,
        finish,
        "hand",
        finish - begin - pause,
        break_start_minute=pause_at,
        break_end_minute=pause_at + pause,
        is_night=is_night_shift(horizon, scenario.night, begin, finish),
    )


def broken(scenario: Scenario, line: str, written: Iterable[str]) -> int:
    """How often a tour of agent ``a``, written by hand, breaks the rules of a line."""
    lawful = with_law_terms(scenario)
    horizon = lawful.horizon
    shifts: list[Shift | None] = [None] * horizon.days
    for one in written:
        made = shift(horizon, lawful, one)
        shifts[made.day] = made
    history = past_shifts(horizon, lawful.night, lawful.agents[0].worked_before)
    tour = Tour(RosterAgent("a", "a", lawful.agents[0].contract, history=history), tuple(shifts))
    dates = [horizon.date_of(day) for day in range(horizon.days)]
    calendar = work_calendar(lawful.holidays, range(dates[0].year, dates[-1].year + 1))
    frame = scenario_frame(lawful, (), calendar.holidays_among(dates))
    rules = [
        law.rule
        for law in law_rules(lawful, norm_of_calendar(lawful.holidays))
        if law.line.id == line and law.rule.binds("a", lawful.agents[0].contract)
    ]
    assert all(isinstance(rule, TourRule) for rule in rules)
    return sum(len(check_in_force(rule, frame, tour)) for rule in rules if isinstance(rule, TourRule))


@dataclass(frozen=True)
class Case:
    """Two tours, one on either side of a limit.

    ``facts`` are of the agent, ``contract`` of the contract, ``options`` of the pack; ``kept``
    is just right and ``wrong`` just wrong.
    """

    line: str
    kept: tuple[str, ...]
    wrong: tuple[str, ...]
    facts: dict[str, Any] = field(default_factory=dict)
    contract: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    days: int = 14
    first_date: dt.date = MONDAY
    zone: str = "Europe/Moscow"

    def findings(self, pack: str, written: tuple[str, ...]) -> int:
        """How often a tour breaks the line."""
        scenario = desk(
            {"kind": pack, **self.options},
            days=self.days,
            first_date=self.first_date,
            zone=self.zone,
            agent=self.facts,
            contract=self.contract,
        )
        return broken(scenario, self.line, written)


def every_day(hours: str, days: Iterable[int]) -> tuple[str, ...]:
    """The same shift on several days."""
    return tuple(f"{day} {hours}" for day in days)
