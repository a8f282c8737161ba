"""``fairness_ledger.csv``: what each had of every burden, for the plan that follows."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from models.formula_text import no_formula
from models.plan import Plan
from models.rule import Frame
from planner.rules.bound import listed_coverage_rules
from planner.rules.scenario_frame import scenario_frame
from planner.rules.shared_burden import SharedBurden

COLUMNS = ("agent", "name", "burden", "first_date", "last_date", "before", "counted", "fair_share", "balance")
_HUNDREDTH = Decimal("0.01")


def fairness_csv(plan: Plan) -> str | None:
    """Write the ledger at the end of a plan; ``None`` where nothing is shared fairly.

    The balance is what a person had before, and the shifts of this period less a fair share of
    them.  Balances of people and burdens this plan says nothing of are carried on.
    """
    scenario, horizon = plan.scenario, plan.scenario.horizon
    rules = [rule for rule in listed_coverage_rules(scenario) if isinstance(rule, SharedBurden)]
    kept = {(one.agent, one.burden): one.balance for one in scenario.fairness_ledger.entries}
    if not rules and not kept:
        return None
    dates = [horizon.date_of(day) for day in range(horizon.days)]
    frame = scenario_frame(scenario, plan.requirement.open_intervals, plan.calendar.holidays_among(dates))
    names = {agent.id: agent.name or agent.id for agent in scenario.agents}
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for rule in rules:
        own = rule.dates(frame)
        for agent, counted, share in _shared(rule, frame, plan):
            before = kept.pop((agent, rule.label), Decimal(0))
            balance = (before + counted - share).quantize(_HUNDREDTH)
            cells = (before, counted, share.quantize(_HUNDREDTH), balance)
            writer.writerow((agent, no_formula(names[agent]), rule.label, own[0], own[-1], *cells))
    for (agent, burden), balance in kept.items():
        writer.writerow((agent, no_formula(names.get(agent, "")), burden, "", "", balance, "", "", balance))
    return text.getvalue()


def _shared(rule: SharedBurden, frame: Frame, plan: Plan) -> Iterator[tuple[str, int, Decimal]]:
    """(agent, shifts of the period, fair share of them) of everyone who takes part."""
    worked = rule.worked_by(frame, plan.roster)
    for agent, share in rule.shares(frame).items():
        fair = worked.total() * share
        yield agent, worked[agent], Decimal(fair.numerator) / Decimal(fair.denominator)
