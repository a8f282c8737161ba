"""Loads that change: what is in progress follows arrivals with a delay of a handle time.

With as many agents as one likes, the contacts in progress are on average m(t), which moves
towards the offered load a of the interval at the rate of completions (modified offered load:
Jagerman 1975; Massey and Whitt 1994)::

    m(t + Δ) = a + (m(t) − a)·e^{−μΔ}

An interval is staffed on its mean of m.  Right after opening that would be too few: m starts
at 0 and only ends near a, so the first interval is staffed on its maximum.
"""

import numpy as np
from numpy.typing import NDArray

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from planner.staffing.compiled import FloatArray


def modified_load(
    offered: FloatArray, interval_aht: FloatArray, opens: NDArray[np.bool_], start: float
) -> FloatArray:
    """Load to staff each interval on.

    Parameters
    ----------
    offered
        Offered load in erlangs, shape (intervals,); 0 while closed.
    interval_aht
        Length of an interval in handle times, same shape.
    opens
        Intervals that are the first after closed time.
    start
        Contacts in progress when the first interval begins.

    Returns
    -------
    numpy.ndarray
        Erlangs in the same shape.
    """
    load = np.empty_like(offered)
    progress = start
    for place, (target, length) in enumerate(zip(offered, interval_aht, strict=True)):
        fade = float(np.exp(-length))
        gap = progress - target
        after = target + gap * fade
        mean = target + gap * (1.0 - fade) / length
        load[place] = max(progress, after) if opens[place] else mean
        progress = after
    return load


def staffing_load(demand: ChannelDemand, setting: ChannelSetting) -> FloatArray:
    """Load in erlangs that each interval is staffed on; contacts arriving while closed are lost.

    The offered load is contacts × AHT / length of the interval.  With ``terms.load_model``
    ``"mol"`` it is modified as described above; a period that begins while the desk has been
    open, or on a desk of which nothing is known before, begins in balance.

    Returns
    -------
    numpy.ndarray
        Shape (intervals,); 0 while closed.
    """
    is_open = np.asarray(setting.open_intervals, dtype=bool)
    seconds = np.asarray(demand.contacts) * np.asarray(demand.aht_seconds)
    length = 60.0 * setting.horizon.interval_minutes
    offered: FloatArray = np.where(is_open, seconds / length, 0.0)
    if setting.terms.load_model == "sipp" or not offered.size:
        return offered
    open_before = setting.lead_in_open[-1] if setting.lead_in_open else True
    opens = is_open & ~np.concatenate([[open_before], is_open[:-1]])
    start = float(offered[0]) if open_before else 0.0
    modified = modified_load(offered, length / np.asarray(demand.aht_seconds), opens, start)
    return np.where(is_open, modified, 0.0)
