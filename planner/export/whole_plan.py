"""A plan read from its file, made whole again: what the file leaves out is worked out anew."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from models.expectation import Expectation
from models.money import to_minor
from models.plan import ObjectiveParts, Plan, Proof
from planner.again import expect, recheck
from planner.pipeline import asked_of_roster, service_outcomes, staff_demand
from planner.plan_file import ReadPlan
from planner.roster.bought_service import skills_of_everyone, with_bought_service


def whole_plan(read: ReadPlan, expected: Expectation | None = None) -> Plan:
    """Return the plan of a file, its roster as it stands there, edited or not.

    Proof and objective are those the file names.  Cost, coverage, service and findings are
    worked out from the roster.  Conflicts, ways out and the certificate are not taken over:
    nothing that is exported says them.

    Parameters
    ----------
    read
        The file.
    expected
        What the formulas expect of its roster, where that is known already.
    """
    scenario, document = read.scenario, read.document
    expected = expected or expect(read)
    findings, cost = recheck(scenario, read.roster, read.required, read.demands, read.added_cover)
    setting, requirement = staff_demand(scenario, read.demands, read.added_cover)
    _, asked = asked_of_roster(scenario, expected.calendar, setting, requirement)
    outcomes = service_outcomes(scenario, read.demands, setting, asked, read.roster)
    missed = sum(one.short_hours for one in outcomes)
    coverage = expected.coverage
    return Plan(
        scenario=scenario,
        calendar=expected.calendar,
        demands=read.demands,
        requirement=with_bought_service(requirement, skills_of_everyone(scenario)),
        roster=read.roster,
        proof=_proof(document, scenario.desk.currency),
        cost=cost,
        objective_parts=_parts(document["objective_parts"], scenario.desk.currency),
        coverage=replace(coverage, understaffed_hours=coverage.understaffed_hours + missed),
        promises=expected.promises,
        violations=findings,
        reasons=tuple(document["reasons"]),
        added_cover=read.added_cover,
        outcomes=outcomes,
        edition=int(document.get("edition", 0)),
    )


def _proof(document: dict[str, Any], currency: str) -> Proof:
    names = ("status", "bound_method", "stop", "wall_seconds", "seed", "workers", "time_limit_seconds")
    return Proof(
        objective_minor=to_minor(Decimal(document["objective"]), currency),
        bound_minor=to_minor(Decimal(document["bound"]), currency),
        **{name: document[name] for name in names},
    )


def _parts(section: dict[str, str], currency: str) -> ObjectiveParts:
    names = ("understaffing", "overstaffing", "requests", "coverage_rules")
    amounts = {f"{name}_minor": to_minor(Decimal(section[name]), currency) for name in names}
    return ObjectiveParts(**amounts)
