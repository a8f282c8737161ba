"""How long a contact takes, by weekday and time of day."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.forecast.weights import recency_weights

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

#: What an average is drawn towards counts as many contacts.
_POOLED_CONTACTS = 50.0


def handle_time_profile(
    contacts: FloatArray, handle_seconds: FloatArray, weekdays: Sequence[int], taught: BoolArray
) -> FloatArray | None:
    """Average handle time per weekday and interval of the day, in seconds.

    Parameters
    ----------
    contacts, handle_seconds
        Contacts and their total handle time, shape (days, intervals a day); recent days count
        more.
    weekdays, taught
        Weekday of each day (Monday is 0), and whether it teaches anything.

    Returns
    -------
    numpy.ndarray or None
        Shape (7, intervals a day): the average of the interval on its weekday leans on that of
        the interval on all days, and this on the average of all, the more the fewer contacts
        it has.  ``None`` where no handle time is known.
    """
    weights = (recency_weights(len(contacts)) * taught)[:, np.newaxis]
    counts, seconds = weights * contacts, weights * handle_seconds
    if counts.sum() <= 0 or seconds.sum() <= 0:
        return None
    overall = seconds.sum() / counts.sum()
    by_slot = (seconds.sum(axis=0) + _POOLED_CONTACTS * overall) / (counts.sum(axis=0) + _POOLED_CONTACTS)
    days = np.array(weekdays)
    own_seconds = np.stack([seconds[days == day].sum(axis=0) for day in range(7)])
    own_counts = np.stack([counts[days == day].sum(axis=0) for day in range(7)])
    average: FloatArray = (own_seconds + _POOLED_CONTACTS * by_slot) / (own_counts + _POOLED_CONTACTS)
    return average
