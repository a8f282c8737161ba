"""Write, read, audit: the same findings; a row tampered with: another finding."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.tour import Roster
from planner.audit import audit
from planner.pay import price
from planner.plan_file import ReadPlan, plan_document, read_plan, write_plan
from tests.plan_file.small_plan import calendar_of_autumn, small_plan

Document = dict[str, Any]


def hard_rules(plan: ReadPlan) -> set[tuple[str, str | None]]:
    open_intervals = (True,) * plan.scenario.horizon.intervals
    return {
        (found.rule, found.agent) for found in audit(plan.scenario, plan.roster, open_intervals) if found.hard
    }


def read_back(tmp_path: Path, document: Document) -> ReadPlan:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return read_plan(path)


@pytest.mark.parametrize("letters", ["", "DDDDDDD", "NAD...D", "......."])
def test_nothing_is_lost(tmp_path: Path, letters: str) -> None:
    plan = small_plan(letters)
    write_plan(plan, tmp_path / "plan.json")
    read = read_plan(tmp_path / "plan.json")
    assert read.scenario == plan.scenario
    assert read.roster == plan.roster
    assert read.document == plan_document(plan)
    assert audit(read.scenario, read.roster, (True,) * read.scenario.horizon.intervals) == plan.violations
    assert price(read.scenario, calendar_of_autumn(), read.roster) == plan.cost


def test_an_hour_the_clock_shows_twice_is_told_apart_by_its_offset(tmp_path: Path) -> None:
    """Bob's Dawn of 27 October is moved to the 25th, where 02:00 comes twice."""
    starts = {}
    for offset in ("+02:00", "+01:00"):
        document = plan_document(small_plan())
        (row,) = (row for row in document["roster"] if row["shift"] == "Dawn")
        row |= {"date": "2026-10-25", "start": f"2026-10-25T02:00{offset}", "end": "2026-10-25T06:00+01:00"}
        document["roster"] = [r for r in document["roster"] if r is row or r["agent"] != "bob"]
        (tour,) = (t for t in read_back(tmp_path, document).roster.tours if t.agent.agent == "bob")
        (shift,) = tour.worked
        starts[offset] = shift.end_minute - shift.start_minute
    assert starts == {"+02:00": 300, "+01:00": 240}


def test_another_offset_for_the_same_moment_is_the_same_shift(tmp_path: Path) -> None:
    document = plan_document(small_plan())
    document["roster"][0]["start"] = "2026-10-22T06:00Z"
    assert document["roster"][0]["shift"] == "Day"
    assert read_back(tmp_path, document).roster == small_plan().roster


def _set(number: int, **changes: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document["roster"][number] |= changes

    return change


def _append(**row: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document["roster"].append({"break_start": None, "break_end": None} | row)

    return change


@pytest.mark.parametrize(
    ("tamper", "rule"),
    [
        (_set(0, start="2026-10-22T08:30+02:00"), "pattern_start"),
        (_set(0, end="2026-10-22T18:00+02:00"), "pattern_length"),
        (_set(0, paid_minutes=540), "paid_minutes"),
        (_set(0, shift="Night"), "pattern_start"),
        (_set(0, shift="Ghost"), "unknown_pattern"),
        (_set(0, break_start=None, break_end=None), "pattern_break"),
        (_set(0, break_end="2026-10-22T12:30+02:00"), "pattern_break"),
        (
            _append(
                agent="ana",
                date="2026-10-23",
                shift="Night",
                start="2026-10-23T22:00+02:00",
                end="2026-10-24T06:00+02:00",
                paid_minutes=480,
            ),
            None,
        ),
        (
            _append(
                agent="ana",
                date="2026-10-25",
                shift="Day",
                start="2026-10-25T08:00+01:00",
                end="2026-10-25T17:00+01:00",
                paid_minutes=480,
                break_start="2026-10-25T11:00+01:00",
                break_end="2026-10-25T12:00+01:00",
            ),
            "min_rest",
        ),
        (lambda document: document["agents"][0].update(skills=["mail"]), "other_skills"),
        (lambda document: document["agents"].append(_hire(2)), None),
        (lambda document: document["agents"].extend([_hire(2), _hire(3)]), "hires"),
    ],
)
def test_what_was_changed_is_found(
    tmp_path: Path, tamper: Callable[[Document], None], rule: str | None
) -> None:
    """Where no rule is named the change is legal, which shows that the others are not found anyway."""
    document = plan_document(small_plan())
    assert document["roster"][0]["agent"] == "ana"
    tamper(document)
    assert (rule in {kind for kind, _ in hard_rules(read_back(tmp_path, document))}) is (rule is not None)


def _hire(number: int) -> Document:
    return {"id": f"hire-{number}", "name": "", "contract": "full", "skills": [], "vacancy": "hire"}


def test_a_person_cut_out_with_their_rows_is_found(tmp_path: Path) -> None:
    document = plan_document(small_plan())
    document["agents"] = [row for row in document["agents"] if row["id"] != "ana"]
    document["roster"] = [row for row in document["roster"] if row["agent"] != "ana"]
    assert hard_rules(read_back(tmp_path, document)) == {("agent_missing", "ana")}


def test_a_plan_of_nobody_is_read(tmp_path: Path) -> None:
    document = plan_document(small_plan())
    document |= {"agents": [], "roster": []}
    assert read_back(tmp_path, document).roster == Roster(())
