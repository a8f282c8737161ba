"""Whether contacts that come by another channel have one to come by."""

from collections.abc import Iterator

from models.errors import InputProblem
from planner.scenario.draft import Draft
from planner.scenario.suggest import did_you_mean, listed


def contact_shifts(draft: Draft) -> Iterator[InputProblem]:
    """Contacts moved to a channel nobody wrote, or to the one they come from."""
    names = draft.written_names("channels")
    for i, channel in draft.channels:
        others = sorted(names - {channel.name})
        allowed = listed(others) if others else "no shift: there is no other channel"
        for j, shift in enumerate(channel.forecast.shifts):
            place = draft.place("channels", i, "forecast", "shifts", j, "to")
            if shift.to == channel.name:
                yield InputProblem(place, "contacts move to the channel they come from", allowed)
            elif shift.to not in names:
                message = f'there is no channel "{shift.to}"{did_you_mean(shift.to, others)}'
                yield InputProblem(place, message, allowed)
