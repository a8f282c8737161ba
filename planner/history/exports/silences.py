"""Stretches without contacts where there are usually many: closed days, or gaps in a file."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.history.clock_changes import is_skipped

FloatArray = NDArray[np.float64]

#: Contacts usual in a stretch for their absence to be no chance: were they as random as
#: contacts are (Poisson), none of 20 would come once in 500 million such stretches.
_UNUSUAL = 20.0
#: Days needed to know what is usual.
_LEAST_DAYS = 21


@dataclass(frozen=True)
class Silence:
    """Intervals without contacts, from ``start`` up to ``end``, and how many are usual in them."""

    start: int
    end: int
    expected: float


def silences(contacts: FloatArray, first_day: int, zone: str) -> list[Silence]:
    """Find stretches that are silent though contacts are usual then.

    Parameters
    ----------
    contacts
        Contacts per interval, shape (days, intervals a day).
    first_day
        Day of the first row, since 1970-01-01.
    zone
        Zone of the clock; what it skips is no silence.

    Returns
    -------
    list of Silence
        Intervals counted from the beginning of the first day.  Usual is the average of the
        same interval on the same weekday; nothing is found in less than three weeks.
    """
    days, slots = contacts.shape
    if days < _LEAST_DAYS:
        return []
    weekdays = (np.arange(days) + first_day) % 7
    usual = np.stack([contacts[weekdays == weekday].mean(axis=0) for weekday in range(7)])
    expected = usual[weekdays].ravel()
    silent = np.concatenate(([False], contacts.ravel() == 0, [False]))
    edges = np.flatnonzero(silent[1:] != silent[:-1])
    before = np.concatenate(([0.0], np.cumsum(expected)))
    found = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        amount = float(before[end] - before[start])
        minute = first_day * 1440 + start * (1440 // slots)
        if amount >= _UNUSUAL and not (end - start <= slots // 12 and is_skipped(minute, zone)):
            found.append(Silence(start, end, amount))
    return found
