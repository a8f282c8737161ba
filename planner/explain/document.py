"""Explanations as JSON."""

from collections.abc import Sequence
from typing import Any

from models.conflict import ConflictMember
from models.money import from_minor
from models.shift import Shift
from models.text import Text
from models.violation import Violation
from planner.explain.asking import asking_text
from planner.explain.desk import Missing, PlannedDesk
from planner.explain.interval import IntervalReasons
from planner.explain.spells import Spell
from planner.explain.stood_aside import StoodAside
from planner.explain.why_tour import TourReasons


def interval_document(desk: PlannedDesk, found: IntervalReasons) -> dict[str, Any]:
    """Why an interval is short, person by person; money is that of the period."""
    return {
        **_span(desk, found.interval, found.interval),
        "on_duty": found.on_duty,
        "missing": [_missing(desk, one) for one in found.missing],
        "people": [_person(desk, one) for one in found.people],
        "not_looked_at": found.left_out,
    }


def spells_document(desk: PlannedDesk, spells: Sequence[Spell], more: int) -> dict[str, Any]:
    """The worst short hours."""
    currency = desk.scenario.desk.currency
    return {
        "short": [
            {
                **_span(desk, spell.first, spell.last),
                "asks": _text(asking_text(desk.scenario, spell.name)),
                "missing": spell.number,
                "price": from_minor(spell.price_minor, currency),
            }
            for spell in spells
        ],
        "more": more,
    }


def tour_document(desk: PlannedDesk, found: TourReasons) -> dict[str, Any]:
    """Why somebody has a tour."""
    currency, horizon = desk.scenario.desk.currency, desk.frame.horizon
    return {
        "agent": found.agent,
        "name": found.name,
        "shifts": found.shifts,
        "nights": found.nights,
        "paid_minutes": found.paid_minutes,
        "cost": from_minor(found.cost_minor, currency),
        "earned": from_minor(found.earned_minor, currency),
        "at_limit": [_text(text) for text in found.at_limit],
        "refused": [_violation(one, currency) for one in found.refused],
        "others": [
            {
                "extra": from_minor(other.extra_minor, currency),
                "days": [
                    {
                        "date": horizon.date_of(day).isoformat(),
                        "now": _shift(desk, old),
                        "other": _shift(desk, new),
                    }
                    for day, old, new in other.days
                ],
            }
            for other in found.others
        ],
    }


def _person(desk: PlannedDesk, one: StoodAside) -> dict[str, Any]:
    currency, horizon = desk.scenario.desk.currency, desk.frame.horizon
    return {
        "agent": one.agent,
        "name": one.name,
        "verdict": one.verdict,
        "shift": _shift(desk, one.shift),
        "instead_of": _shift(desk, one.instead_of),
        "would_break": [_violation(found, currency) for found in one.broken],
        "added_cost": None if one.added_minor is None else from_minor(one.added_minor, currency),
        "exchange_cost": None if one.exchange_minor is None else from_minor(one.exchange_minor, currency),
        "moved_dates": [horizon.date_of(day).isoformat() for day in one.moved_days],
        "conflict": [_member(member) for member in one.conflict],
        "other_tours_looked_at": one.is_closer,
    }


def _missing(desk: PlannedDesk, one: Missing) -> dict[str, Any]:
    return {
        "asks": _text(asking_text(desk.scenario, one.name)),
        "number": one.number,
        "price_of_one": from_minor(one.price_minor, desk.scenario.desk.currency),
    }


def _span(desk: PlannedDesk, first: int, last: int) -> dict[str, str]:
    horizon = desk.frame.horizon
    start = horizon.local(horizon.interval_starts[first])
    end = horizon.local(horizon.interval_starts[last] + horizon.interval_minutes)
    return {"start": start.isoformat(timespec="minutes"), "end": end.isoformat(timespec="minutes")}


def _shift(desk: PlannedDesk, shift: Shift | None) -> dict[str, str] | None:
    if shift is None:
        return None
    start, end = (desk.frame.horizon.local(minute) for minute in (shift.start_minute, shift.end_minute))
    return {
        "shift": shift.pattern,
        "start": start.isoformat(timespec="minutes"),
        "end": end.isoformat(timespec="minutes"),
    }


def _violation(found: Violation, currency: str) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "date": found.date.isoformat(),
        "text": _text(found.text),
        "price": from_minor(found.penalty_minor, currency),
    }


def _member(member: ConflictMember) -> dict[str, Any]:
    return {
        "kind": member.kind,
        "text": _text(member.text),
        "dates": [date.isoformat() for date in member.dates],
    }


def _text(text: Text) -> dict[str, str]:
    return {"en": text.en, "ru": text.ru}
