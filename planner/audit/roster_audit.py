"""The audit of a roster: every finding of every rule, and of the plain checks."""

import datetime as dt
from collections.abc import Iterator

from models.rule import Frame
from models.scenario import Scenario
from models.service_goal import GoalOutcome
from models.tour import Roster, Tour
from models.violation import Violation
from planner.audit.coverage import coverage_findings
from planner.audit.days import day_findings
from planner.audit.hires import hire_findings
from planner.audit.pattern_fit import pattern_findings
from planner.audit.people import people_findings
from planner.audit.targets import target_findings
from planner.rules.bound import coverage_rules, tour_rules
from planner.rules.checked_in_force import check_in_force
from planner.rules.scenario_frame import scenario_frame


def audit(
    scenario: Scenario,
    roster: Roster,
    open_intervals: tuple[bool, ...],
    required: tuple[int, ...] = (),
    outcomes: tuple[GoalOutcome, ...] = (),
    holidays: frozenset[dt.date] = frozenset(),
    *,
    work_required: tuple[int, ...] = (),
) -> tuple[Violation, ...]:
    """Check a finished roster against everything its scenario asks of it.

    Only the rules' ``check`` functions are used, never their automata, so that a fault in
    the search cannot hide itself.

    Parameters
    ----------
    scenario
        The scenario the roster was made for.
    roster
        Any roster: found by the search, edited by hand, or read from a file.
    open_intervals
        Whether the desk is open, per interval of the horizon.
    required
        Agents required, per interval of the horizon; looked at where coverage is hard.
    outcomes
        What became of targets kept over a day or the period.
    holidays
        Public holidays of the period.
    work_required
        Agents live work asks for, per interval: looked at where coverage is hard and not everybody
        counts as one agent.

    Returns
    -------
    tuple of Violation
        Hard findings and soft ones (wishes not met, priced shortfalls), by date, agent and
        rule; empty when everything is kept.
    """
    frame = scenario_frame(scenario, open_intervals, holidays)
    findings = [*people_findings(scenario, roster), *hire_findings(scenario, roster)]
    findings.extend(coverage_findings(scenario, roster, required, work_required))
    findings.extend(target_findings(scenario, outcomes))
    for tour in roster.tours:
        findings.extend(day_findings(frame.horizon, tour))
        findings.extend(pattern_findings(scenario, frame.horizon, tour))
        findings.extend(_rule_findings(scenario, frame, tour))
    for rule in coverage_rules(scenario):
        findings.extend(rule.check(frame, roster))
    # what two rules forbid alike is said once; what two wishes cost alike is paid twice
    broken = dict.fromkeys(found for found in findings if found.hard)
    return tuple(
        sorted(
            (*broken, *(found for found in findings if not found.hard)),
            key=lambda found: (found.date, found.agent or "", found.rule, found.text.en),
        )
    )


def _rule_findings(scenario: Scenario, frame: Frame, tour: Tour) -> Iterator[Violation]:
    """Ask the rules about a tour; one of the wrong shape has been reported and cannot be read."""
    known_contract = any(contract.name == tour.agent.contract for contract in scenario.contracts)
    if not known_contract or len(tour.shifts) != frame.horizon.days:
        return
    named = None
    if tour.agent.vacancy is None:
        named = next((agent for agent in scenario.agents if agent.id == tour.agent.agent), None)
    for rule in tour_rules(scenario, tour.agent, named):
        yield from check_in_force(rule, frame, tour)
