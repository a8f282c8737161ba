"""Small desks the staffing tests are about."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from models.channel import ChannelSetting, Volume
from models.demand import ChannelDemand
from models.horizon import Horizon
from models.requirement import LiveNeed
from models.staffing_terms import Shrinkage, StaffingTerms
from planner.staffing.chat import Chat
from planner.staffing.deferred import Deferred
from planner.staffing.phone import Phone

NO_VOLUME = Volume(contacts_per_day={"mon": 0})


def setting(
    open_intervals: str,
    lead_in_open: str = "",
    terms: StaffingTerms | None = None,
    live: tuple[LiveNeed, ...] = (),
    interval_minutes: int = 60,
) -> ChannelSetting:
    """Intervals drawn as a string, ``#`` open and ``.`` closed; padded with closed time to whole days."""
    per_day = 1440 // interval_minutes
    days = -(-len(open_intervals) // per_day)
    padded = open_intervals.ljust(days * per_day, ".")
    return ChannelSetting(
        horizon=Horizon(
            zone="UTC", first_date=dt.date(2024, 1, 8), days=days, interval_minutes=interval_minutes
        ),
        open_intervals=tuple(mark == "#" for mark in padded),
        lead_in_open=tuple(mark == "#" for mark in lead_in_open),
        terms=terms or StaffingTerms(occupancy_cap=1.0),
        live=live,
    )


def demand(
    contacts: Sequence[float],
    aht_seconds: float = 60.0,
    intervals: int = 24,
    lead_in: Sequence[float] | None = None,
    name: str = "desk",
) -> ChannelDemand:
    """Contacts from the first interval on; the rest of the day is quiet."""
    return ChannelDemand(
        channel=name,
        contacts=(*contacts, *[0.0] * (intervals - len(contacts))),
        aht_seconds=(aht_seconds,) * intervals,
        lead_in_contacts=tuple(lead_in or []),
    )


def phone(name: str = "desk", **fields: Any) -> Phone:
    return Phone(name=name, volume=NO_VOLUME, aht_seconds=60, **fields)


def chat(name: str = "chat", slowdown: Sequence[float] = (1.0, 1.2, 1.5), **fields: Any) -> Chat:
    return Chat(name=name, volume=NO_VOLUME, aht_seconds=60, slowdown=tuple(slowdown), **fields)


def deferred(name: str = "desk", **fields: Any) -> Deferred:
    return Deferred(name=name, volume=NO_VOLUME, aht_seconds=60, **fields)


def absent(share: float, **rest: Any) -> StaffingTerms:
    return StaffingTerms(shrinkage=Shrinkage(absence_share=share, **rest), occupancy_cap=1.0)
