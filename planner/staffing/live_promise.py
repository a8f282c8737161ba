"""What customers of a queue answered at once can expect of a roster."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.requirement import ChannelPromise
from planner.staffing.compiled import FloatArray
from planner.staffing.live_queue import Queue, queue_cells
from planner.staffing.shrinkage import presence


def service_levels(
    queue: Queue, demand: ChannelDemand, setting: ChannelSetting, on_duty: Sequence[int | Fraction]
) -> FloatArray:
    """Expected service level per interval with ``on_duty`` rostered agents.

    Absence is averaged over (see :func:`planner.staffing.shrinkage.presence`).

    Returns
    -------
    numpy.ndarray
        Shares, shape (intervals,); NaN while closed and where nothing arrives.
    """
    cells = queue_cells(queue, demand, setting)
    present, weights = presence(on_duty, setting.terms.shrinkage)
    level: FloatArray = (cells.level(present) * weights).sum(axis=0)
    arriving = np.asarray(demand.contacts) > 0
    return np.where((cells.load > 0) & arriving, level, np.nan)


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
