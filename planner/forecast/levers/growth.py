"""Growth: a factor on all contacts."""

from models.channel import Channel
from models.text import Language
from planner.forecast.flow import Flow
from planner.forecast.levers.words import lever_note


def apply_growth(channel: Channel, flow: Flow, language: Language) -> Flow:
    """Multiply contacts, those counted before the period as well: the whole scenario has grown."""
    if channel.growth == 1:
        return flow
    contacts = flow.contacts * channel.growth
    after = float(contacts[flow.lead_in :].sum())
    said = lever_note(
        "growth",
        language,
        channel=channel.name,
        factor=channel.growth,
        before=flow.period_contacts,
        after=after,
    )
    return flow.changed(said, contacts=contacts)
