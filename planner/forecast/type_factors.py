"""What special days bring, relative to usual ones around them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.calendar import WorkCalendar
from planner.forecast.day_types import SPECIAL, DayType

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

#: Special days count as many as there are, "like any other day" this many.
_USUAL_DAYS = 1.0
#: A holiday's own past counts as many days as there are, its type this many.
_TYPE_DAYS = 1.0
#: Days on either side a special day is compared with.
_REACH_DAYS = 14


@dataclass(frozen=True)
class TypeFactors:
    """Factors by day type, and by the name of a holiday or moved day where it came before."""

    by_type: dict[DayType, float]
    by_name: dict[tuple[DayType, str], float]

    def of(self, kind: DayType, name: str) -> float:
        """Factor of a date; 1 where nothing like it was seen."""
        return self.by_name.get((kind, name), self.by_type.get(kind, 1.0))


def fit_type_factors(
    totals: FloatArray,
    expected_usual: FloatArray,
    types: Sequence[DayType],
    usual: BoolArray,
    taught: BoolArray,
    dates: Sequence[dt.date],
    calendar: WorkCalendar,
) -> TypeFactors:
    """Average, per type, of what special days brought over what they would have as usual days.

    Parameters
    ----------
    totals
        Contacts per date.
    expected_usual
        What each date would bring as a usual one, up to a common factor; 0 where nothing.
    types, usual, taught
        Type of each date, whether it is a usual one, and whether it teaches anything.
    dates, calendar
        The dates, and the names of the special ones.

    Returns
    -------
    TypeFactors
        Shrunk towards 1; a holiday's own factor towards that of its type.
    """
    served = expected_usual > 0
    scaled = np.divide(totals, expected_usual, out=np.zeros_like(totals), where=served)
    ratios: dict[tuple[DayType, str], list[float]] = {}
    special = taught & served & np.array([kind != "usual" for kind in types])
    for place in np.flatnonzero(special).tolist():
        near = slice(max(0, place - _REACH_DAYS), place + _REACH_DAYS + 1)
        around = scaled[near][usual[near] & (scaled[near] > 0)]
        if around.size:
            key = (types[place], calendar.names.get(dates[place], ""))
            ratios.setdefault(key, []).append(float(scaled[place] / np.median(around)))
    by_type: dict[DayType, float] = {}
    for kind in SPECIAL:
        seen = [ratio for (each, _), found in ratios.items() if each == kind for ratio in found]
        if seen:
            by_type[kind] = (sum(seen) + _USUAL_DAYS) / (len(seen) + _USUAL_DAYS)
    by_name = {
        (kind, name): (sum(found) + _TYPE_DAYS * by_type[kind]) / (len(found) + _TYPE_DAYS)
        for (kind, name), found in ratios.items()
        if name
    }
    return TypeFactors(by_type, by_name)
