"""Contacts that come by another channel than before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.channel import Channel
from models.errors import InputProblem
from models.spread import Spread
from models.text import Language, Text
from planner.forecast.flow import Flow
from planner.forecast.levers.words import lever_note

FloatArray = NDArray[np.float64]

_NO_OTHER = Text(en="there is no other channel", ru="другого канала нет")
_TO_ITSELF = Text(
    en="contacts move to the channel they come from",
    ru="обращения переходят в тот же канал, из которого приходят",
)
_NO_CHANNEL = Text(en='there is no channel "{name}"', ru='нет канала "{name}"')


def shift_problems(channels: Sequence[Channel]) -> list[InputProblem]:
    """Shifts to a channel that is not there, or to the channel itself."""
    names = [channel.name for channel in channels]
    problems = []
    for channel in channels:
        names_left = ", ".join(name for name in names if name != channel.name)
        others = Text.same(names_left) if names_left else _NO_OTHER
        for number, shift in enumerate(channel.forecast.shifts):
            place = Text(en="channel", ru="канал") + f' "{channel.name}": forecast.shifts[{number}].to'
            if shift.to == channel.name:
                problems.append(InputProblem(place, _TO_ITSELF, others))
            elif shift.to not in names:
                problems.append(InputProblem(place, _NO_CHANNEL.format(name=shift.to), others))
    return problems


def apply_shifts(
    channels: Sequence[Channel], flows: Mapping[str, Flow], language: Language
) -> dict[str, Flow]:
    """Move contacts between channels, all at once: what moves in is not moved on.

    Parameters
    ----------
    channels
        All channels, their shifts without problems.
    flows
        Contacts by channel, own levers applied.

    Returns
    -------
    dict
        The flows after the moves.  Where moved contacts bring a handle time of their own, that
        of the interval is the average; spreads join as independent ones do.
    """
    moved = dict(flows)
    for channel in channels:
        source = flows[channel.name]
        for shift in channel.forecast.shifts:
            amount = source.contacts * shift.share
            left, joined = moved[channel.name], moved[shift.to]
            told: dict[str, str | float] = {
                "moved": float(amount[source.lead_in :].sum()),
                "share": shift.share,
                "to": shift.to,
            }
            said = lever_note("shift", language, channel=channel.name, **told)
            heard = lever_note("shift_in", language, channel=channel.name, **told)
            aht = flows[shift.to].aht_seconds if shift.aht_seconds is None else shift.aht_seconds
            moved[channel.name] = left.changed(said, contacts=left.contacts - amount)
            moved[shift.to] = _joined(joined, amount, aht, source.spread).changed(heard)
    # What is left of a channel that moves everything may lie a rounding error below nothing.
    return {name: flow.changed(contacts=np.maximum(flow.contacts, 0.0)) for name, flow in moved.items()}


def _joined(flow: Flow, amount: FloatArray, aht_seconds: FloatArray | float, spread: Spread | None) -> Flow:
    contacts = flow.contacts + amount
    own = np.divide(flow.contacts, contacts, out=np.ones_like(contacts), where=contacts > 0)
    total = float(contacts.sum())
    part = float(flow.contacts.sum()) / total if total > 0 else 1.0
    mixed = replace(flow, spread=_mixed(flow.spread, spread, part))
    return mixed.changed(contacts=contacts, aht_seconds=own * flow.aht_seconds + (1 - own) * aht_seconds)


def _mixed(own: Spread | None, other: Spread | None, part: float) -> Spread | None:
    """Spread of a sum of independent flows, the first of which is this part of it."""
    if own is None or other is None:
        return own
    return Spread(
        float(np.hypot(part * own.cv_day, (1 - part) * other.cv_day)),
        float(np.hypot(part * own.cv_interval, (1 - part) * other.cv_interval)),
    )
