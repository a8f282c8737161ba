"""What a tour would break, by the rules' own checks."""

from models.tour import Tour
from models.violation import Violation
from planner.audit.days import day_findings
from planner.audit.pattern_fit import pattern_findings
from planner.explain.desk import PlannedDesk
from planner.rules.bound import tour_rules


def broken_by(desk: PlannedDesk, tour: Tour) -> tuple[Violation, ...]:
    """Every hard finding about one person's tour; the automata are not asked."""
    scenario, frame = desk.scenario, desk.frame
    spec = None
    if tour.agent.vacancy is None:
        spec = next((one for one in scenario.agents if one.id == tour.agent.agent), None)
    found = [*day_findings(frame.horizon, tour), *pattern_findings(scenario, frame.horizon, tour)]
    for rule in tour_rules(scenario, tour.agent, spec):
        found.extend(rule.check(frame, tour))
    return tuple(dict.fromkeys(one for one in found if one.hard))


def newly_broken(desk: PlannedDesk, old: Tour, new: Tour) -> tuple[Violation, ...]:
    """What a changed tour breaks that it did not break before."""
    before = set(broken_by(desk, old))
    return tuple(one for one in broken_by(desk, new) if one not in before)
