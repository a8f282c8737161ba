"""Busy days as the forecast knows them, where a channel does not say itself how days differ."""

from collections.abc import Sequence
from math import sqrt

from models.channel import Channel
from models.demand import ChannelDemand
from models.spread import Spread
from models.staffing_terms import StaffingTerms
from planner.staffing.deferred_channel import DeferredChannel
from planner.staffing.live_channel import LiveChannel

#: Largest coefficient of variation a channel may state.
_MOST = 1.0


def with_busy_days(
    channels: Sequence[Channel], demands: Sequence[ChannelDemand], terms: StaffingTerms
) -> tuple[Channel, ...]:
    """Give channels the variation their forecasts know, where the terms say so.

    A channel's own ``load_cv`` stays, and so does one whose demand has no spread.  What live
    channels meet in an interval strays as the day's factor times the interval's: for independent
    factors of mean 1, 1 + cv² = (1 + cv_day²)(1 + cv_interval²).  Of work that may wait, single
    intervals even out, so the day's factor alone is left.

    Parameters
    ----------
    channels, demands
        Channels of the scenario and their demands, in the same order.
    terms
        ``busy_days`` says whether forecasts are asked.

    Returns
    -------
    tuple of Channel
        In the same order.
    """
    if terms.busy_days == "none":
        return tuple(channels)
    return tuple(_varied(channel, demand.spread) for channel, demand in zip(channels, demands, strict=True))


def _varied(channel: Channel, spread: Spread | None) -> Channel:
    if spread is None or not isinstance(channel, LiveChannel | DeferredChannel) or channel.load_cv > 0:
        return channel
    by_day = spread.cv_day
    if isinstance(channel, LiveChannel):
        by_day = sqrt((1 + spread.cv_day**2) * (1 + spread.cv_interval**2) - 1)
    return channel.model_copy(update={"load_cv": min(_MOST, by_day)})
