"""How much each day of a history counts."""

import numpy as np
from numpy.typing import NDArray

#: Days after which a day counts half.
HALF_LIFE_DAYS = 56.0


def recency_weights(days: int) -> NDArray[np.float64]:
    """Weights of ``days`` consecutive days, oldest first; the last one counts 1."""
    ages = np.arange(days - 1, -1, -1, dtype=np.float64)
    return np.exp2(-ages / HALF_LIFE_DAYS)


def weighted_median(values: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    """Value that splits the weight in halves; the middle of two where they split it exactly."""
    order = np.argsort(values, kind="stable")
    ranked, run = values[order], np.cumsum(weights[order])
    half = run[-1] / 2
    lower = int(np.searchsorted(run, half * (1 - 1e-12)))
    upper = int(np.searchsorted(run, half * (1 + 1e-12), side="right"))
    return float((ranked[lower] + ranked[min(upper, len(ranked) - 1)]) / 2)
