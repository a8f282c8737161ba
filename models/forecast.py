"""A forecast with how sure it is, and how good it would have been."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from models.demand import ChannelDemand, ContactHistory
from models.spread import Spread


@dataclass(frozen=True)
class Quantile:
    """Contacts per interval of the period that are not exceeded with this probability."""

    probability: float
    contacts: tuple[float, ...]


@dataclass(frozen=True)
class DayBand:
    """Contacts of a local date: expected, and the ends of the interval that covers 80 %."""

    date: dt.date
    expected: float
    low: float
    high: float


@dataclass(frozen=True)
class Score:
    """Errors at one level, of intervals or of hours.

    Parameters
    ----------
    contacts
        Contacts that came.
    missed, naive_missed
        Sum of absolute errors of the forecast, and of repeating the last week.
    cells, covered
        Intervals in which at least one contact was expected, and how many of them had a
        count inside the 80 % interval; a count on its end with the part the interval needs of
        it (:func:`planner.forecast.quantiles.share_inside`).  Below one contact hardly any
        count can be outside, and nothing is told.
    """

    contacts: float
    missed: float
    naive_missed: float
    cells: int
    covered: float

    @property
    def wape(self) -> float:
        """Weighted absolute percentage error, Σ|forecast − count| / Σ count, as a share."""
        return self.missed / self.contacts

    @property
    def naive_wape(self) -> float:
        """The same of the seasonal naive forecast, which repeats the last week."""
        return self.naive_missed / self.contacts

    @property
    def coverage(self) -> float | None:
        """Share of the 80 % intervals that held; ``None`` where nothing could be counted."""
        return self.covered / self.cells if self.cells else None

    @staticmethod
    def total(scores: Sequence["Score"]) -> "Score":
        """Add scores up."""
        return Score(
            sum(score.contacts for score in scores),
            sum(score.missed for score in scores),
            sum(score.naive_missed for score in scores),
            sum(score.cells for score in scores),
            sum(score.covered for score in scores),
        )


@dataclass(frozen=True)
class OriginScore:
    """One forecast made again: from the days before ``first_date``, for ``days`` days."""

    first_date: dt.date
    days: int
    interval: Score
    hour: Score


@dataclass(frozen=True)
class Backtest:
    """Forecasts made again from earlier days, each held against what came; oldest first."""

    interval_minutes: int
    origins: tuple[OriginScore, ...]

    @property
    def interval(self) -> Score:
        """All origins together, by interval."""
        return Score.total([origin.interval for origin in self.origins])

    @property
    def hour(self) -> Score:
        """All origins together, by hour."""
        return Score.total([origin.hour for origin in self.origins])


@dataclass(frozen=True)
class OutsideForecast:
    """A forecast read from a file, on the desk's intervals.

    Parameters
    ----------
    expected
        Expected contacts, and handle times where the file has them.
    quantiles
        Quantiles by probability, ascending, in the same form.
    """

    expected: ContactHistory
    quantiles: tuple[tuple[float, ContactHistory], ...] = ()


@dataclass(frozen=True)
class Forecast:
    """What is expected of one channel, and how sure that is; levers applied.

    Parameters
    ----------
    demand
        Expected contacts and handle times per interval, notes, spread, errors of the backtest.
    quantiles
        Per interval of the period, by ascending probability; empty without a spread.
    days
        Per date of the period; empty without a spread.
    recent
        The end of the history, for pictures; ``None`` without one.
    backtest
        ``None`` where there is no history, or too little of it.
    """

    demand: ChannelDemand
    quantiles: tuple[Quantile, ...] = ()
    days: tuple[DayBand, ...] = ()
    recent: ContactHistory | None = None
    backtest: Backtest | None = None

    @property
    def spread(self) -> Spread | None:
        """How far days and intervals may be off; ``None`` where nothing tells it."""
        return self.demand.spread
