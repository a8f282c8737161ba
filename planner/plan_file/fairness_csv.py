"""``fairness_ledger.csv``: what each had of every burden, for the plan that follows."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from models.fair_shares import fair_shares
from models.plan import Plan
from models.rule import Frame
from planner.rules.bound import listed_coverage_rules
from planner.rules.fairness import Fairness
from planner.rules.scenario_frame import scenario_frame

COLUMNS = ("agent", "name", "burden", "first_date", "last_date", "before", "counted", "fair_share", "balance")
_HUNDREDTH = Decimal("0.01")


def fairness_csv(plan: Plan) -> str | None:
    """Write the ledger at the end of a plan; ``None`` where nothing is shared fairly.

    The balance is what a person had before, and the shifts of this period less a fair share of
    them.  Balances of people and burdens this plan says nothing of are carried on.
    """
    scenario, horizon = plan.scenario, plan.scenario.horizon
    rules = [rule for rule in listed_coverage_rules(scenario) if isinstance(rule, Fairness)]
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
        for agent, counted, share in _shared(rule, frame, plan):
            before = kept.pop((agent, rule.label), Decimal(0))
            balance = (before + counted - share).quantize(_HUNDREDTH)
            cells = (before, counted, share.quantize(_HUNDREDTH), balance)
            writer.writerow((agent, _text(names[agent]), rule.label, dates[0], dates[-1], *cells))
    for (agent, burden), balance in kept.items():
        writer.writerow((agent, _text(names.get(agent, "")), burden, "", "", balance, "", "", balance))
    return text.getvalue()


def _shared(rule: Fairness, frame: Frame, plan: Plan) -> Iterator[tuple[str, int, Decimal]]:
    """(agent, shifts of the period, fair share of them) of everyone who takes part."""
    dates = [frame.horizon.date_of(day) for day in range(frame.horizon.days)]
    shares = fair_shares(rule.sharers(frame), dates, leave_counts=rule.leave_counts)
    worked = rule.worked_by(frame, plan.roster)
    for agent, share in shares.items():
        fair = worked.total() * share
        yield agent, worked[agent], Decimal(fair.numerator) / Decimal(fair.denominator)


def _text(name: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    return f"'{name}" if name[:1] in ("=", "+", "-", "@") else name
