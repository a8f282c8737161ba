"""A desk with newcomers through every stage: plan, files, proof, audit, feed and simulation agree."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.coverage_view import worst_hours
from models.plan import Plan
from planner.again import expect, recheck
from planner.cli.summary import print_summary
from planner.cli.verify_plan import verify_plan
from planner.pipeline import simulate_plan
from planner.plan_file import read_certificate, read_plan
from planner.simulate.plan_simulation import SimulationLimits
from planner.workbook import write_workbook
from tests.planned_desk import changed, document, planned, small_plan
from tests.workbook.opened import opened

RAMP = "ramp_up = [{ weeks = 1, productivity = 0.5 }, { weeks = 1, productivity = 0.75 }]"
#: Boris began on Thursday: a week at half, then three quarters.  Hires are at half all week.
NEWCOMERS = {
    'id = "boris"': f'id = "boris"\nfirst_day = 2026-05-28\n{RAMP}',
    'name = "operator"': f'name = "operator"\n{RAMP}',
}


@cache
def with_newcomers() -> Plan:
    return planned(changed(NEWCOMERS), seconds=20)


def test_parts_add_up_to_the_objective() -> None:
    plan = with_newcomers()
    assert plan.proof.status != "infeasible"
    assert plan.proof.objective_minor == plan.cost.total_minor + plan.objective_parts.total_minor
    # the price also counts live work that nobody there has time for
    assert plan.objective_parts.understaffing_minor >= round(plan.coverage.understaffed_hours * 120 * 100)
    assert plan.proof.objective_minor > small_plan().proof.objective_minor
    assert plan.cost.total_minor > 0


def test_who_is_there_counts_by_the_work_done() -> None:
    plan = with_newcomers()
    horizon, there = plan.scenario.horizon, list[float]()
    for start in horizon.interval_starts:
        total = 0.0
        for tour in plan.roster.tours:
            for shift in (*tour.agent.history, *tour.worked):
                if shift.works_throughout(start, start + 60):
                    date = horizon.date_of(shift.day)
                    boris = 0.75 if f"{date}" >= "2026-06-04" else 0.5
                    named = 1.0 if tour.agent.agent == "anna" else boris
                    total += named if tour.agent.vacancy is None else 0.5
        there.append(total)
    assert len(plan.coverage.working) == horizon.intervals
    asked = [sum(need.agents[i] for need in plan.requirement.live) for i in range(horizon.intervals)]
    for interval, (total, counted, heads, required) in enumerate(
        zip(there, plan.coverage.counted, plan.coverage.on_duty, plan.coverage.required, strict=True)
    ):
        if required:
            lacking = max(asked[interval] - total, 1 - heads)
            assert float(required - counted) == pytest.approx(lacking), interval


def test_files_say_it_and_are_read_back(tmp_path: Path) -> None:
    plan = with_newcomers()
    written = document(plan, tmp_path)
    assert written["intervals"]["working"] == [float(one) for one in plan.coverage.working]
    read = read_plan(tmp_path / "plan.json")
    assert read.scenario == plan.scenario
    again = expect(read)
    assert again.coverage.working == plan.coverage.working
    assert again.coverage.understaffed_hours == pytest.approx(plan.coverage.understaffed_hours)
    assert again.promises == plan.promises
    assert recheck(read.scenario, read.roster, read.required, read.demands) == (plan.violations, plan.cost)
    found = verify_plan(read, read_certificate(written, plan.cost.currency, tmp_path))
    assert not found.mistakes
    assert found.cost_minor == plan.proof.objective_minor
    rows = json.loads((tmp_path / "intake" / "capacity.json").read_text(encoding="utf-8"))
    assert all(row["scheduled_working"] <= row["scheduled"] for row in rows)
    assert any(row["scheduled_working"] < row["scheduled"] for row in rows)


def test_the_price_of_learning_is_told_and_adds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = with_newcomers()
    cost, horizon = plan.cost, plan.scenario.horizon
    lost: dict[str, float] = {}
    for person, shift in plan.roster.worked():
        date = f"{horizon.date_of(shift.day)}"
        made = 1.0 if person.agent == "anna" else 0.5
        if person.agent == "boris" and date >= "2026-06-04":
            made = 0.75
        lost[person.agent] = lost.get(person.agent, 0) + shift.paid_minutes * (1 - made)
    assert {one.agent: one.minutes for one in cost.ramp_up} == {who: n for who, n in lost.items() if n}
    assert cost.total_minor == sum(line.amount_minor for line in cost.lines)
    assert 0 < cost.ramp_up_minor < cost.total_minor
    rows = document(plan, tmp_path)["ramp_up"]
    assert sum(round(float(row["cost"]) * 100) for row in rows) == cost.ramp_up_minor
    cells = [list(row) for row in opened(plan)["Costs"].iter_rows(values_only=True)]
    (head,) = [
        n for n, row in enumerate(cells) if row[0] == "Newcomers' ramp-up: included in the amounts above"
    ]
    total = cells[head + 2 + len(cost.ramp_up)]
    assert total[0] == "Total"
    assert total[3] == pytest.approx(cost.ramp_up_minutes / 60)
    assert total[7] == pytest.approx(cost.ramp_up_minor / 100)
    print_summary(plan, tmp_path)
    assert "of the total, newcomers' ramp-up" in capsys.readouterr().out
    assert "ramp_up" not in document(small_plan(), tmp_path)


def test_they_are_slower_in_the_simulation_too() -> None:
    plan = with_newcomers()
    played = simulate_plan(plan, SimulationLimits(replications=4, seed=1))
    speeds = {
        (agent.name, plan.scenario.horizon.local(part.start_minute).date().isoformat(), part.productivity)
        for agent in played.given.agents
        for part in agent.stretches
    }
    assert {speed for name, _, speed in speeds if name == "anna"} <= {1.0}
    assert {speed for name, _, speed in speeds if name.startswith("operator")} == {0.5}
    boris = {(day, speed) for name, day, speed in speeds if name == "boris" and day != "2026-06-04"}
    assert boris
    assert {speed for day, speed in boris if day < "2026-06-04"} <= {0.5}
    assert {speed for day, speed in boris if day > "2026-06-04"} <= {0.75}
    whole = simulate_plan(small_plan(), SimulationLimits(replications=4, seed=1))
    assert {part.productivity for agent in whole.given.agents for part in agent.stretches} == {1.0}


def test_whoever_does_as_much_as_others_changes_nothing(tmp_path: Path) -> None:
    """A ramp-up that is over, or that was none, leaves the very same plan."""
    same = {
        'id = "boris"': f'id = "boris"\nfirst_day = 2026-05-10\n{RAMP}',
        'name = "operator"': 'name = "operator"\nproductivity = 1.0',
    }
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = without_scenario(small_plan(), tmp_path / "a"), planned(changed(same))
    assert without_scenario(other, tmp_path / "b") == one
    assert "working" not in one["intervals"]


def without_scenario(plan: Plan, folder: Path) -> dict[str, Any]:
    written: dict[str, Any] = document(plan, folder)
    return {key: value for key, value in written.items() if key not in ("scenario", "wall_seconds")}


def test_hard_coverage_is_short_of_the_work_not_of_the_people() -> None:
    """Two newcomers at half on Monday morning: two there, one agent's work, and the audit says so."""
    plan = planned(
        changed(
            {
                **NEWCOMERS,
                "prices = { understaffed_hour = 120 }": "prices = { hard_coverage = true }",
                "max_hires = 5": "max_hires = 1",
            }
        ),
        seconds=3,
    )
    assert plan.proof.status == "infeasible"
    found = [one for one in plan.violations if one.rule == "coverage"]
    assert found
    assert any("0.5 on duty" in one.text.en or "1.5 on duty" in one.text.en for one in found)
    assert any("0,5" in one.text.ru or "1,5" in one.text.ru for one in found)
    assert recheck(plan.scenario, plan.roster, plan.coverage.required, plan.demands)[0] == plan.violations


def test_the_workbook_shows_parts_of_an_agent() -> None:
    plan = with_newcomers()
    sheet = workbook_sheet(plan)
    rows = list(sheet.iter_rows(min_row=5, max_row=4 + plan.scenario.horizon.intervals))
    assert [row[6].value for row in rows] == [float(one) for one in plan.coverage.counted]
    assert {row[6].number_format for row in rows} == {"#,##0.00"}
    assert all(isinstance(worst, int) for worst in worst_hours(plan).values())


def workbook_sheet(plan: Plan) -> Worksheet:
    """The sheet of intervals, as a reader opens it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        write_workbook(plan, path)
        return load_workbook(path)["Intervals"]
