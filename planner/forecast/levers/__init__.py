"""What a scenario changes about a forecast, one file per lever; each says what it changed."""

from models.channel import Channel
from models.text import Language
from planner.forecast.flow import Flow
from planner.forecast.levers.aht_factor import apply_aht_factor
from planner.forecast.levers.deflection import apply_deflection
from planner.forecast.levers.event import apply_events
from planner.forecast.levers.growth import apply_growth
from planner.forecast.levers.shift import apply_shifts, shift_problems

__all__ = ["apply_own_levers", "apply_shifts", "shift_problems"]


def apply_own_levers(channel: Channel, flow: Flow, language: Language) -> Flow:
    """Apply the levers that touch a channel alone, in the order in which they happen.

    Events and growth say how many customers have a question, deflection how many of them
    reach the desk, templates how long each takes.  Moves to other channels follow, once the
    own levers of all channels are applied.
    """
    for apply in (apply_events, apply_growth, apply_deflection, apply_aht_factor):
        flow = apply(channel, flow, language)
    return flow
