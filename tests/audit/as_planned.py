"""The facts of a random desk as a scenario, and people of the oracle as a roster."""

import datetime as dt
from typing import Any

from models.scenario import Scenario
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from planner.scenario.law import under_law
from planner.scenario.schema import scenario_model
from tests.audit.oracle.facts import Period, Person, Rule, Work
from tests.audit.oracle.plain import Pattern
from tests.audit.random_desks import CONTRACTS, PATTERNS, Facts, RandomDesk


def scenario_of(given: RandomDesk) -> Scenario:
    """The scenario a file would describe, with its law laid over it."""
    period = given.desk.period
    named = [one for one in given.people if one.vacancy is None]
    written: dict[str, Any] = {
        "name": "random",
        "desk": {"name": "Desk", "zone": period.zone, "currency": "RUB", "interval_minutes": period.interval},
        "period": {"first_date": period.first, "days": period.days},
        "opening": "24/7",
        "channels": [
            {"kind": "phone", "name": "phone", "aht_seconds": 60, "volume": {"contacts_per_day": {"mon": 1}}}
        ],
        "shift_patterns": [_pattern(one) for one in PATTERNS],
        "contracts": [
            {
                "name": name,
                "hourly_rate": 100,
                "shift_patterns": list(allowed),
                "weekly_minutes": week,
                "overtime_allowed": over,
            }
            for name, (allowed, week, over) in CONTRACTS.items()
        ],
        "agents": [_agent(period, one, given.facts[one.name]) for one in named],
        "vacancies": [{"name": "hire", "contract": "full", "max_hires": 2}],
        "rules": [_rule(rule) for rule in given.written_rules],
        "prices": {"hard_coverage": given.hard_coverage},
        "law_packs": _packs(given.law),
        "fairness_ledger": {
            "entries": [
                {"agent": name, "burden": burden, "balance": balance}
                for name, facts in given.facts.items()
                for burden, balance in facts.balances.items()
            ]
        },
    }
    if given.published:
        written["published"] = given.published | {"tours": [_clocks(one) for one in given.published["tours"]]}
    return under_law(scenario_model().model_validate(written))[0]


def _packs(law: str | None) -> list[dict[str, Any]]:
    """The packs of a law: ``russia summed`` is one with an option."""
    if law is None:
        return []
    kind, _, accounting = law.partition(" ")
    return [{"kind": kind, **({"accounting": accounting} if accounting else {})}]


def roster_of(given: RandomDesk, people: list[Person]) -> Roster:
    """The same people and shifts on the planner's axis of minutes."""
    period = given.desk.period
    tours = []
    for one in people:
        shifts = {work.date: _shift(period, work) for work in one.works}
        agent = RosterAgent(
            one.name,
            one.name,
            one.contract,
            one.skills,
            one.vacancy,
            tuple(_shift(period, work) for work in one.past),
            grade=one.grade,
        )
        tours.append(Tour(agent, tuple(shifts.get(date) for date in period.dates)))
    return Roster(tuple(tours))


def _shift(period: Period, work: Work) -> Shift:
    zero = period.minute(period.first)
    pause = (work.pause[0] - zero, work.pause[1] - zero) if work.pause else (0, 0)
    return Shift(
        (work.date - period.first).days,
        work.begin - zero,
        work.end - zero,
        work.pattern,
        work.paid,
        *pause,
        break_paid=work.pause_paid,
        is_night=work.is_night,
        is_split=work.is_split,
    )


def _pattern(one: Pattern) -> dict[str, Any]:
    written: dict[str, Any] = {
        "name": one.name,
        "starts": [_clock(start) for start in one.starts],
        "length_minutes": one.length,
        "weekdays": list(one.weekdays),
    }
    if one.pause:
        written["break"] = {
            "minutes": one.pause,
            "earliest_after_minutes": one.pause_after[0],
            "latest_after_minutes": one.pause_after[-1],
            "step_minutes": (one.pause_after[1] - one.pause_after[0]) if len(one.pause_after) > 1 else 30,
            "paid": one.pause_paid,
            "split": one.split,
        }
    return written


def _agent(period: Period, one: Person, facts: Facts) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": one.name,
        "contract": one.contract,
        "skills": sorted(one.skills),
        "grade": one.grade,
        "leave": [{"first_date": first, "last_date": last} for first, last in facts.leave],
        "fixed_shifts": [_fixed(rule) for rule in facts.fixed],
        "requests": list(facts.wishes),
        "last_day": facts.last_day,
        "overtime_minutes_this_year": facts.overtime_minutes,
        "birth_date": facts.birth_date,
        "opt_out": facts.opt_out,
        "worked_before": [_past(period, work) for work in one.past],
    }
    if facts.barred:
        written |= dict.fromkeys(("night_work", "overtime_work", "holiday_work"), "barred")
    if facts.spans is not None:
        written["availability"] = {day: [_span(span) for span in spans] for day, spans in facts.spans.items()}
    return written


def _fixed(rule: Rule) -> dict[str, Any]:
    written = {("start" if key == "start_at" else key): value for key, value in rule.items()}
    if written.get("start") is not None:
        written["start"] = _clock(written["start"])
    return written


def _past(period: Period, work: Work) -> dict[str, Any]:
    begin, end = period.clock(work.begin), period.clock(work.end)
    return {
        "date": work.date,
        "start": f"{begin:%H:%M}",
        # read by the clock, as a shift pattern's length is
        "length_minutes": int((end - begin) / dt.timedelta(minutes=1)),
        "paid_minutes": work.paid,
        "pattern": work.pattern,
        "split_after_minutes": work.pause[0] - work.begin if work.pause else None,
        "split_minutes": work.pause[1] - work.pause[0] if work.pause else None,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {key: _span(value) if key in ("band", "hours") else value for key, value in rule.items()}


def _clocks(tour: dict[str, Any]) -> dict[str, Any]:
    shifts = [
        one | {"start": None if one["start"] is None else _clock(one["start"])} for one in tour["shifts"]
    ]
    return tour | {"shifts": shifts}


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _span(span: tuple[int, int]) -> str:
    return f"{_clock(span[0])}-{_clock(span[1])}"
