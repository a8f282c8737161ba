"""Quantiles of what is expected, per interval and per date of the period."""

import numpy as np
from numpy.typing import NDArray

from models.forecast import DayBand, Quantile
from models.spread import Spread
from planner.forecast.flow import Flow
from planner.forecast.quantiles import PROBABILITIES, quantile, squared_cv

FloatArray = NDArray[np.float64]


def interval_quantiles(before: Flow, after: Flow) -> tuple[Quantile, ...]:
    """Quantiles per interval: those a file stated, else of the spread; none without either.

    Parameters
    ----------
    before, after
        The flow as it was forecast, and with levers applied: stated quantiles move as the
        contacts of their interval do.
    """
    period = slice(after.lead_in, None)
    expected, forecast = after.contacts[period], before.contacts[period]
    if before.stated:
        ratio = np.divide(expected, forecast, out=np.ones_like(expected), where=forecast > 0)
        return tuple(
            Quantile(level, tuple((table[period] * ratio).tolist())) for level, table in before.stated.items()
        )
    if after.spread is None:
        return ()
    varied = squared_cv(after.spread, expected[:, np.newaxis])
    return tuple(
        Quantile(level, tuple(quantile(level, expected, varied).tolist())) for level in PROBABILITIES
    )


def day_bands(flow: Flow, spread: Spread | None) -> tuple[DayBand, ...]:
    """What each date of the period is expected to bring; none without a spread."""
    if spread is None:
        return ()
    dates, contacts = flow.places.dates[flow.lead_in :], flow.contacts[flow.lead_in :]
    ordinals = np.array([date.toordinal() for date in dates])
    bands = []
    for ordinal in np.unique(ordinals):
        here = ordinals == ordinal
        parts = contacts[here]
        total, varied = np.atleast_1d(parts.sum()), np.atleast_1d(squared_cv(spread, parts))
        low, high = (float(quantile(end, total, varied)[0]) for end in (PROBABILITIES[0], PROBABILITIES[-1]))
        bands.append(DayBand(dates[int(np.argmax(here))], float(total[0]), low, high))
    return tuple(bands)
