"""The part of a history a forecast may know."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.demand import ContactHistory
from models.horizon import Horizon

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Past:
    """Days before a period: counts and total handle times, shape (days, intervals a day).

    ``handle_seconds`` is empty where it is not known; ``left_out`` counts the days of the
    history that are not before the period, ``silent_before`` those before the first contact.
    """

    dates: tuple[dt.date, ...]
    contacts: FloatArray
    handle_seconds: FloatArray
    left_out: int
    silent_before: int = 0


def past_of(history: ContactHistory, horizon: Horizon) -> Past:
    """Cut a history at its first contact and at the period's first date."""
    if history.interval_minutes != horizon.interval_minutes:
        raise ValueError(
            f"the history counts every {history.interval_minutes} minutes, the horizon {horizon.interval_minutes}"
        )
    end = sum(date < horizon.first_date for date in history.dates)
    contacts = np.array(history.contacts[:end], dtype=np.float64)
    came = np.flatnonzero(contacts.any(axis=1)) if end else np.array([], dtype=np.int64)
    start = int(came[0]) if came.size else 0
    return Past(
        dates=history.dates[start:end],
        contacts=contacts[start:],
        handle_seconds=np.array(history.handle_seconds[start:end], dtype=np.float64),
        left_out=len(history.dates) - end,
        silent_before=start,
    )
