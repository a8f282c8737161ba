import datetime as dt
import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models.clock import WEEKDAYS, ClockSpan, Weekday, parse_clock
from models.opening import Opening, OpeningException
from models.plan import Plan
from planner.calendar.hours import open_intervals
from planner.intake.exporters.business_hours import BusinessHours
from tests.plans import sample_plan

SPANS = st.builds(
    ClockSpan, start=st.integers(0, 47).map(lambda n: 30 * n), end=st.integers(0, 48).map(lambda n: 30 * n)
)


@st.composite
def openings(draw: st.DrawFn) -> Opening:
    days: list[Weekday] = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True))
    exceptions = draw(
        st.lists(
            st.builds(
                OpeningException,
                date=st.dates(dt.date(2026, 2, 15), dt.date(2026, 2, 26)),
                spans=st.lists(SPANS, max_size=2).map(tuple),
            ),
            max_size=3,
            unique_by=lambda item: item.date,
        )
    )
    return Opening(
        hours={day: tuple(draw(st.lists(SPANS, min_size=1, max_size=2))) for day in days},
        on_holidays=draw(st.sampled_from(["as_usual", "closed", "as_sunday"])),
        exceptions=tuple(exceptions),
    )


def hours_of(plan: Plan) -> Any:
    return json.loads(BusinessHours().files(plan)["business-hours.json"])


@given(opening=openings())
@settings(max_examples=80, deadline=None)
def test_a_reader_of_the_file_finds_the_open_intervals_of_the_plan(opening: Opening) -> None:
    base = sample_plan(first_date=dt.date(2026, 2, 16), days=10)
    scenario = base.scenario.model_copy(update={"opening": opening})
    plan, horizon = replace(base, scenario=scenario), base.scenario.horizon
    document = hours_of(plan)
    special = {entry["date"]: entry["hours"] for entry in document["exceptions"]}
    found = []
    for minute in horizon.interval_starts:
        local = horizon.local(minute)
        hours = special.get(local.date().isoformat(), document["weekly"][WEEKDAYS[local.weekday()]])
        clock = local.hour * 60 + local.minute
        found.append(any(parse_clock(h["start"]) <= clock < parse_clock(h["end"]) for h in hours))
    assert tuple(found) == open_intervals(opening, plan.calendar, horizon)


def test_a_holiday_is_named() -> None:
    document = hours_of(sample_plan(opening="mon-fri 09:00-18:00"))
    assert document["exceptions"] == [
        {"date": "2026-02-23", "name": "Defender of the Fatherland Day", "hours": []}
    ]
    assert document["weekly"]["fri"] == [{"start": "09:00", "end": "18:00"}]
    assert document["weekly"]["sat"] == []
    assert document["zone"] == "Europe/Moscow"


def test_around_the_clock_is_whole_days() -> None:
    document = hours_of(sample_plan())
    assert document["weekly"] == {day: [{"start": "00:00", "end": "24:00"}] for day in WEEKDAYS}
    assert document["exceptions"] == []
