import json

from hypothesis import given, settings

from models.plan import Plan
from planner.intake.exporters.capacity import Capacity
from tests.plans import sample_plan
from tests.random_rosters import plans


@given(plan=plans())
@settings(max_examples=30, deadline=None)
def test_scheduled_counts_who_is_there_the_whole_interval(plan: Plan) -> None:
    rows = json.loads(Capacity().files(plan)["capacity.json"])
    horizon = plan.scenario.horizon
    for place, start in enumerate(horizon.interval_starts):
        phone, tickets = rows[2 * place], rows[2 * place + 1]
        there = [
            tour.agent
            for tour in plan.roster.tours
            for shift in (*tour.agent.history, *tour.worked)
            if shift.works_throughout(start, start + 30)
        ]
        assert phone["scheduled"] == len(there)
        assert tickets["scheduled"] == sum("tickets" in agent.skills for agent in there)


def test_rows_carry_the_requirement_and_the_promise() -> None:
    plan = sample_plan(opening="mon-fri 09:00-18:00")
    rows = json.loads(Capacity().files(plan)["capacity.json"])
    assert len(rows) == 2 * plan.scenario.horizon.intervals
    phone = [row for row in rows if row["channel"] == "phone"]
    assert tuple(row["required"] for row in phone) == plan.requirement.live[0].agents
    assert phone[0]["expected_service_level"] is None
    assert phone[2 * 9]["expected_service_level"] == 0.93
    assert phone[2 * 9]["start"] == "2026-02-02T09:00:00+03:00"
    assert {row["required"] for row in rows if row["channel"] == "tickets"} == {None}
    assert {row["skill"] for row in rows} == {None, "tickets"}
