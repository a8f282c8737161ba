"""Random contracts, terms, people and shifts: cost.csv, plan.json, the Costs sheet and payroll.csv agree."""

import csv
import io
from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.agent import Agent
from models.cost import COMPONENTS
from models.money import to_minor
from models.plan import Plan
from models.ramp_up import RampUpStep
from planner.pay import price
from planner.plan_file import cost_csv
from planner.plan_file.content import plan_document
from planner.timesheet import payroll_csv
from planner.workbook.page import Page
from planner.workbook.sheets.costs import FIRST_ROW, draw_costs
from planner.workbook.styles import add_styles
from tests.pay.random_terms import pay_terms
from tests.pay.test_agreement import CALENDAR, CLOCK_CHANGES, HIRES, people, tours
from tests.pay.worlds import HOURLY, SALARY, roster_of
from tests.planned_desk import small_plan

LEARNING = (RampUpStep(weeks=2, productivity=Decimal("0.37")),)


@cache
def some_plan() -> Plan:
    return small_plan()


@dataclass(frozen=True, repr=False)
class Drawn:
    """A plan that is not written out in full where a test fails."""

    plan: Plan


@st.composite
def plans(draw: st.DrawFn) -> Drawn:
    """A finished plan with another contract, other terms, people and shifts; what it serves stays."""
    contract = draw(st.sampled_from([HOURLY, SALARY]))
    contract = contract.model_copy(
        update={
            "weekly_minutes": draw(st.integers(600, 2400)),
            "cost_per_head": draw(st.sampled_from([Decimal(0), Decimal("12.34")])),
        }
    )
    own = some_plan()
    period = own.scenario.period.model_copy(
        update={"first_date": CLOCK_CHANGES, "days": draw(st.integers(1, 9))}
    )
    desk = own.scenario.desk.model_copy(update={"currency": draw(st.sampled_from(["RUB", "JPY", "KWD"]))})
    scenario = own.scenario.model_copy(
        update={
            "desk": desk,
            "period": period,
            "contracts": (contract,),
            "pay": draw(pay_terms()),
            "vacancies": (HIRES,),
            "agents": (draw(people("ana")), _learning(draw(people("bob")))),
            "rules": (),
        }
    )
    roster = roster_of(*(draw(tours(scenario, agent)) for agent in ("ana", "bob")))
    cost = price(scenario, CALENDAR, roster)
    return Drawn(replace(own, scenario=scenario, calendar=CALENDAR, roster=roster, cost=cost))


def _learning(person: Agent) -> Agent:
    return person.model_copy(update={"first_day": CLOCK_CHANGES, "ramp_up": LEARNING})


@settings(max_examples=12, deadline=None)
@given(drawn=plans())
def test_every_file_comes_to_the_same_total(drawn: Drawn) -> None:
    plan, cost, currency = drawn.plan, drawn.plan.cost, drawn.plan.scenario.desk.currency
    rows = list(csv.DictReader(io.StringIO(cost_csv(plan))))
    assert sum(int(row["amount_minor"]) for row in rows) == cost.total_minor
    assert all(to_minor(Decimal(row["amount"]), currency) == int(row["amount_minor"]) for row in rows)
    document = plan_document(plan)
    assert to_minor(Decimal(document["cost"]["total"]), currency) == cost.total_minor
    by_person = {row["agent"]: row for row in document["agent_costs"]}
    for component in COMPONENTS:
        minor = cost.of(component)
        assert to_minor(Decimal(document["cost"][component]), currency) == minor
        assert sum(int(row["amount_minor"]) for row in rows if row["component"] == component) == minor
        for agent, told in by_person.items():
            own = [row for row in rows if (row["agent"], row["component"]) == (agent, component)]
            assert sum(int(row["amount_minor"]) for row in own) == to_minor(
                Decimal(told[component]), currency
            )
    learnt = sum(to_minor(Decimal(row["cost"]), currency) for row in document.get("ramp_up", ()))
    assert learnt == cost.ramp_up_minor <= cost.total_minor


@settings(max_examples=12, deadline=None)
@given(drawn=plans())
def test_the_costs_sheet_comes_to_it_too(drawn: Drawn) -> None:
    """Every cell of money is added up here, and the values kept for the formulas beside them."""
    plan, book = drawn.plan, openpyxl.Workbook()
    add_styles(book, plan.cost.currency, plan.scenario.desk.language)
    known: dict[str, dict[str, str | Decimal]] = {}
    sheet, cost = book.create_sheet("Costs"), plan.cost
    page = Page(plan=plan, sheet=sheet, known=known)
    draw_costs(page)
    heads = [cell.value for cell in sheet[FIRST_ROW - 1]]
    first = heads.index(page.word("hours.overtime")) + 1
    columns = range(first, first + len(cost.shown))
    people = range(FIRST_ROW, FIRST_ROW + len(plan.roster.tours) + bool(cost.overhead_minor))
    for column, component in zip(columns, cost.shown, strict=True):
        shown = sum((Decimal(str(sheet.cell(row, column + 1).value)) for row in people), Decimal(0))
        assert shown == page.amount(cost.of(component)), component
    total = sheet.cell(people[-1] + 1, columns[-1] + 2).coordinate
    assert known[sheet.title][total] == page.amount(cost.total_minor)


@settings(max_examples=12, deadline=None)
@given(drawn=plans())
def test_payroll_has_the_hours_that_are_paid(drawn: Drawn) -> None:
    plan = drawn.plan
    paid: dict[str, Decimal] = defaultdict(Decimal)
    for row in csv.DictReader(io.StringIO(payroll_csv(plan))):
        if row["code"] in ("W", "N", "H"):
            paid[row["personnel_number"]] += Decimal(row["hours"])
    for tour in plan.roster.tours:
        minutes = sum(shift.paid_minutes for shift in tour.worked)
        assert paid[tour.agent.agent] == pytest.approx(Decimal(minutes) / 60, abs=Decimal("0.06"))
