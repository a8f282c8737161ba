"""The flat table for payroll adds up to what pay counted."""

import csv
import io
from dataclasses import replace

import pytest

from planner.timesheet import payroll_csv
from planner.timesheet.payroll_csv import COLUMNS
from tests.workbook.test_hr_papers import priced

WORKED = ("W", "N", "H")


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(("days", "zone"), [(28, "Europe/Moscow"), (62, "Europe/Berlin")])
def test_hours_add_up_to_pay(days: int, zone: str) -> None:
    plan = priced(days=days, zone=zone)
    rows = rows_of(payroll_csv(plan))
    assert tuple(rows[0]) == COLUMNS
    for tour in plan.roster.tours:
        own = [row for row in rows if row["personnel_number"] == tour.agent.agent and row["code"] in WORKED]
        lines = [line for line in plan.cost.shifts if line.agent == tour.agent.agent]
        overtime = dict(plan.cost.overtime_minutes_by_agent).get(tour.agent.agent, 0)
        for column, minutes in (
            ("hours", sum(line.paid_minutes for line in lines)),
            ("night_hours", sum(line.night_minutes for line in lines)),
            ("holiday_hours", sum(line.holiday_minutes for line in lines)),
            ("overtime_hours", overtime),
        ):
            assert sum(float(row[column]) for row in own) == pytest.approx(minutes / 60), (
                tour.agent.agent,
                column,
            )
        by_day = {(row["date"]) for row in own}
        assert len(by_day) == len(lines)


def test_leave_has_the_hours_the_norm_expects() -> None:
    rows = [row for row in rows_of(payroll_csv(priced())) if row["code"] == "V"]
    assert [row["personnel_number"] for row in rows] == ["vera"] * 7
    assert [row["hours"] for row in rows] == ["8"] * 5 + ["0"] * 2


def test_numbers_and_cost_centres_are_the_persons_own_and_never_formulas() -> None:
    plan = priced()
    first, *rest = plan.roster.tours
    own = {"personnel_number": "0042", "cost_centre": "=1+1"}
    renamed = replace(first, agent=replace(first.agent, external_ids=own))
    rows = rows_of(payroll_csv(replace(plan, roster=replace(plan.roster, tours=(renamed, *rest)))))
    assert (rows[0]["personnel_number"], rows[0]["cost_centre"]) == ("0042", "'=1+1")
    assert rows[-1]["cost_centre"] == plan.scenario.desk.name
