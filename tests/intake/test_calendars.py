import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from models.plan import Plan
from planner.intake.exporters.agent_calendars import AgentCalendars
from planner.intake.exporters.queue_calendars import QueueCalendars, staffed_periods
from tests.plans import sample_plan
from tests.random_rosters import plans


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


@pytest.mark.parametrize("name", ["queue.ics", "queue-phone.ics", "agent-anna.ics", "agent-evening-1.ics"])
def test_feeds_read_back_as_published_calendars(name: str) -> None:
    plan = sample_plan()
    content = (QueueCalendars().files(plan) | AgentCalendars().files(plan))[name]
    feed: Any = Calendar.from_ical(content)
    assert feed["METHOD"] == "PUBLISH"
    assert feed["VERSION"] == "2.0"
    assert feed["REFRESH-INTERVAL"].dt == dt.timedelta(hours=1)
    assert feed["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert b"\r\n" in content
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    uids = [str(event["UID"]) for event in events(content)]
    assert len(set(uids)) == len(uids) > 0
    for event in events(content):
        assert event["STATUS"] == "CONFIRMED"
        assert event["SEQUENCE"] == 0
        assert event["DTSTAMP"].dt == plan.scenario.horizon.anchor
        assert event["DTSTART"].to_ical().endswith(b"Z")
        assert event["DTEND"].dt > event["DTSTART"].dt


def test_an_agents_events_are_the_agents_shifts() -> None:
    plan = sample_plan()
    horizon, tour = plan.scenario.horizon, plan.roster.tours[0]
    found = events(AgentCalendars().files(plan)["agent-anna.ics"])
    assert [(horizon.minute_of(e["DTSTART"].dt), horizon.minute_of(e["DTEND"].dt)) for e in found] == [
        (shift.start_minute, shift.end_minute) for shift in tour.worked
    ]
    assert found[0]["UID"] == "anna-2026-02-02@24x7.smena"
    assert found[0]["CATEGORIES"].to_ical() == b"tickets"
    assert found[0]["DESCRIPTION"] == "Break 12:00-13:00 (Europe/Moscow)"


def test_russian_desks_get_russian_calendars() -> None:
    plan = sample_plan(language="ru")
    assert "Перерыв 12:00" in events(AgentCalendars().files(plan)["agent-anna.ics"])[0]["DESCRIPTION"]
    assert "на смене" in events(QueueCalendars().files(plan)["queue.ics"])[0]["SUMMARY"]


@given(plan=plans())
@settings(max_examples=30, deadline=None)
def test_queue_periods_count_people_at_work_minute_by_minute(plan: Plan) -> None:
    channel = plan.scenario.channels[1]
    counts: dict[int, int] = {}
    previous_end, previous_count = -1, 0
    for start, end, count in staffed_periods(plan, channel):
        assert start < end
        assert not (start == previous_end and count == previous_count), "two periods should be one"
        counts |= dict.fromkeys(range(start, end), count)
        previous_end, previous_count = end, count
    for minute in range(0, plan.scenario.horizon.end_minute, 7):
        there = sum(
            shift.works_throughout(minute, minute + 1)
            for tour in plan.roster.tours
            if "tickets" in tour.agent.skills
            for shift in (*tour.agent.history, *tour.worked)
        )
        assert counts.get(minute, 0) == there
