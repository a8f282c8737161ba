"""Targets kept over a day or the period, from the scenario file to the files of the plan."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models.plan import Plan
from tests.cli.conftest import Smena, smena
from tests.planned_desk import NO_DATES, changed, planned

__all__ = ["smena"]

#: Calls alone, for three days.
DESK = changed({**NO_DATES, "weeks = 1": "days = 3"})
CALLS = DESK[: DESK.index('[[channels]]\nname = "tickets"')] + DESK[DESK.index("[[shift_patterns]]") :]


def desk(scope: str, *, most: int = 6, calls: int = 150, price: int = 20_000, hard: bool = False) -> str:
    daily = "mon = 60, tue = 60, wed = 60, thu = 60, fri = 60"
    text = CALLS.replace(daily, daily.replace("60", str(calls)))
    text = text.replace("patience_seconds = 180", f'patience_seconds = 180\ntarget = {{ scope = "{scope}" }}')
    text = text.replace("max_hires = 5", f"max_hires = {most}")
    hard_too = ", hard_coverage = true" if hard else ""
    return text.replace("{ understaffed_hour = 120 }", f"{{ understaffed_hour = {price}{hard_too} }}")


@cache
def plan_of(scope: str) -> Plan:
    return planned(desk(scope), seconds=60)


@pytest.mark.parametrize(("wider", "narrower"), [("day", "interval"), ("period", "day")])
def test_a_wider_scope_never_costs_more(wider: str, narrower: str) -> None:
    cheaper, dearer = plan_of(wider), plan_of(narrower)
    assert cheaper.proof.bound_minor <= dearer.proof.objective_minor
    for plan in (cheaper, dearer):
        assert plan.proof.status == "optimal"
    assert cheaper.proof.objective_minor <= dearer.proof.objective_minor


def test_an_interval_below_its_spread_requirement_is_not_short_when_the_day_is_kept() -> None:
    plan, strict = plan_of("day"), plan_of("interval")
    assert len(plan.outcomes) == 3
    assert all(one.is_kept for one in plan.outcomes)
    assert plan.coverage.understaffed_hours == 0
    pairs = zip(plan.coverage.on_duty, strict.coverage.required, strict=True)
    assert any(there < need for there, need in pairs)
    assert plan.objective_parts.understaffing_minor == 0


def test_what_a_day_is_said_to_reach_is_what_the_promise_says() -> None:
    plan = plan_of("period")
    (one,) = plan.outcomes
    first, last = one.intervals
    # the first hours are covered by the plan before
    assert (first, last) == (8, 71)
    levels = plan.promises[0].service_level_by_interval[first:]
    contacts = plan.demands[0].contacts[first:]
    served = sum(count * (level or 0) for count, level in zip(contacts, levels, strict=True))
    assert one.reached == pytest.approx(served / sum(contacts), abs=1e-9)
    assert one.is_kept


def files(smena: Smena, folder: Path, text: str, limit: str = "30") -> tuple[Any, Any, Any, int]:
    scenario, made = folder / "desk.toml", folder / "made"
    scenario.write_text(text, encoding="utf-8")
    code = smena("plan", scenario, "--out", made, "--time-limit", limit).code
    verified = json.loads(smena("verify", made, "--json").out)
    audited = json.loads(smena("audit", made, "--json").out)
    return json.loads((made / "plan.json").read_text(encoding="utf-8")), verified, audited, code


def test_a_plan_with_a_daily_target_is_confirmed_from_its_files(smena: Smena, tmp_path: Path) -> None:
    plan, verified, audited, code = files(smena, tmp_path, desk("day"))
    assert code == 0
    assert verified["confirmed"]
    assert verified["cost"] == plan["objective"]
    assert [row["is_kept"] for row in plan["targets"]] == [True] * 3
    assert plan["targets"][1]["start"] == "2026-06-02T00:00+02:00"
    assert plan["targets"][2]["end"] == "2026-06-04T00:00+02:00"
    assert not [row for row in audited["soft"] if row["rule"] == "target"]


def test_missed_days_are_named_and_priced_everywhere(smena: Smena, tmp_path: Path) -> None:
    plan, verified, audited, _ = files(smena, tmp_path, desk("day", most=1, calls=400, price=300))
    missed = [row for row in plan["targets"] if not row["is_kept"]]
    assert missed
    assert verified["confirmed"]
    found = [row for row in audited["soft"] if row["rule"] == "target"]
    assert [row["date"] for row in found] == [row["start"][:10] for row in missed]
    priced = sum(Decimal(row["price"]) for row in missed)
    assert 0 < priced <= Decimal(plan["objective_parts"]["understaffing"])
    hours = plan["coverage"]["understaffed_hours"]
    assert hours * 300 == pytest.approx(float(plan["objective_parts"]["understaffing"]), abs=0.01)
    said = smena("plan", tmp_path / "desk.toml", "--out", tmp_path / "again", "--time-limit", "30").out
    assert f"missed on {len(missed)} of 3 days" in " ".join(said.split())


def test_a_target_that_must_be_kept_and_cannot_be_is_a_broken_rule(smena: Smena, tmp_path: Path) -> None:
    plan, verified, audited, code = files(smena, tmp_path, desk("day", most=1, calls=400, hard=True), "5")
    assert code == 1
    assert plan["status"] == "infeasible"
    assert verified["confirmed"]
    broken = {row["rule"] for row in plan["violations"]}
    assert "target" in broken
    assert {row["rule"] for row in audited["violations"]} == broken
    members = [one["text"] for conflict in plan["conflicts"] for one in conflict["members"]]
    assert any("the target of phone over a day" in text for text in members)


def test_targets_of_every_interval_write_the_file_as_before(smena: Smena, tmp_path: Path) -> None:
    plan, _, _, _ = files(smena, tmp_path, desk("interval"))
    assert "targets" not in plan
