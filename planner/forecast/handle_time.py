"""How long a contact takes, by the time of day."""

import numpy as np
from numpy.typing import NDArray

from planner.forecast.weights import recency_weights

FloatArray = NDArray[np.float64]

#: The average of the whole day counts as many contacts.
_POOLED_CONTACTS = 50.0


def handle_time_by_slot(contacts: FloatArray, handle_seconds: FloatArray) -> FloatArray | None:
    """Average handle time per interval of the day, in seconds.

    Parameters
    ----------
    contacts, handle_seconds
        Contacts and their total handle time, shape (days, intervals a day); recent days count
        more, and intervals with few contacts lean on the average of all.

    Returns
    -------
    numpy.ndarray or None
        Shape (intervals a day,); ``None`` where no handle time is known.
    """
    weights = recency_weights(len(contacts))[:, np.newaxis]
    count, seconds = (weights * contacts).sum(axis=0), (weights * handle_seconds).sum(axis=0)
    if count.sum() <= 0 or seconds.sum() <= 0:
        return None
    overall = seconds.sum() / count.sum()
    average: FloatArray = (seconds + _POOLED_CONTACTS * overall) / (count + _POOLED_CONTACTS)
    return average
