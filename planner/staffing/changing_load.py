"""Loads that change: what is in progress follows arrivals with a delay of a handle time.

With as many agents as one likes nobody waits, so contacts in progress m(t) come at the rate a·μ
and end at the rate m·μ: on average m' = μ·(a − m), and in an interval of length Δ with the
offered load a::

    m(t + Δ) = a + (m(t) − a)·e^{−μΔ}

Staffing formulas of a steady queue on m in the place of a are the modified offered load (Massey
and Whitt 1994, *An analysis of the modified offered-load approximation for the nonstationary
Erlang loss model*, for loss systems; here also for those who wait).

An interval is staffed on its mean of m.  Right after opening that would be too few: m starts
at 0 and only ends near a, so the first interval is staffed on its maximum.
"""

from dataclasses import dataclass

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
    progress = in_progress(offered, interval_aht, start)
    before, after = progress[:-1], progress[1:]
    mean = offered + (before - offered) * (1.0 - np.exp(-interval_aht)) / interval_aht
    load: FloatArray = np.where(opens, np.maximum(before, after), mean)
    return load


def in_progress(offered: FloatArray, interval_aht: FloatArray, start: float) -> FloatArray:
    """Contacts in progress when each interval begins, and when the last one ends.

    Parameters
    ----------
    offered, interval_aht, start
        As in :func:`modified_load`.
    """
    progress = [start]
    for target, fade in zip(offered.tolist(), np.exp(-interval_aht).tolist(), strict=True):
        progress.append(target + (progress[-1] - target) * fade)
    return np.array(progress)


@dataclass(frozen=True)
class Arrivals:
    """A demand as :func:`modified_load` takes it; see there."""

    offered: FloatArray
    interval_aht: FloatArray
    opens: NDArray[np.bool_]
    start: float


def arrivals_of(demand: ChannelDemand, setting: ChannelSetting) -> Arrivals:
    """Offered load per interval, contacts × AHT / length of the interval, and how the period begins.

    Contacts arriving while closed are lost.  A period that begins while the desk has been open,
    or on a desk of which nothing is known before, begins in balance.
    """
    is_open = np.asarray(setting.open_intervals, dtype=bool)
    aht = np.asarray(demand.aht_seconds)
    length = 60.0 * setting.horizon.interval_minutes
    offered: FloatArray = np.where(is_open, np.asarray(demand.contacts) * aht / length, 0.0)
    open_before = setting.lead_in_open[-1] if setting.lead_in_open else True
    opens = is_open & ~np.concatenate([[open_before], is_open[:-1]])
    start = float(offered[0]) if open_before and offered.size else 0.0
    return Arrivals(offered, length / aht, opens, start)


def staffing_load(demand: ChannelDemand, setting: ChannelSetting) -> FloatArray:
    """Load in erlangs that each interval is staffed on; contacts arriving while closed are lost.

    With ``terms.load_model`` ``"mol"`` the offered load of :func:`arrivals_of` is modified as
    described above.

    Returns
    -------
    numpy.ndarray
        Shape (intervals,); 0 while closed.
    """
    found = arrivals_of(demand, setting)
    if setting.terms.load_model == "sipp" or not found.offered.size:
        return found.offered
    modified = modified_load(found.offered, found.interval_aht, found.opens, found.start)
    return np.where(np.asarray(setting.open_intervals, dtype=bool), modified, 0.0)
