"""Whether contacts that come by another channel have one to come by."""

from collections.abc import Iterator

from models.errors import InputProblem
from models.text import Text
from planner.scenario.cross_checks.no_such import no_such
from planner.scenario.draft import Draft
from planner.scenario.suggest import listed


def contact_shifts(draft: Draft) -> Iterator[InputProblem]:
    """Contacts moved to a channel nobody wrote, or to the one they come from."""
    names = draft.written_names("channels")
    for i, channel in draft.channels:
        others = sorted(names - {channel.name})
        allowed = (
            listed(others)
            if others
            else Text(en="no shift: there is no other channel", ru="ничего: другого канала нет")
        )
        for j, shift in enumerate(channel.forecast.shifts):
            place = draft.place("channels", i, "forecast", "shifts", j, "to")
            if shift.to == channel.name:
                message = Text(
                    en="contacts move to the channel they come from",
                    ru="обращения переходят в тот же канал, из которого приходят",
                )
                yield InputProblem(place, message, allowed)
            elif shift.to not in names:
                message = no_such("channel", shift.to, others)
                yield InputProblem(place, message, allowed)
