"""The arithmetic of one queue in one interval."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.text import Text
from planner.staffing import live_system
from planner.staffing.compiled import IntArray
from planner.staffing.explain_formulas import ErlangCell, explain_erlang
from planner.staffing.explain_load import explain_arrivals, explain_load, explain_pooling
from planner.staffing.explain_scope import explain_scope
from planner.staffing.explain_texts_desk import TITLES
from planner.staffing.explain_texts_live import DEFINITIONS, MODELS, SCOPES
from planner.staffing.explained import (
    Explanation,
    Figure,
    Filling,
    close_text,
    figure,
    filled,
    number_text,
    sum_text,
)
from planner.staffing.live_channel import LiveChannel
from planner.staffing.live_need import agents_at_work, busy_agents
from planner.staffing.live_queue import QueueCells, queue_cells
from planner.staffing.live_system import Handling
from planner.staffing.lost_tries import lost_tries
from planner.staffing.pool import pooled
from planner.staffing.shrinkage import rostered_agents


@dataclass(frozen=True)
class _Place:
    """One interval of a queue; ``channel`` reads its ``channels`` as one."""

    channel: LiveChannel
    channels: Sequence[LiveChannel]
    demand: ChannelDemand
    setting: ChannelSetting
    cells: QueueCells
    interval: int

    @property
    def load(self) -> float:
        return float(self.cells.load[self.interval])

    @property
    def aht(self) -> float:
        return self.demand.aht_seconds[self.interval]


def explain_queue(
    channels: Sequence[LiveChannel],
    demands: Sequence[ChannelDemand],
    setting: ChannelSetting,
    interval: int,
) -> Explanation:
    """Reckon from contacts to rostered agents, for the channels of one pool.

    Parameters
    ----------
    channels, demands
        Channels of the pool and their demands, in the same order.
    setting
        As given to :func:`planner.staffing.require.require`.
    interval
        Number of the interval in the period.
    """
    channel, demand = pooled(channels, demands)
    title = filled(TITLES["live"], {"name": channel.pool_name})
    arrivals = tuple(explain_arrivals(channels, demands, interval))
    if not setting.open_intervals[interval]:
        return Explanation(title, (*arrivals, figure("closed", 0)))
    place = _Place(channel, channels, demand, setting, queue_cells(channel, demand, setting), interval)
    load = (
        *explain_pooling(demands, demand, interval),
        *explain_load(demand, setting, place.load, interval),
    )
    wanted = agents_at_work(channel, demand, setting)
    agents = int(wanted[interval])
    rostered = (
        _rostered(setting, agents),
        *_with_rostered(place, wanted),
        *explain_scope(channel, demand, setting, interval),
    )
    return Explanation(title, (*arrivals, *load, *_handling(place), *_agents(place, agents), *rostered))


def _handling(place: _Place) -> Iterator[Figure]:
    queue, cells, name = place.channel, place.cells, place.channel.name
    threshold: Filling = {"seconds": queue.target.within_seconds, "aht": place.aht, "name": name}
    yield figure("threshold", float(cells.threshold[place.interval]), threshold)
    if queue.patience_seconds is not None:
        patience: Filling = {"aht": place.aht, "patience": queue.patience_seconds, "name": name}
        yield figure("impatience", float(cells.impatience[place.interval]), patience)
    slowdown = queue.handling.slowdown
    if len(slowdown) > 1:
        shown = Text(
            en=", ".join(number_text(factor, "en") for factor in slowdown),
            ru="; ".join(number_text(factor, "ru") for factor in slowdown),
        )
        yield figure("at_once", len(slowdown), {"slowdown": shown, "name": name})
    if queue.lines is not None:
        counts = [own.lines or 0 for own in place.channels]
        if len(counts) > 1:
            yield figure("pool_lines", queue.lines, {"sum": sum_text(counts)})
        else:
            yield figure("lines", queue.lines, {"name": name})
    if queue.redial_probability > 0:
        yield figure("redial", queue.redial_probability, {"name": name})
    if queue.load_cv > 0:
        yield figure("load_cv", queue.load_cv, {"name": name})


def _agents(place: _Place, agents: int) -> Iterator[Figure]:
    queue, target = place.channel, place.channel.target
    plain = queue.handling.is_plain
    model, paper = MODELS[
        "general" if not plain else "erlang_c" if queue.patience_seconds is None else "erlang_a"
    ]
    filling: dict[str, float | str | Text] = {
        "name": queue.name,
        "share": target.share,
        "cap": place.cells.occupancy_cap,
        "definition": DEFINITIONS[target.definition],
        "scope": SCOPES[target.scope],
        "model": model,
        "paper": paper,
        "lines": queue.lines or 0,
        "load": place.load,
        "redial": queue.redial_probability,
    }
    yield figure("target", target.share, filling)
    yield figure("agents", agents, filling)
    counts = [count for count in (agents, agents - 1) if count > 0]
    if plain:
        for count in counts:
            yield from explain_erlang(_erlang_cell(place), count)
        return
    for count in counts:
        level, use = _level_and_use(place, count)
        if queue.contacts_at_once > 1:
            yield _chat_rate(queue.handling, count)
        yield figure("level", level, filling | {"agents": count})
        yield figure("occupancy", use, filling | {"agents": count})
    if agents > 0:
        impatience = place.cells.impatience[place.interval]
        found = live_system.measures(place.load, agents, impatience, queue.handling)
        if queue.redial_probability > 0:
            lost = close_text(float(found.abandon_share + found.blocked_share))
            yield figure("tries", float(found.tries_erlangs), filling | {"lost": lost})
        yield figure("waits", float(found.wait_probability), filling)
        if queue.patience_seconds is not None:
            yield figure("abandons", float(found.abandon_share), filling)
        if queue.lines is not None:
            yield figure("blocked", float(found.blocked_share), filling)


def _erlang_cell(place: _Place) -> ErlangCell:
    cells, interval = place.cells, place.interval
    return ErlangCell(
        load=place.load,
        impatience=float(cells.impatience[interval]),
        threshold=float(cells.threshold[interval]),
        occupancy_cap=cells.occupancy_cap,
        definition=place.channel.target.definition,
    )


def _chat_rate(handling: Handling, agents: int) -> Figure:
    at_once, slowdown = len(handling.slowdown), handling.slowdown[-1]
    filling: Filling = {"agents": agents, "at_once": at_once, "slowdown": close_text(slowdown)}
    return figure("chat_rate", agents * at_once / slowdown, filling)


def _with_rostered(place: _Place, agents: IntArray) -> Iterator[Figure]:
    """What follows for the desk: agents kept from other work, contacts turned away."""
    queue, interval, setting = place.channel, place.interval, place.setting
    if len(queue.handling.slowdown) > 1:
        busy = busy_agents(queue, place.demand, setting, agents)
        yield figure("busy", float(busy[interval]), {"agents": int(agents[interval])})
    if queue.lines is not None:
        rostered = rostered_agents(agents, setting.terms.shrinkage)
        lost = lost_tries([queue], [place.demand], setting, {queue.pool_name: rostered.tolist()})
        share = lost[queue.pool_name].turned_away_by_interval[interval]
        yield figure("turned_away", share or 0.0, {"lines": queue.lines, "agents": int(rostered[interval])})


def _level_and_use(place: _Place, agents: int) -> tuple[float, float]:
    cells, interval = place.cells, place.interval
    level, use = live_system.service_level(
        place.load,
        agents,
        cells.impatience[interval],
        cells.threshold[interval],
        place.channel.handling,
        place.channel.target.definition,
    )
    return float(level), float(use)


def _rostered(setting: ChannelSetting, agents: int) -> Figure:
    shrinkage = setting.terms.shrinkage
    rostered = int(rostered_agents(agents, shrinkage))
    key = f"rostered_{shrinkage.method}" if shrinkage.absence_share > 0 else "rostered_none"
    filling = {
        "agents": agents,
        "absence": shrinkage.absence_share,
        "present": 1.0 - shrinkage.absence_share,
        "confidence": shrinkage.confidence,
    }
    return figure(key, rostered, filling)
