import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import BadInputError
from models.plan import Plan
from planner.intake import on_shift
from planner.intake.exporters.on_shift_file import OnShiftFile
from tests.plans import sample_plan
from tests.random_rosters import DAYS, plans

FILTERS = st.sampled_from(
    [(None, None), ("phone", None), ("tickets", None), (None, "tickets"), ("phone", "x")]
)


def read_minute(plan: Plan, minute: int, channel: str | None, skill: str | None) -> set[tuple[str, str]]:
    """Who is there and what they do, read off the roster as a person would."""
    found = set()
    for tour in plan.roster.tours:
        has = tour.agent.skills
        if (channel == "tickets" and "tickets" not in has) or (skill is not None and skill not in has):
            continue
        for shift in (*tour.agent.history, *tour.worked):
            if shift.start_minute <= minute < shift.end_minute:
                pause = shift.break_start_minute <= minute < shift.break_end_minute
                found.add((tour.agent.agent, "break" if pause else "work"))
    return found


def said(answer: Any) -> set[tuple[str, str]]:
    return {(agent["id"], agent["activity"]) for agent in answer["agents"]}


@given(plan=plans(), filters=FILTERS, minute=st.integers(0, DAYS * 1440))
@settings(max_examples=60, deadline=None)
def test_agrees_with_reading_the_roster_minute_by_minute(
    plan: Plan, filters: tuple[str | None, str | None], minute: int
) -> None:
    horizon = plan.scenario.horizon
    answer: Any = on_shift(plan, horizon.local(minute), *filters)
    assert said(answer) == read_minute(plan, minute, *filters)
    until = answer["next_change_at"]
    end = horizon.minute_of(dt.datetime.fromisoformat(until)) if until else DAYS * 1440 + 1
    assert end > minute
    same = {frozenset(read_minute(plan, at, *filters)) for at in range(minute, end)}
    assert len(same) == 1


@given(plan=plans())
@settings(max_examples=40, deadline=None)
def test_the_file_holds_every_minute_of_the_period_once(plan: Plan) -> None:
    document = json.loads(OnShiftFile().files(plan)["on-shift.json"])
    horizon = plan.scenario.horizon
    position = 0
    for segment in document["segments"]:
        start, end = (horizon.minute_of(dt.datetime.fromisoformat(segment[key])) for key in ("from", "to"))
        assert start == position
        assert end > start
        for minute in {start, (start + end) // 2, end - 1}:
            assert said(segment) == read_minute(plan, minute, None, None)
        position = end
    last = max([0, *(shift.end_minute for _, shift in plan.roster.worked())])
    assert position == max(last, horizon.end_minute)


def test_has_exactly_the_agreed_shape() -> None:
    plan = sample_plan()
    answer: Any = on_shift(plan, dt.datetime(2026, 2, 2, 9, 30, tzinfo=dt.UTC), channel="tickets")
    assert list(answer) == ["at", "roster_version", "next_change_at", "agents"]
    assert answer["next_change_at"] == "2026-02-02T13:00:00+03:00"
    assert answer["agents"][0] == {
        "id": "anna",
        "external_ids": {"zendesk": "10011"},
        "channels": ["phone", "tickets"],
        "skills": ["tickets"],
        "activity": "break",
        "start": "2026-02-02T08:00:00+03:00",
        "end": "2026-02-02T20:00:00+03:00",
        "max_capacity": {"phone": 1, "tickets": 1},
    }


def test_default_is_the_start_of_the_period_with_the_night_carried_over() -> None:
    answer = on_shift(sample_plan())
    assert answer["at"] == "2026-02-02T00:00:00+03:00"
    assert said(answer) == {("dina", "break"), ("egor", "work")}


def test_nothing_changes_after_the_last_shift() -> None:
    answer = on_shift(sample_plan(), dt.datetime(2026, 4, 1, tzinfo=dt.UTC))
    assert answer["next_change_at"] is None
    assert answer["agents"] == []


def test_a_night_across_the_clock_change_ends_at_its_clock_time() -> None:
    plan = sample_plan(zone="Europe/Berlin", first_date=dt.date(2026, 3, 9))
    answer: Any = on_shift(plan, dt.datetime(2026, 3, 29, 0, 30, tzinfo=dt.UTC))
    assert {agent["end"] for agent in answer["agents"]} == {"2026-03-29T08:00:00+02:00"}


def test_bad_questions_are_answered_all_at_once() -> None:
    with pytest.raises(BadInputError) as caught:
        on_shift(sample_plan(), dt.datetime.fromisoformat("2026-02-02T09:00"), channel="fax")
    assert [problem.place.en for problem in caught.value.problems] == ["at", "channel"]
    assert "phone, tickets" in str(caught.value)
