"""Every line of pay as a table: what payroll reconciles a plan with."""

import csv
import io

from models.money import from_minor
from models.plan import Plan

COLUMNS = (
    "agent",
    "contract",
    "date",
    "shift",
    "component",
    "item",
    "minutes",
    "rate_per_hour",
    "amount",
    "amount_minor",
    "currency",
)


def cost_csv(plan: Plan) -> str:
    """Write one row per audit line, in the order the lines are earned, person after person.

    Amounts add up to the plan's cost to the minor unit.  Lines of no shift (salary, costs per
    head, roles) have no date.
    """
    currency, text = plan.cost.currency, io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    contracts = {tour.agent.agent: tour.agent.contract for tour in plan.roster.tours}
    patterns = {(person.agent, shift.day): shift.pattern for person, shift in plan.roster.worked()}
    for line in plan.cost.lines:
        date = "" if line.day is None else plan.scenario.horizon.date_of(line.day).isoformat()
        shift = "" if line.day is None else patterns[line.agent, line.day]
        table.writerow(
            (
                line.agent,
                contracts.get(line.agent, ""),
                date,
                shift,
                line.component,
                line.name,
                "" if line.minutes is None else line.minutes,
                "" if line.rate_per_hour is None else f"{line.rate_per_hour:f}",
                from_minor(line.amount_minor, currency),
                line.amount_minor,
                currency,
            )
        )
    return text.getvalue()
