"""What stands in the file."""

import json
import re
from dataclasses import replace
from pathlib import Path

from planner.plan_file import plan_document
from planner.plan_file.layout import json_text
from tests.plan_file.small_plan import small_plan

CONTRACT = {
    "status", "objective", "bound", "gap", "wall_seconds", "seed", "headcount",
    "cost", "coverage", "roster", "violations",
}  # fmt: skip


def test_the_keys_others_rely_on() -> None:
    document = plan_document(small_plan())
    assert document.keys() >= CONTRACT
    assert list(document["cost"]) == [
        "total",
        "base",
        "night_premium",
        "holiday_premium",
        "other_premium",
        "overtime",
        "on_costs",
        "per_head",
        "overhead",
        "currency",
    ]
    assert set(document["coverage"]) >= {
        "required_hours",
        "scheduled_hours",
        "understaffed_hours",
        "overstaffed_hours",
        "service_level",
    }
    rows = document["roster"]
    assert list(rows[0]) == [
        "agent",
        "date",
        "shift",
        "start",
        "end",
        "paid_minutes",
        "break_start",
        "break_end",
    ]


def test_money_is_decimal_text() -> None:
    plan = small_plan()
    document = plan_document(plan)
    assert document["cost"]["total"] == f"{plan.cost.total_minor // 100}.{plan.cost.total_minor % 100:02d}"
    for text in (document["objective"], document["bound"], document["shift_costs"][0]["base"]):
        assert re.fullmatch(r"\d+\.\d\d", text)
    assert document["gap"] == round(1250 / plan.proof.objective_minor, 6)


def test_times_carry_the_offset_of_their_own_hour() -> None:
    """Saturday night in Berlin begins in summer time and ends in winter time."""
    rows = plan_document(small_plan())["roster"]
    (saturday,) = (row for row in rows if row["date"] == "2026-10-24" and row["shift"] == "Night")
    assert (saturday["start"], saturday["end"]) == ("2026-10-24T22:00+02:00", "2026-10-25T06:00+01:00")
    assert (saturday["paid_minutes"], saturday["break_start"], saturday["break_end"]) == (540, None, None)
    (day,) = (row for row in rows if row["date"] == "2026-10-22")
    assert (day["break_start"], day["break_end"]) == ("2026-10-22T11:00+02:00", "2026-10-22T12:00+02:00")


def test_only_hard_findings_are_violations() -> None:
    document = plan_document(small_plan())
    assert document["violations"] == []
    (wish,) = document["unmet_wishes"]
    assert (wish["rule"], wish["agent"], wish["price"]) == ("shift_request", "ana", "12.50")
    broken = plan_document(small_plan("DDDDDDD"))["violations"]
    assert {row["rule"] for row in broken} >= {"max_consecutive_days"}
    assert list(broken[0]) == ["rule", "agent", "date", "text", "hard"]
    assert all(row["hard"] is True for row in broken)


def test_findings_speak_the_language_of_the_desk() -> None:
    plan = small_plan("DDDDDDD")
    desk = plan.scenario.desk.model_copy(update={"language": "ru"})
    russian = replace(plan, scenario=plan.scenario.model_copy(update={"desk": desk}))
    assert re.search("[а-я]", plan_document(russian)["violations"][0]["text"])
    assert not re.search("[а-я]", plan_document(plan)["violations"][0]["text"])


def test_everything_else_is_there() -> None:
    plan = small_plan()
    document = plan_document(plan, {"speed": 1})
    intervals = document["intervals"]
    assert len(intervals["start"]) == len(intervals["open"]) == len(intervals["on_duty"]) == 7 * 24 + 1
    assert intervals["start"][74:77] == [
        "2026-10-25T02:00+02:00",
        "2026-10-25T02:00+01:00",
        "2026-10-25T03:00+01:00",
    ]
    assert [row["id"] for row in document["agents"]] == ["ana", "bob", "hire-1"]
    assert document["agents"][0]["skills"] == ["chat", "mail"]
    assert document["demand"][0]["contacts"][:2] == [0.333333, 1.333333]
    assert document["promises"][0]["service_level_by_interval"] == [0.5, None]
    assert document["figures"] == {"speed": 1}
    assert document["reasons"] == ["because"]
    assert document["scenario"]["agents"][0]["worked_before"][0]["start"] == "22:00"
    assert sum(row["overtime_minutes"] for row in document["agent_costs"]) == 0


def test_the_text_is_the_same_every_time_and_nothing_is_lost() -> None:
    document = plan_document(small_plan())
    text = json_text(document)
    assert text == json_text(plan_document(small_plan()))
    assert json.loads(text) == document
    assert list(json.loads(text)) == list(document)
    assert text.endswith("}\n")
    assert "Поддержка" in text
    (row,) = (line for line in text.splitlines() if '"shift": "Night"' in line and "bob" in line)
    assert row.startswith("    {")


def test_the_repository_s_own_paths_are_not_in_the_file() -> None:
    assert str(Path.cwd()) not in json_text(plan_document(small_plan()))
