"""The arithmetic of a queue's load in one interval: from contacts to erlangs."""

from collections.abc import Iterator, Sequence

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.text import Text
from planner.staffing.changing_load import arrivals_of, in_progress
from planner.staffing.explained import Figure, figure, product_sum_text, sum_text
from planner.staffing.live_channel import LiveChannel


def explain_arrivals(
    channels: Sequence[LiveChannel], demands: Sequence[ChannelDemand], interval: int
) -> Iterator[Figure]:
    """Contacts and handle times of every channel of a pool."""
    for channel, demand in zip(channels, demands, strict=True):
        yield figure("contacts", demand.contacts[interval], {"name": channel.name})
        yield figure("aht", demand.aht_seconds[interval], {"name": channel.name})


def explain_pooling(
    demands: Sequence[ChannelDemand], pooled: ChannelDemand, interval: int
) -> Iterator[Figure]:
    """Contacts and handle time of the queue they share; nothing where a channel is alone in it."""
    if len(demands) < 2:
        return
    counts = [one.contacts[interval] for one in demands]
    times = [one.aht_seconds[interval] for one in demands]
    total, aht = sum(counts), pooled.aht_seconds[interval]
    yield figure("pool_contacts", total, {"sum": sum_text(counts)})
    if total > 0:
        yield figure("pool_aht", aht, {"sum": product_sum_text(counts, times), "contacts": total})
    else:
        yield figure("pool_aht_quiet", aht, {"sum": sum_text(times), "channels": len(demands)})


def explain_load(
    demand: ChannelDemand, setting: ChannelSetting, load: float, interval: int
) -> Iterator[Figure]:
    """Offered load, and what it is changed to where loads are taken to change.

    Parameters
    ----------
    demand, setting
        Of the queue.
    load
        Erlangs the interval is staffed on.
    interval
        Number of an open interval.
    """
    length = 60.0 * setting.horizon.interval_minutes
    contacts, aht = demand.contacts[interval], demand.aht_seconds[interval]
    spans: dict[str, float | str | Text] = {"contacts": contacts, "aht": aht, "length": length}
    offered = contacts * aht / length
    yield figure("offered", offered, spans)
    if setting.terms.load_model == "sipp":
        return
    arrivals = arrivals_of(demand, setting)
    before = float(in_progress(arrivals.offered, arrivals.interval_aht, arrivals.start)[interval])
    delta = length / aht
    yield figure("progress", before)
    yield figure("length", delta, spans)
    key = "mol"
    if arrivals.opens[interval]:
        key = "mol_opening" if offered > before else "mol_opening_busy"
    yield figure(key, load, {"load": offered, "progress": before, "delta": delta})
