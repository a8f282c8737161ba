"""Contacts the user states by weekday."""

import numpy as np

from models.channel import Channel, Volume
from planner.forecast.clock_places import ClockPlaces
from planner.forecast.flow import Flow
from planner.forecast.volume import volume_day


def volume_flow(
    channel: Channel, volume: Volume, places: ClockPlaces, lead_in: int, interval_minutes: int
) -> Flow:
    """Spread stated volumes over the clock; nothing says how sure they are."""
    contacts = places.spread_out(lambda date: volume_day(volume, date, interval_minutes))
    return Flow(
        places,
        lead_in,
        contacts,
        aht_seconds=np.full(contacts.shape, channel.aht_seconds),
        counted=np.zeros(contacts.shape, dtype=bool),
    )
