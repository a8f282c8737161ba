"""A replanning as a document, for ``replan.json``."""

from fractions import Fraction
from typing import Any

from models.horizon import Horizon
from models.money import from_minor
from models.replanning import FrontierPoint, Replanning, ShiftChange
from models.scenario import Scenario
from models.shift import Shift
from planner.replan.wording import day_line


def replan_document(found: Replanning, scenario: Scenario) -> dict[str, Any]:
    """Return what changed, and the frontier, as plain JSON values; money is that of the period."""
    currency, horizon = scenario.desk.currency, scenario.horizon
    fewest = found.fewest
    return {
        "currency": currency,
        "interrupted": found.is_interrupted,
        "as_published": from_minor(found.as_published_minor, currency),
        "objective": from_minor(found.objective_minor, currency),
        "changed_shifts": len(found.changes),
        "forced": sum(change.is_forced for change in found.changes),
        "in_notice": sum(change.in_notice and not change.is_forced for change in found.changes),
        "fewest": None
        if fewest is None
        else {
            "changes": fewest.changes,
            "at_least": fewest.at_least,
            "in_notice": fewest.in_notice,
            "hours_left_open": _hours(fewest.holes, horizon),
            "proven": fewest.is_proven,
        },
        "changes": [_change(change, horizon) for change in found.changes],
        "frontier": [_point(point, currency, horizon) for point in found.frontier],
    }


def _change(change: ShiftChange, horizon: Horizon) -> dict[str, Any]:
    return {
        "agent": change.agent,
        "date": horizon.date_of(change.day).isoformat(),
        "before": _shift(change.before, horizon),
        "after": _shift(change.after, horizon),
        "forced": change.is_forced,
        "in_notice": change.in_notice,
        "text": {"en": day_line(change, horizon, "en"), "ru": day_line(change, horizon, "ru")},
    }


def _shift(shift: Shift | None, horizon: Horizon) -> dict[str, str] | None:
    if shift is None:
        return None
    return {
        "shift": shift.pattern,
        "start": horizon.local(shift.start_minute).isoformat(timespec="minutes"),
        "end": horizon.local(shift.end_minute).isoformat(timespec="minutes"),
    }


def _point(point: FrontierPoint, currency: str, horizon: Horizon) -> dict[str, Any]:
    def money(minor: int | None) -> str | None:
        return None if minor is None else from_minor(minor, currency)

    return {
        "most_changes": point.most_changes,
        "changes": point.changes,
        "cost": money(point.objective_minor),
        "cost_at_least": money(point.bound_minor),
        "proven": point.is_proven,
        "hours_left_open": None if point.holes is None else _hours(point.holes, horizon),
    }


def _hours(holes: int | Fraction, horizon: Horizon) -> float:
    return float(holes * horizon.interval_minutes / 60)
