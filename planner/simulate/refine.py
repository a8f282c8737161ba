"""Where a simulated promise is broken, and how much more cover would keep it."""

from collections.abc import Sequence

import numpy as np
from scipy.special import ndtr, ndtri

from models.simulation import ExtraCover, LiveTerms, PromiseTarget
from planner.simulate.compiled import BoolArray, FloatArray, IntArray
from planner.simulate.result import SimulationResult
from planner.simulate.simulation_input import SimulationInput
from planner.simulate.spans import Spans, in_time_of, judged_spans

#: A service level below this says no more about how many are lacking.
_LEAST_LEVEL = 0.02
#: Shares late, loads in erlangs and contacts gained below these are none to speak of.
_LEAST_LATE, _LEAST_LOAD, _LEAST_GAIN = 1e-6, 1e-3, 1e-6


def extra_cover(
    given: SimulationInput, result: SimulationResult, targets: Sequence[PromiseTarget]
) -> tuple[ExtraCover, ...]:
    """Say which intervals need how much more, so that each channel's promise is kept.

    Which spans (intervals, days, the period) break it says :func:`planner.simulate.spans.judged_spans`.

    - Kept in every interval, a live channel gets, by the square-root rule, the difference of the
      normal quantiles of the promise and of what was reached, times the root of the load,
      rounded, and at least one agent (Halfin and Whitt 1981, *Heavy-traffic limits for queues
      with many exponential servers*: the share who wait is a function of
      (agents - load) / sqrt(load)).
    - Kept over a day or the period, it gets agents one at a time, each where by the same rule
      it brings most contacts in time, until they make up for what the span lacks.
    - A deferred one gets the work that was late beyond what the promise allows; over a day or
      the period in the intervals with the most of it, as few as make up for what is lacking.

    Adding cover changes other intervals too, so this is one step of a loop: plan with it,
    simulate again.

    Parameters
    ----------
    given, result
        What was simulated, and what came of it.
    targets
        One per channel at most; channels left out are promised nothing.

    Returns
    -------
    tuple of ExtraCover
        One entry per target, in their order.

    Raises
    ------
    ValueError
        A target for a channel that was not simulated.
    """
    unknown = {target.channel for target in targets} - set(result.channels)
    if unknown:
        raise ValueError(f"targets for channels that were not simulated: {sorted(unknown)}")
    return tuple(_extra(given, result, target) for target in targets)


def joined_cover(before: Sequence[ExtraCover], lacking: Sequence[ExtraCover]) -> tuple[ExtraCover, ...]:
    """Add what is still lacking to what was added before, channel by channel."""
    known = {cover.channel: cover for cover in before}
    return tuple(known[cover.channel].joined(cover) if cover.channel in known else cover for cover in lacking)


def _extra(given: SimulationInput, result: SimulationResult, target: PromiseTarget) -> ExtraCover:
    number = result.channels.index(target.channel)
    is_live = isinstance(given.channels[number].terms, LiveTerms)
    spans = judged_spans(given, result, target)
    value = in_time_of(result.by_interval, number, is_live=is_live).value
    is_judged = ~np.isnan(value) & given.counted
    contacts = np.where(is_judged, result.by_interval.contacts[number], 0.0)
    late_share = np.where(is_judged, 1.0 - value, 0.0)
    late = contacts * late_share
    work_minutes = contacts * given.aht_seconds[number] / 60.0
    load = work_minutes / given.interval_minutes
    agents = minutes = np.zeros(given.intervals, dtype=np.int64)
    if not is_live:
        is_interval = target.scope == "interval"
        lacking = spans.share - spans.reached if is_interval else late_share
        chosen = spans.is_below if is_interval else _most_late(spans, late)
        minutes = np.where(chosen, np.ceil(lacking * work_minutes), 0).astype(np.int64)
    elif target.scope == "interval":
        reached = np.clip(spans.reached, _LEAST_LEVEL, spans.share)
        wanted = np.round((ndtri(spans.share) - ndtri(reached)) * np.sqrt(load))
        agents = np.where(spans.is_below, np.maximum(1, wanted), 0).astype(np.int64)
    else:
        agents = _where_worth_most(spans, contacts, late_share, load)
    return ExtraCover(
        channel=target.channel, agents=tuple(agents.tolist()), work_minutes=tuple(minutes.tolist())
    )


def _where_worth_most(
    spans: Spans, contacts: FloatArray, late_share: FloatArray, load: FloatArray
) -> IntArray:
    """Agents one at a time, each where most contacts more are in time, until no span lacks any."""
    agents = np.zeros(contacts.size, dtype=np.int64)
    per_agent = 1.0 / np.sqrt(np.maximum(load, _LEAST_LOAD))
    quantile = ndtri(np.clip(1.0 - late_share, _LEAST_LEVEL, 1.0 - _LEAST_LATE))
    for span in np.flatnonzero(spans.is_below):
        own = np.flatnonzero((spans.of_interval == span) & (contacts > 0))
        here, step, count = quantile[own], per_agent[own], contacts[own]
        lacking = (spans.share - spans.reached[span]) * spans.contacts[span]
        while lacking > 0:
            gains = count * (ndtr(here + step) - ndtr(here))
            best = int(np.argmax(gains))
            agents[own[best]] += 1
            here[best] += step[best]
            lacking -= float(gains[best])
            if gains[best] < _LEAST_GAIN:
                break
    return agents


def _most_late(spans: Spans, late: FloatArray) -> BoolArray:
    """Intervals with the most contacts late, as few as make up for what their span lacks."""
    chosen = np.zeros(late.size, dtype=np.bool_)
    for span in np.flatnonzero(spans.is_below):
        own = np.flatnonzero((spans.of_interval == span) & (late > 0))
        own = own[np.argsort(-late[own], kind="stable")]
        lacking = (spans.share - spans.reached[span]) * spans.contacts[span]
        chosen[own[: int(np.searchsorted(np.cumsum(late[own]), lacking)) + 1]] = True
    return chosen
