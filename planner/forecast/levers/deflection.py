"""Deflection: contacts that self-service answers never reach the desk."""

from models.channel import Channel
from models.text import Language
from planner.forecast.flow import Flow
from planner.forecast.levers.words import lever_note


def apply_deflection(channel: Channel, flow: Flow, language: Language) -> Flow:
    """Take away the share that is deflected."""
    share = channel.forecast.deflection
    if share == 0:
        return flow
    contacts = flow.contacts * (1 - share)
    after = float(contacts[flow.lead_in :].sum())
    said = lever_note(
        "deflection", language, channel=channel.name, share=share, before=flow.period_contacts, after=after
    )
    return flow.changed(said, contacts=contacts)
