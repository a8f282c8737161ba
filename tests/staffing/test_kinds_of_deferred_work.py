from typing import Any

import pytest

from models.channel import CHANNELS
from planner.staffing.busy_days import busy_day
from planner.staffing.deferred_channel import DeferredChannel
from tests.staffing.desks import NO_VOLUME, deferred, demand, setting


@pytest.mark.parametrize(
    ("kind", "deadline_minutes", "clock"),
    [("mail", 1440, "calendar"), ("tickets", 480, "open"), ("social", 60, "calendar")],
)
def test_kinds_differ_in_what_is_usually_promised(kind: str, deadline_minutes: int, clock: str) -> None:
    fields: dict[str, Any] = {"name": "desk", "volume": NO_VOLUME, "aht_seconds": 60}
    channel = CHANNELS[kind](**fields)
    assert isinstance(channel, DeferredChannel)
    assert (channel.deadline_minutes, channel.clock) == (deadline_minutes, clock)
    arrivals, frame = demand([30, 0, 60]), setting("##.#" * 6)
    same = deferred(deadline_minutes=deadline_minutes, clock=clock).need(arrivals, frame)
    assert channel.need(arrivals, frame) == same
    other = CHANNELS[kind](**fields | {"deadline_minutes": "3h", "clock": "calendar"})
    assert other.need(arrivals, frame) == deferred(deadline_minutes=180).need(arrivals, frame)


def test_planning_for_a_busy_day() -> None:
    arrivals, frame = demand([100] * 24, lead_in=[50]), setting("#" * 24, lead_in_open="#")
    plain = deferred(deadline_minutes=60).need(arrivals, frame)
    busy = deferred(deadline_minutes=60, load_cv=0.2, load_quantile=0.9).need(arrivals, frame)
    factor = busy_day(0.2, 0.9)
    assert factor == pytest.approx(1.26, abs=0.01)
    assert busy.due_minutes[-1] == pytest.approx(plain.due_minutes[-1] * factor, abs=1)
    # What is promised is still for the contacts expected.
    channel = deferred(deadline_minutes=60, load_cv=0.2, load_quantile=0.9)
    assert channel.promise(arrivals, frame, busy, (100,) * 24).service_level == 1


def test_without_a_quantile_variation_changes_nothing() -> None:
    arrivals, frame = demand([100] * 24), setting("#" * 24)
    assert deferred(deadline_minutes=60, load_cv=0.5).need(arrivals, frame) == deferred(
        deadline_minutes=60
    ).need(arrivals, frame)
