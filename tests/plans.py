"""A small desk, planned by hand: nouns built directly, without any stage of the pipeline."""

import datetime as dt
from functools import cache

from models.plan import ObjectiveParts, Plan, Proof
from models.scenario import Scenario
from models.text import Language, Text
from models.violation import Violation
from tests.hand_coverage import hand_coverage, hand_demands, hand_promises, hand_requirement
from tests.hand_roster import hand_calendar, hand_cost, hand_roster
from tests.hand_scenario import sample_scenario


def hand_violations(scenario: Scenario) -> tuple[Violation, ...]:
    first = scenario.period.first_date
    unmet = Violation(
        rule="shift_request",
        agent="anna",
        date=first,
        text=Text(
            en=f"Anna Orlova asked to be off on {first:%d.%m.%Y} and works.",
            ru=f"Анна Орлова просила выходной {first:%d.%m.%Y}, но работает.",
        ),
        hard=False,
        penalty_minor=200_000,
    )
    return (unmet,)


@cache
def sample_plan(
    *,
    name: str = "24x7",
    language: Language = "en",
    opening: str = "24/7",
    zone: str = "Europe/Moscow",
    first_date: dt.date = dt.date(2026, 2, 2),
    days: int = 28,
    currency: str = "RUB",
    gap_minor: int = 250_000,
) -> Plan:
    """Plan of :func:`sample_scenario`; its bound lies ``gap_minor`` below its objective."""
    scenario = sample_scenario(
        name=name,
        language=language,
        opening=opening,
        zone=zone,
        first_date=first_date,
        days=days,
        currency=currency,
    )
    calendar = hand_calendar(scenario)
    roster = hand_roster(scenario, calendar)
    demands = hand_demands(scenario.horizon)
    requirement = hand_requirement(scenario, calendar, demands)
    coverage = hand_coverage(scenario, requirement, roster)
    cost = hand_cost(scenario, calendar, roster)
    parts = ObjectiveParts(
        understaffing_minor=round(coverage.understaffed_hours * 2) * 150_000,
        overstaffing_minor=0,
        requests_minor=200_000,
    )
    objective = cost.total_minor + parts.total_minor
    return Plan(
        scenario=scenario,
        calendar=calendar,
        demands=demands,
        requirement=requirement,
        roster=roster,
        proof=Proof(
            status="feasible" if gap_minor else "optimal",
            objective_minor=objective,
            bound_minor=objective - gap_minor,
            bound_method="relaxation",
            stop="time_limit" if gap_minor else "proven",
            wall_seconds=4.2,
            seed=1,
            workers=2,
            time_limit_seconds=60.0,
        ),
        cost=cost,
        objective_parts=parts,
        coverage=coverage,
        promises=hand_promises(requirement, coverage, demands),
        violations=hand_violations(scenario),
    )
