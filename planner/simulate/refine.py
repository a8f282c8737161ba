"""Where a simulated promise is broken, and how much more cover would keep it."""

from collections.abc import Sequence

import numpy as np
from scipy.special import ndtri

from models.simulation import ExtraCover, LiveTerms, PromiseTarget
from planner.simulate.compiled import BoolArray, FloatArray
from planner.simulate.estimates import Estimate
from planner.simulate.result import Measures, SimulationResult
from planner.simulate.simulation_input import SimulationInput

#: A service level below this says no more about how many are lacking.
_LEAST_LEVEL = 0.02


def extra_cover(
    given: SimulationInput, result: SimulationResult, targets: Sequence[PromiseTarget]
) -> tuple[ExtraCover, ...]:
    """Say which intervals need how much more, so that each channel's promise is kept.

    A promise is broken when even the upper confidence limit is below the target: chance alone
    asks for nobody.

    - Kept in every interval: a live channel gets at least one agent where it is broken, and by
      the square-root rule the difference of the normal quantiles of target and limit times the
      root of the load (Halfin and Whitt 1981: the share who wait is a function of
      (agents - load) / sqrt(load)).  A deferred one gets the work that was late beyond what
      the target allows.
    - Kept over a day or the period: one agent more, or the late work, in the intervals with the
      most contacts too late, as few as it takes to make up for what is lacking.

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
    contacts = result.by_interval.contacts[number]
    level = _promise(result.by_interval, number, is_live=is_live)
    if target.scope == "interval":
        upper = np.where(np.isnan(level.high), 1.0, level.high)
        short = (upper < target.share) & given.counted
        lacking = target.share - upper
    else:
        short = _worst(given, result, number, target, is_live=is_live)
        upper = np.where(short, level.value, 1.0)
        lacking = 1.0 - upper
    work_minutes = contacts * given.aht_seconds[number] / 60.0
    none = np.zeros(given.intervals, dtype=np.int64)
    agents = minutes = none
    if not is_live:
        minutes = np.where(short, np.ceil(lacking * work_minutes), 0).astype(np.int64)
    elif target.scope == "interval":
        gap = ndtri(target.share) - ndtri(np.clip(upper, _LEAST_LEVEL, target.share))
        wanted = np.round(gap * np.sqrt(work_minutes / given.interval_minutes))
        agents = np.where(short, np.maximum(1, wanted), 0).astype(np.int64)
    else:
        agents = short.astype(np.int64)
    return ExtraCover(
        channel=target.channel, agents=tuple(agents.tolist()), work_minutes=tuple(minutes.tolist())
    )


def _promise(measures: Measures, number: int, *, is_live: bool) -> Estimate:
    both = measures.service_level if is_live else measures.deadline_kept
    return Estimate(both.value[number], both.low[number], both.high[number])


def _worst(
    given: SimulationInput, result: SimulationResult, number: int, target: PromiseTarget, *, is_live: bool
) -> BoolArray:
    """Intervals with the most contacts too late, in days (or a period) that break the promise."""
    if target.scope == "day":
        groups, whole = np.unique(given.day, return_inverse=True)[1], result.by_day
    else:
        groups, whole = np.zeros(given.intervals, dtype=np.int64), result.total
    upper = np.atleast_1d(_promise(whole, number, is_live=is_live).high)
    value = _promise(result.by_interval, number, is_live=is_live).value
    offered: FloatArray = result.by_interval.contacts[number] * ~np.isnan(value) * given.counted
    missed = offered * np.where(np.isnan(value), 0.0, 1.0 - value)
    chosen = np.zeros(given.intervals, dtype=np.bool_)
    for group in np.flatnonzero(upper < target.share):
        own = np.flatnonzero((groups == group) & (missed > 0))
        own = own[np.argsort(-missed[own], kind="stable")]
        lacking = (target.share - upper[group]) * offered[groups == group].sum()
        enough = int(np.searchsorted(np.cumsum(missed[own]), lacking)) + 1
        chosen[own[:enough]] = True
    return chosen
