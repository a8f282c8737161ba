"""Day totals by AutoETS of the library ``statsforecast``, intervals by the profile.

The library is not among Smena's own requirements: it is asked for when this method is.
"""

import datetime as dt
import importlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.calendar import WorkCalendar
from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.forecast.day_types import day_type, usual_days, worked_weekdays
from planner.forecast.level import level_series
from planner.forecast.profile import Profile, fit_profile
from planner.forecast.yearly import Course

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

#: Days forecast at once; the level stays where it is beyond.
_AHEAD_DAYS = 400
_SEASON_DAYS = 7


def fit_statsforecast(
    contacts: FloatArray, dates: Sequence[dt.date], calendar: WorkCalendar, events: BoolArray
) -> Profile:
    """Fit the profile, and let AutoETS with a season of a week say how its level moves.

    Parameters
    ----------
    contacts, dates, calendar, events
        As in :func:`planner.forecast.profile.fit_profile`.  Days that do not show what is
        usual are bridged in straight lines.

    Raises
    ------
    BadInputError
        The library is not installed.
    """
    auto_ets = _auto_ets()
    profile = fit_profile(contacts, dates, calendar, events)
    worked = worked_weekdays(calendar)
    usual = usual_days([day_type(date, calendar, worked) for date in dates], ~events)
    weekdays = np.array([date.weekday() for date in dates])
    series = level_series(contacts.sum(axis=1), profile.effects[weekdays], usual)
    if not np.isfinite(profile.level.log):
        return profile
    known, places = np.flatnonzero(~np.isnan(series)), np.arange(len(series))
    bridged = np.interp(places, known, series[known])
    ahead = auto_ets(season_length=_SEASON_DAYS).forecast(y=bridged, h=_AHEAD_DAYS)["mean"]
    course = Course(np.concatenate([[profile.level.log], np.asarray(ahead, dtype=np.float64)]))
    return replace(profile, level=replace(profile.level, course=course))


def _auto_ets() -> Any:
    try:
        return importlib.import_module("statsforecast.models").AutoETS
    except ImportError:
        problem = InputProblem(
            'forecast.method: "statsforecast"',
            Text(
                en="the library statsforecast is not installed", ru="библиотека statsforecast не установлена"
            ),
            Text(
                en='pip install "smena[statsforecast]"; or method = "profile", which needs nothing',
                ru='pip install "smena[statsforecast]" или method = "profile", которому ничего не нужно',
            ),
        )
        raise BadInputError([problem]) from None
