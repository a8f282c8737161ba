"""Handle times that templates, training or a new tool change."""

import numpy as np

from models.channel import Channel
from models.text import Language
from planner.forecast.flow import Flow
from planner.forecast.levers.words import lever_note


def apply_aht_factor(channel: Channel, flow: Flow, language: Language) -> Flow:
    """Multiply handle times."""
    factor = channel.forecast.aht_factor
    if factor == 1:
        return flow
    period = slice(flow.lead_in, None)
    weights = flow.contacts[period]
    times = flow.aht_seconds[period]
    before = float(np.average(times, weights=weights) if weights.sum() > 0 else times.mean())
    said = lever_note(
        "aht_factor", language, channel=channel.name, factor=factor, before=before, after=before * factor
    )
    return flow.changed(said, aht_seconds=flow.aht_seconds * factor)
