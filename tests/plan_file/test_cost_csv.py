"""``cost.csv``: every line of pay, adding up to the plan's cost."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from models.employer_costs import OnCost, Overhead
from models.overtime_terms import OvertimeTerms, OvertimeTier
from models.pay_band import PayBand
from models.pay_terms import PayTerms
from models.plan import Plan
from planner.pay import price
from planner.plan_file import cost_csv
from tests.plan_file.small_plan import small_plan

TERMS = PayTerms(
    bands=(PayBand(name="Sunday", weekdays=("sun",), share=Decimal("0.3333")),),
    overtime=(OvertimeTerms(per="day", after_minutes=450, tiers=(OvertimeTier(premium=Decimal("0.5")),)),),
    on_costs=(OnCost(name="insurance", share=Decimal("0.2123")),),
    overhead=(Overhead(name="lead", monthly_cost=Decimal(3000), per_agents=2),),
)


def plan_under(terms: PayTerms) -> Plan:
    """The small plan across a clock change, priced anew."""
    plan = small_plan()
    scenario = plan.scenario.model_copy(update={"pay": terms})
    return replace(plan, scenario=scenario, cost=price(scenario, plan.calendar, plan.roster))


def rows_of(plan: Plan) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(cost_csv(plan))))


def test_the_lines_add_up_to_the_plans_cost_and_each_component() -> None:
    plan = plan_under(TERMS)
    rows, cost = rows_of(plan), plan.cost
    assert sum(int(row["amount_minor"]) for row in rows) == cost.total_minor
    assert sum(Decimal(row["amount"]) for row in rows) * 100 == cost.total_minor
    for component in cost.shown:
        own = [int(row["amount_minor"]) for row in rows if row["component"] == component]
        assert sum(own) == cost.of(component), component
    assert {row["component"] for row in rows} >= {"base", "other_premium", "overtime", "on_costs", "overhead"}


def test_every_row_says_how_its_amount_came_about() -> None:
    """By hand from the columns: minutes / 60 x rate, or share x basis; half up, to the minor unit."""
    for row in rows_of(plan_under(TERMS)):
        if row["minutes"]:
            found = Fraction(row["rate_per_hour"]) * int(row["minutes"]) / 60
        elif row["share"]:
            found = Fraction(row["share"]) * Fraction(row["basis"])
        else:
            assert row["component"] == "per_head"
            continue
        assert abs(found * 100 - int(row["amount_minor"])) <= Fraction(1, 2) + Fraction(1, 1000), row
        if row["minutes"] and row["share"]:
            by_hour = Decimal(row["share"]) * Decimal(row["basis"])
            assert abs(by_hour - Decimal(row["rate_per_hour"])) <= Decimal("0.0001")


def test_text_is_never_a_formula() -> None:
    plan = plan_under(TERMS.model_copy(update={"bands": (PayBand(name="=1+1", share=Decimal(1)),)}))
    assert {row["item"] for row in rows_of(plan) if "1+1" in row["item"]} == {
        "'=1+1",
        "insurance: =1+1",
    }


def test_the_long_night_of_autumn_has_nine_hours() -> None:
    """Ana's night from Saturday 24 October: 22:00 to 06:00 over the hour the clocks go back."""
    rows = [row for row in rows_of(plan_under(PayTerms())) if row["agent"] == "ana"]
    night = {row["item"]: row for row in rows if row["date"] == "2026-10-24"}
    assert (night["base"]["shift"], night["base"]["minutes"]) == ("Night", "540")
    assert night["base"]["amount"] == "156.00"  # 9 x 17.3333 = 155.9997
    assert (night["night"]["minutes"], night["night"]["amount"]) == ("540", "31.20")


def test_what_belongs_to_no_shift_has_no_date() -> None:
    rows = rows_of(plan_under(TERMS))
    undated = {(row["agent"], row["component"], row["item"]) for row in rows if not row["date"]}
    assert undated == {("hire-1", "per_head", "hiring"), ("", "overhead", "2 x lead")}
