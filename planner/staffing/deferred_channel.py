"""What channels whose contacts may wait until a deadline have in common: mail, tickets, posts."""

from dataclasses import replace
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from models.channel import Channel, ChannelSetting
from models.clock import MINUTES_PER_DAY, Minutes
from models.demand import ChannelDemand
from models.requirement import BacklogNeed, ChannelPromise, LiveNeed
from planner.staffing.backlog import Backlog, backlog_of
from planner.staffing.busy_days import busy_day
from planner.staffing.compiled import IntArray
from planner.staffing.earliest_deadline import done_in_time


class DeferredChannel(Channel):
    """Contacts that wait, all of which are to be done by their deadline.

    Contacts that arrive while the desk is closed wait until it opens.

    Parameters
    ----------
    deadline_minutes
        Time from arrival to the deadline; files may say ``"4h"``.
    clock
        ``calendar``: the deadline's clock always runs; ``open``: only while the desk is open.
    fills
        ``idle_time``: agents of live channels do this work whenever nobody waits for them,
        up to the occupancy cap; ``surplus``: only agents above what live channels need.
    interruptible
        Whether an agent puts this work aside when a live contact finds nobody free; requirements
        take that for granted, the simulation can show what it costs where it is not so.
    target_share
        Share of contacts promised to be done by their deadline, over the period.  Requirements
        plan for all of them; the simulation is held against this.
    load_cv
        Coefficient of variation of the load between days, beyond chance arrivals.
    load_quantile
        Plan for the load that this share of days stays below; for the average where left out.
        A short deadline leaves no quiet day to catch up on.
    """

    deadline_minutes: Annotated[Minutes, Field(gt=0, le=14 * MINUTES_PER_DAY)]
    clock: Literal["calendar", "open"] = "calendar"
    fills: Literal["idle_time", "surplus"] = "idle_time"
    interruptible: bool = True
    target_share: float = Field(default=0.95, gt=0, lt=1)
    load_cv: float = Field(default=0.0, ge=0, le=1)
    load_quantile: float | None = Field(default=None, gt=0, lt=1)

    @property
    def lead_in_minutes(self) -> int:
        """The deadline and two weeks of closed days before it.

        On the open clock a deadline is taken to span up to seven times its length: no desk
        that is open 24 hours a week or more needs longer.
        """
        return 14 * MINUTES_PER_DAY + self.deadline_minutes * (7 if self.clock == "open" else 1)

    def need(self, demand: ChannelDemand, setting: ChannelSetting) -> BacklogNeed:
        """Cumulative windows of work, and what agents of this skill have left for it."""
        backlog = self._backlog(self._planned(demand), setting)
        available = np.zeros(backlog.intervals, dtype=np.int64)
        due = np.zeros(backlog.intervals + 1, dtype=np.int64)
        planned = backlog.planned
        np.add.at(available, np.maximum(backlog.arrives[planned], 0), backlog.minutes[planned])
        np.add.at(due, backlog.due[planned], backlog.minutes[planned])
        per_agent = _minutes_per_agent(setting)
        return BacklogNeed(
            channel=self.name,
            skill=self.skill,
            available_minutes=_integers(np.cumsum(available)),
            due_minutes=_integers(np.cumsum(due[:-1])),
            minutes_per_agent=_integers(per_agent),
            taken_minutes=tuple(
                (live.pool, _integers(self._taken(live, setting, per_agent))) for live in setting.live
            ),
        )

    def promise(
        self,
        demand: ChannelDemand,
        setting: ChannelSetting,
        need: LiveNeed | BacklogNeed,
        supply: tuple[int, ...],
    ) -> ChannelPromise:
        """Run the minutes given to this channel over its backlog, the earliest deadline first.

        The service level is the share of work, by handle time, whose deadline falls into the
        period and is kept; per interval it is that of the work arriving in it.
        """
        if not isinstance(need, BacklogNeed):
            raise TypeError(f"deferred work is given as BacklogNeed, found {type(need).__name__}")
        backlog = self._backlog(demand, setting)
        in_time = done_in_time(backlog, np.array(supply, dtype=np.int64))
        judged = backlog.judged & (backlog.minutes > 0)
        due_minutes = int(backlog.minutes[judged].sum())
        contacts = np.array(demand.contacts, dtype=np.float64)
        closed = ~np.array(setting.open_intervals, dtype=bool)
        total = float(contacts.sum())
        shares: list[float | None] = [None] * backlog.intervals
        for piece in np.flatnonzero(judged & (backlog.arrives >= 0)):
            place = int(backlog.arrives[piece])
            if not closed[place]:
                shares[place] = float(in_time[piece] / backlog.minutes[piece])
        return ChannelPromise(
            channel=self.name,
            contacts=total,
            service_level=float(in_time[judged].sum()) / due_minutes if due_minutes else 1.0,
            closed_share=float(contacts[closed].sum()) / total if total > 0 else 0.0,
            service_level_by_interval=tuple(shares),
        )

    def _planned(self, demand: ChannelDemand) -> ChannelDemand:
        """Contacts of a day as busy as the plan is made for."""
        if self.load_quantile is None:
            return demand
        factor = busy_day(self.load_cv, self.load_quantile)
        return replace(
            demand,
            contacts=tuple(count * factor for count in demand.contacts),
            lead_in_contacts=tuple(count * factor for count in demand.lead_in_contacts),
        )

    def _backlog(self, demand: ChannelDemand, setting: ChannelSetting) -> Backlog:
        return backlog_of(demand, setting, self.deadline_minutes, self.clock)

    def _taken(self, live: LiveNeed, setting: ChannelSetting, per_agent: IntArray) -> IntArray:
        """Agent-minutes the work of a live pool takes from the agents who serve it."""
        if self.fills == "surplus":
            return np.array(live.agents, dtype=np.int64) * per_agent
        minutes = np.array(live.agents_taken) * setting.horizon.interval_minutes
        taken: IntArray = np.ceil(minutes - 1e-9).astype(np.int64)
        return taken


def _minutes_per_agent(setting: ChannelSetting) -> IntArray:
    terms = setting.terms
    present = 1.0 - terms.shrinkage.absence_share
    minutes = int(setting.horizon.interval_minutes * terms.occupancy_cap * present + 1e-9)
    return np.where(np.array(setting.open_intervals, dtype=bool), minutes, 0)


def _integers(values: IntArray) -> tuple[int, ...]:
    return tuple(int(value) for value in values)
