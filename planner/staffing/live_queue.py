"""A queue answered at once: load, agents needed, and the service level of a roster."""

from typing import Protocol

import numpy as np

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.requirement import ChannelPromise
from planner.staffing import erlang_a, erlang_c
from planner.staffing.compiled import FloatArray, IntArray
from planner.staffing.shrinkage import presence, rostered_agents
from planner.staffing.target import ServiceTarget


class Queue(Protocol):
    """A channel answered at once, or a pool of them."""

    @property
    def target(self) -> ServiceTarget:
        """Service level to reach in every interval."""

    @property
    def patience_seconds(self) -> float | None:
        """Average patience; ``None`` means nobody hangs up."""


def offered_load(demand: ChannelDemand, setting: ChannelSetting) -> FloatArray:
    """Offered load in erlangs per interval; contacts arriving while closed are lost.

    contacts × AHT / length of the interval, shape (intervals,).
    """
    seconds = np.asarray(demand.contacts) * np.asarray(demand.aht_seconds)
    load: FloatArray = seconds / (60.0 * setting.horizon.interval_minutes)
    return np.where(np.asarray(setting.open_intervals, dtype=bool), load, 0.0)


def agents_needed(queue: Queue, demand: ChannelDemand, setting: ChannelSetting) -> IntArray:
    """Rostered agents per interval that keep the target and the occupancy cap.

    Parameters
    ----------
    queue
        Target to reach in every interval, and patience: Erlang C without, Erlang A with.
    demand, setting
        Contacts and terms; absence is added on top (see
        :func:`planner.staffing.shrinkage.rostered_agents`).

    Returns
    -------
    numpy.ndarray
        Whole agents, shape (intervals,); 0 while closed or without contacts.
    """
    target, patience_seconds = queue.target, queue.patience_seconds
    load = offered_load(demand, setting)
    aht = np.asarray(demand.aht_seconds)
    threshold, cap = target.within_seconds / aht, setting.terms.occupancy_cap
    if patience_seconds is None:
        needed = erlang_c.smallest_agents(load, threshold, target.share, cap)
    else:
        needed = erlang_a.smallest_agents(
            load,
            aht / patience_seconds,
            threshold,
            target.share,
            occupancy_cap=cap,
            definition=target.definition,
        )
    return rostered_agents(needed, setting.terms.shrinkage)


def service_levels(
    queue: Queue, demand: ChannelDemand, setting: ChannelSetting, on_duty: tuple[int, ...]
) -> FloatArray:
    """Expected service level per interval with ``on_duty`` rostered agents.

    Absence is averaged over (see :func:`planner.staffing.shrinkage.presence`).

    Returns
    -------
    numpy.ndarray
        Shares, shape (intervals,); NaN while closed and where nothing arrives.
    """
    target, patience_seconds = queue.target, queue.patience_seconds
    load = offered_load(demand, setting)
    aht = np.asarray(demand.aht_seconds)
    threshold = target.within_seconds / aht
    present, weights = presence(on_duty, setting.terms.shrinkage)
    if patience_seconds is None:
        cases = erlang_c.service_level(load, present, threshold)
    else:
        cases = erlang_a.service_level(load, present, aht / patience_seconds, threshold, target.definition)
    level: FloatArray = (cases * weights).sum(axis=0)
    return np.where(load > 0, level, np.nan)


def live_promise(demand: ChannelDemand, setting: ChannelSetting, levels: FloatArray) -> ChannelPromise:
    """Weigh service levels per interval with a channel's own contacts.

    ``levels`` are those of the queue the channel is answered from.
    """
    contacts = np.asarray(demand.contacts)
    is_open = np.asarray(setting.open_intervals, dtype=bool)
    counted = is_open & (contacts > 0) & ~np.isnan(levels)
    total, weight = float(contacts.sum()), float(contacts[counted].sum())
    return ChannelPromise(
        channel=demand.channel,
        contacts=total,
        service_level=float((contacts * levels)[counted].sum()) / weight if weight > 0 else 1.0,
        closed_share=float(contacts[~is_open].sum()) / total if total > 0 else 0.0,
        service_level_by_interval=tuple(
            float(level) if count else None for level, count in zip(levels, counted, strict=True)
        ),
    )
