"""Events: dates of the period on which more or fewer contacts come."""

import numpy as np
from numpy.typing import NDArray

from models.channel import Channel
from models.forecast_terms import ContactEvent
from models.text import Language
from planner.forecast.flow import Flow
from planner.forecast.levers.words import lever_note

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


def apply_events(channel: Channel, flow: Flow, language: Language) -> Flow:
    """Apply the factors of all events, then what each of them adds.

    Contacts counted before the period stay: what the event did is in them already.
    """
    events = [event for event in channel.forecast.events if _changes(event)]
    if not events:
        return flow
    dates = [(event, _dates(event, flow)) for event in events]
    contacts = flow.contacts.copy()
    for event, on in dates:
        contacts[on] *= event.factor
    contacts = contacts + sum(_added(event, on, flow) for event, on in dates)
    for event, on in dates:
        in_period = on[flow.lead_in :]
        if not in_period.any():
            continue
        before, after = (float(each[flow.lead_in :][in_period].sum()) for each in (flow.contacts, contacts))
        first, last = event.first_date, event.last_date or event.first_date
        said = lever_note(
            "event",
            language,
            channel=channel.name,
            event=event.name,
            dates=f"{first}" if first == last else f"{first} – {last}",
            before=before,
            after=after,
        )
        flow = flow.changed(said)
    return flow.changed(contacts=contacts)


def _changes(event: ContactEvent) -> bool:
    return event.factor != 1 or event.added_contacts_per_day > 0


def _dates(event: ContactEvent, flow: Flow) -> BoolArray:
    on = np.array([event.covers(date) for date in flow.places.dates], dtype=bool)
    return on & ~flow.counted


def _added(event: ContactEvent, on: BoolArray, flow: Flow) -> FloatArray:
    """What comes on top, spread as the day's contacts are; evenly where none are expected."""
    added = np.zeros(flow.contacts.shape)
    ordinals = np.array([date.toordinal() for date in flow.places.dates])
    for day in np.unique(ordinals[on]):
        here = ordinals == day
        evenly = flow.places.shares[here]
        # Of a day the lead-in begins in, or the clocks cut, only a part is there.
        of_day = event.added_contacts_per_day * evenly.sum() / flow.places.slots_per_day
        weights = flow.contacts[here] if flow.contacts[here].any() else evenly
        added[here] = of_day * weights / weights.sum()
    return added
