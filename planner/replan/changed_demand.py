"""Expected contacts after changes of volume."""

from collections.abc import Iterable
from dataclasses import replace

from models.demand import ChannelDemand
from models.horizon import Horizon
from planner.plan_file import as_written
from planner.replan.changes import VolumeChange


def changed_demand(demand: ChannelDemand, volumes: Iterable[VolumeChange], horizon: Horizon) -> ChannelDemand:
    """Scale a channel's contacts on the dates of each change, one change after another.

    A day on which nothing was expected gets new contacts evenly over its hours.
    """
    contacts = list(demand.contacts)
    dates = [horizon.local(minute).date() for minute in horizon.interval_starts]
    for change in volumes:
        if change.channel != demand.channel:
            continue
        for date in sorted({date for date in dates if change.first_date <= date <= change.last_date}):
            places = [place for place, own in enumerate(dates) if own == date]
            total = sum(contacts[place] for place in places)
            for place in places:
                if change.factor is not None:
                    contacts[place] *= change.factor
                elif change.contacts_per_day is not None:
                    share = contacts[place] / total if total else 1 / len(places)
                    contacts[place] = share * change.contacts_per_day
    return as_written(replace(demand, contacts=tuple(contacts)))
