"""The audit of a roster: every finding of every rule, and of the plain checks."""

from collections.abc import Iterator

from models.money import minor_per_unit
from models.rule import Frame
from models.scenario import Scenario
from models.tour import Roster, Tour
from models.violation import Violation
from planner.audit.coverage import coverage_findings
from planner.audit.days import day_findings
from planner.audit.hires import hire_findings
from planner.audit.pattern_fit import pattern_findings
from planner.audit.people import people_findings
from planner.rules.bound import coverage_rules, tour_rules


def audit(
    scenario: Scenario,
    roster: Roster,
    open_intervals: tuple[bool, ...],
    required: tuple[int, ...] = (),
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

    Returns
    -------
    tuple of Violation
        Hard findings and soft ones (wishes not met, priced shortfalls), by date, agent and
        rule; empty when everything is kept.
    """
    frame = Frame(scenario.horizon, minor_per_unit(scenario.desk.currency), open_intervals)
    findings = [*people_findings(scenario, roster), *hire_findings(scenario, roster)]
    findings.extend(coverage_findings(scenario, roster, required))
    for tour in roster.tours:
        findings.extend(day_findings(frame.horizon, tour))
        findings.extend(pattern_findings(scenario, frame.horizon, tour))
        findings.extend(_rule_findings(scenario, frame, tour))
    for rule in coverage_rules(scenario):
        findings.extend(rule.check(frame, roster))
    return tuple(
        sorted(
            dict.fromkeys(findings),
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
        yield from rule.check(frame, tour)
