"""Work that may wait: when each piece arrives, and when it must be done."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from planner.staffing.compiled import IntArray


@dataclass(frozen=True)
class Backlog:
    """Work by the interval it arrives in, lead-in first; intervals count from the period's first.

    Parameters
    ----------
    minutes
        Whole agent-minutes, rounded so that running totals are right to half a minute.
    arrives
        Interval of arrival; negative in the lead-in.
    due
        Interval by whose end it is planned to be done; the number of intervals where that
        is after the period.
    deadline
        Interval by whose end it would be in time; before ``due`` only for work that arrives
        and falls due while the desk is closed.
    """

    minutes: IntArray
    arrives: IntArray
    due: IntArray
    deadline: IntArray
    intervals: int

    @property
    def planned(self) -> NDArray[np.bool_]:
        """Work this period must reckon with; what fell due earlier was done before it began."""
        return self.due >= 0

    @property
    def judged(self) -> NDArray[np.bool_]:
        """Work whose deadline falls into the period."""
        return (self.deadline >= 0) & (self.deadline < self.intervals)


def backlog_of(
    demand: ChannelDemand,
    setting: ChannelSetting,
    deadline_minutes: int,
    clock: Literal["calendar", "open"],
) -> Backlog:
    """Spread contacts over arrival intervals, with deadlines counted on a clock.

    The contacts of an interval are held to the deadline of the first of them: it runs from
    the interval's start.  A deadline shorter than an interval is the interval's end.

    Work arriving and falling due on the calendar clock while the desk is closed cannot be in
    time whoever is rostered.  It is still done: it is planned as if its clock began to run
    when the desk opens.

    Parameters
    ----------
    demand
        Contacts of the lead-in and the period, and their handle time; the lead-in has the
        average handle time of the period.
    setting
        Horizon, and open intervals of the lead-in and the period.
    deadline_minutes
        Time allowed from arrival, in minutes of the clock.
    clock
        ``calendar`` runs always, ``open`` only in open intervals.
    """
    lead, intervals = len(demand.lead_in_contacts), len(demand.contacts)
    contacts = np.array(demand.lead_in_contacts + demand.contacts, dtype=np.float64)
    handle = np.array(demand.aht_seconds, dtype=np.float64)
    weight = np.array(demand.contacts, dtype=np.float64)
    usual = float(np.average(handle, weights=weight if weight.sum() > 0 else None))
    seconds = contacts * np.concatenate([np.full(lead, usual), handle])
    totals = np.floor(np.cumsum(seconds) / 60.0 + 0.5).astype(np.int64)

    is_open = np.array(setting.lead_in_open + setting.open_intervals, dtype=bool)
    allowed = max(1, deadline_minutes // setting.horizon.interval_minutes)
    due_open = _due_on_open_clock(is_open, allowed)
    arrives = np.arange(lead + intervals)
    if clock == "open":
        deadline = due = due_open
    else:
        deadline = np.minimum(arrives + allowed - 1, lead + intervals)
        due = np.where(_next_open(is_open) <= deadline, deadline, due_open)
    return Backlog(
        minutes=np.diff(totals, prepend=0),
        arrives=arrives - lead,
        due=due - lead,
        deadline=deadline - lead,
        intervals=intervals,
    )


def _next_open(is_open: NDArray[np.bool_]) -> IntArray:
    """First open interval at or after each; the number of intervals where there is none."""
    places = np.where(is_open, np.arange(is_open.size), is_open.size)
    result: IntArray = np.minimum.accumulate(places[::-1])[::-1]
    return result


def _due_on_open_clock(is_open: NDArray[np.bool_], allowed: int) -> IntArray:
    """Interval whose end completes ``allowed`` open intervals from the start of each."""
    passed = np.cumsum(is_open)
    target = passed - is_open + allowed
    # The last interval before the clock moves on: closed time after the deadline is harmless.
    due = np.searchsorted(passed, target, side="right") - 1
    return np.where(target > passed[-1], is_open.size, due)
