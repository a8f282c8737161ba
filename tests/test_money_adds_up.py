"""One plan with every kind of pay: the search, plan.json, cost.csv, the Costs sheet and payroll.csv agree."""

import csv
import io
from decimal import Decimal
from functools import cache

from models.cost import COMPONENTS
from models.money import to_minor
from models.plan import Plan
from planner.pay import price
from planner.plan_file import cost_csv
from planner.plan_file.content import plan_document
from planner.timesheet import payroll_csv
from tests.planned_desk import DESK, NO_DATES, changed, planned
from tests.workbook.opened import opened

#: Clocks go back on Sunday 25 October; Monday to Thursday are before the yearly cap is reached.
PAY = """
[pay]
night_premium = 0.25
holiday_premium = 1.0
overtime_base = "with_allowances"
sick_paid_days = 3

[[pay.bands]]
name = "Sunday"
weekdays = ["sun"]
share = 0.3333

[[pay.bands]]
name = "region"
share = 0.0775
on = "pay"

[[pay.overtime]]
per = "period"
after_minutes = "36h"
tiers = [{ minutes = "97m", premium = 0.5 }, { premium = 1.193 }]

[[pay.on_costs]]
name = "pension"
share = 0.2123
yearly_cap = 900
share_above_cap = 0.0511

[[pay.overhead]]
name = "lead"
monthly_cost = 3333.33
per_agents = 3

[[pay.overhead]]
name = "scheduler"
monthly_cost = 777.77
from_agents = 4
"""


@cache
def plan() -> Plan:
    dates = {"first_date = 2026-06-01, weeks = 1": "first_date = 2026-10-19, weeks = 1", **NO_DATES}
    hires = {
        "max_hires = 5": "max_hires = 5\nmin_hires = 2",
        "cost_per_head = 100\n": "cost_per_head = 100\nhiring_cost = 55.55\ntraining_cost = 44.4\n",
        "hourly_rate = 20\n": "hourly_rate = 20.0333\novertime_allowed = true\ncost_per_head = 12.34\n",
    }
    text = changed({**dates, **hires})
    assert text != DESK
    # what is checked holds of every roster, proven or not
    return planned(text + PAY, seconds=1.5)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_search_and_pay_come_to_the_same() -> None:
    own = plan()
    assert own.proof.objective_minor == own.cost.total_minor + own.objective_parts.total_minor
    assert price(own.scenario, own.calendar, own.roster) == own.cost
    paid = {component for component in COMPONENTS if own.cost.of(component)}
    assert paid == set(COMPONENTS) - {"holiday_premium"}


def test_every_file_adds_up_to_it() -> None:
    own = plan()
    cost, currency = own.cost, own.scenario.desk.currency
    rows = table(cost_csv(own))
    assert sum(int(row["amount_minor"]) for row in rows) == cost.total_minor
    document = plan_document(own)
    assert to_minor(Decimal(document["cost"]["total"]), currency) == cost.total_minor
    (head,) = [number for number, row in enumerate(_costs(own), start=1) if row[0] == "Name"]
    (total,) = [row for row in _costs(own)[head : head + own.roster.headcount + 2] if row[0] == "Total"]
    assert round(float(str(total[-2])) * 100) == cost.total_minor
    for component, amount in zip(cost.shown, total[7:-2], strict=True):
        minor = to_minor(Decimal(document["cost"][component]), currency)
        assert minor == cost.of(component) == round(float(str(amount)) * 100), component
        assert minor == sum(int(row["amount_minor"]) for row in rows if row["component"] == component)
    people = [to_minor(Decimal(row[one]), currency) for row in document["agent_costs"] for one in COMPONENTS]
    assert sum(people) + cost.overhead_minor == cost.total_minor
    parts = [Decimal(str(document["objective_parts"][one])) for one in document["objective_parts"]]
    assert sum(parts) == Decimal(document["objective"])


def test_hires_roles_and_funds_have_lines_of_their_own() -> None:
    items = {row["item"].partition(":")[0] for row in table(cost_csv(plan()))}
    assert items >= {"hiring", "training", "per head", "pension", "pension above the cap", "1 x scheduler"}
    assert any(item.endswith(" x lead") for item in items)


def test_the_hours_of_payroll_are_those_paid() -> None:
    own = plan()
    rows = [row for row in table(payroll_csv(own)) if row["code"] in ("W", "N", "H")]
    hours = sum((Decimal(row["hours"]) for row in rows), Decimal(0))
    based = [row for row in table(cost_csv(own)) if row["item"] == "base"]
    assert abs(hours - sum(int(row["minutes"]) for row in based) / Decimal(60)) < Decimal("0.01")
    overtime = [row for row in table(cost_csv(own)) if row["component"] == "overtime"]
    extra = sum((Decimal(row["overtime_hours"]) for row in rows), Decimal(0))
    assert abs(extra - sum(int(row["minutes"]) for row in overtime) / Decimal(60)) < Decimal("0.01")


def _costs(own: Plan) -> list[tuple[object, ...]]:
    sheet = opened(own)["Costs"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    return [tuple(value for value in row) for row in rows]
