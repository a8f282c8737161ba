"""What every way of forecasting from a history is asked for, and which ways there are."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.calendar import WorkCalendar
from models.forecast_terms import ForecastMethod
from planner.forecast.profile import fit_profile
from planner.forecast.statsforecast_method import fit_statsforecast

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


class FittedMethod(Protocol):
    """A method that has seen a history."""

    def day(self, date: dt.date) -> FloatArray:
        """Expected contacts per interval of a 24-hour day by the clock."""


#: Counts of shape (days, intervals a day), their dates, the calendar, days that teach nothing.
Fit = Callable[[FloatArray, Sequence[dt.date], WorkCalendar, BoolArray], FittedMethod]

METHODS: Mapping[ForecastMethod, Fit] = {"profile": fit_profile, "statsforecast": fit_statsforecast}
