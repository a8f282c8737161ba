"""What stands in ``simulation.json``: shares are between 0 and 1, ``null`` where nothing tells them."""

from typing import Any

import numpy as np

from models.expectation import Expectation
from models.requirement import LostTries
from models.scenario import Scenario
from planner.simulate.estimates import Estimate
from planner.simulate.plan_simulation import PlanSimulation
from planner.simulate.result import Measures

SIMULATION_VERSION = 1
_DIGITS = 6
_ESTIMATES = (
    "service_level",
    "deadline_kept",
    "asa_seconds",
    "wait_seconds",
    "abandoned_share",
    "turned_away_share",
    "redialled_share",
    "turned_away",
    "redialled",
    "occupancy",
)


def simulation_document(
    scenario: Scenario, simulated: PlanSimulation, expected: Expectation
) -> dict[str, Any]:
    """Put a simulation into the form of its file, as plain JSON values.

    Parameters
    ----------
    scenario
        Of the plan.
    simulated
        The plan, played.
    expected
        What the formulas say of the same roster; keys that begin with ``planned``.
    """
    result, horizon = simulated.result, scenario.horizon
    days = np.unique(simulated.given.day).tolist()
    return {
        "format_version": SIMULATION_VERSION,
        "name": scenario.name,
        "replications": result.replications,
        "seed": result.seed,
        "confidence": result.confidence,
        "channels": [
            {
                "channel": name,
                "promised_share": target.share,
                "scope": target.scope,
                "planned_share": _number(expected.promises[number].service_level),
                **_planned(expected.lost.get(name)),
                "is_kept": simulated.is_kept[number],
                "spans": simulated.spans[number].is_below.size,
                "spans_below": simulated.below[number],
                **_row(result.total, (number,)),
            }
            for number, (name, target) in enumerate(zip(result.channels, simulated.targets, strict=True))
        ],
        "days": [
            {
                "channel": name,
                "date": horizon.date_of(day).isoformat(),
                **_row(result.by_day, (number, place)),
            }
            for number, name in enumerate(result.channels)
            for place, day in enumerate(days)
        ],
        "intervals": {
            "start": [
                horizon.local(minute).isoformat(timespec="minutes") for minute in horizon.interval_starts
            ],
            "channels": [
                {
                    "channel": name,
                    "contacts": _numbers(result.by_interval.contacts[number]),
                    **{
                        measure: _lists(getattr(result.by_interval, measure), number)
                        for measure in _ESTIMATES
                    },
                    "planned_turned_away_share": _planned_intervals(expected.lost.get(name)),
                    "lacking_agents": list(simulated.lacking[number].agents),
                    "lacking_work_minutes": list(simulated.lacking[number].work_minutes),
                }
                for number, name in enumerate(result.channels)
            ],
        },
    }


def _planned(lost: LostTries | None) -> dict[str, float | None]:
    """What the formulas say of a live channel's tries; ``null`` for deferred work."""
    return {
        "planned_turned_away_share": None if lost is None else _number(lost.turned_away),
        "planned_abandoned_share": None if lost is None else _number(lost.gave_up),
        "planned_redialled_share": None if lost is None else _number(lost.repeated),
    }


def _planned_intervals(lost: LostTries | None) -> list[float | None] | None:
    if lost is None:
        return None
    return [None if share is None else _number(share) for share in lost.turned_away_by_interval]


def _row(measures: Measures, place: tuple[int, ...]) -> dict[str, Any]:
    return {
        "contacts": _number(measures.contacts[place]),
        "lost_share": _number(measures.lost_share[place]),
        **{
            name: {
                "value": _number(estimate.value[place]),
                "low": _number(estimate.low[place]),
                "high": _number(estimate.high[place]),
            }
            for name, estimate in ((name, getattr(measures, name)) for name in _ESTIMATES)
        },
    }


def _lists(estimate: Estimate, number: int) -> dict[str, list[float | None]]:
    return {
        "value": _numbers(estimate.value[number]),
        "low": _numbers(estimate.low[number]),
        "high": _numbers(estimate.high[number]),
    }


def _numbers(values: Any) -> list[float | None]:
    return [_number(value) for value in values]


def _number(value: Any) -> float | None:
    return round(float(value), _DIGITS) if np.isfinite(value) else None
