"""What the user knows about the contacts to come that no history can say."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.errors import BadValueError
from models.text import Text
from models.zone_name import ZoneName

#: ``profile``: the weekly profile of the history; ``statsforecast``: day totals by AutoETS of
#: the library of that name, which has to be installed.
ForecastMethod = Literal["profile", "statsforecast"]

Probability = Annotated[float, Field(gt=0, lt=1)]


class ContactEvent(Noun):
    """Dates that are not like others for a reason of the desk's own: a sale, a mailing, an outage.

    Days of the history inside the range teach the forecast nothing; days of the period inside
    it get the factor, then the contacts added.

    Parameters
    ----------
    name
        What it is called in notes.
    first_date, last_date
        The range, both included; one date where ``last_date`` is left out.
    factor
        Factor on the contacts of these dates; 1 leaves them.
    added_contacts_per_day
        Contacts that come on top on each of these dates, spread as the day's others are.
    """

    name: str = Field(min_length=1, max_length=60)
    first_date: dt.date
    last_date: dt.date | None = None
    factor: float = Field(default=1.0, ge=0, le=1000)
    added_contacts_per_day: float = Field(default=0.0, ge=0, le=1e6)

    @model_validator(mode="after")
    def _in_order(self) -> "ContactEvent":
        if self.last_date is not None and self.last_date < self.first_date:
            raise BadValueError(
                Text(
                    en=f"the event ends on {self.last_date}, before it begins on {self.first_date}",
                    ru=f"событие кончается {self.last_date}, раньше, чем начинается: {self.first_date}",
                )
            )
        return self

    def covers(self, date: dt.date) -> bool:
        """Whether the date lies in the range."""
        return self.first_date <= date <= (self.last_date or self.first_date)


class ContactShift(Noun):
    """Contacts that will come by another channel.

    Parameters
    ----------
    to
        Name of the channel they come by instead.
    share
        Share of this channel's contacts.
    aht_seconds
        Handle time of the moved contacts there; that of the other channel where left out.
    """

    to: str = Field(min_length=1, max_length=60)
    share: float = Field(gt=0, le=1)
    aht_seconds: float | None = Field(default=None, gt=0, le=86_400)


class ForecastFile(Noun):
    """A forecast made elsewhere: delimited text, one row per interval.

    Parameters
    ----------
    file
        Path, relative to the scenario file.
    zone
        IANA zone of the times in the file; the desk's where left out.
    date_column, time_column
        Columns with the local date and the interval's start; ``time_column`` may be left
        out when ``date_column`` holds both.
    contacts_column, aht_seconds_column
        Columns with expected contacts and, where known, the average handle time in seconds.
    quantile_columns
        Columns with quantiles of the contacts and their probabilities, such as ``p90 = 0.9``.
    """

    file: str = Field(min_length=1)
    zone: ZoneName | None = None
    date_column: str = "date"
    time_column: str | None = "interval_start"
    contacts_column: str = "contacts"
    aht_seconds_column: str | None = None
    quantile_columns: dict[str, Probability] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _each_quantile_once(self) -> "ForecastFile":
        levels = list(self.quantile_columns.values())
        twice = sorted({f"{level:g}" for level in levels if levels.count(level) > 1})
        if twice:
            raise BadValueError(
                Text(
                    en=f"more than one column has the probability {', '.join(twice)}",
                    ru=f"одна вероятность у нескольких столбцов: {', '.join(twice)}",
                )
            )
        return self


class ForecastTerms(Noun):
    """How a channel is forecast, and what is changed afterwards.

    Parameters
    ----------
    method
        What forecasts from a history.
    outside
        A forecast made elsewhere; it replaces ``volume``, and a ``history`` beside it only
        tells how sure it is and what came just before the period.
    events
        See :class:`ContactEvent`.
    deflection
        Share of contacts answered by self-service before they reach the desk.
    aht_factor
        Factor on handle times: templates make it less than 1.
    shifts
        See :class:`ContactShift`; shares are of what deflection leaves.
    """

    method: ForecastMethod = "profile"
    outside: ForecastFile | None = None
    events: tuple[ContactEvent, ...] = ()
    deflection: float = Field(default=0.0, ge=0, le=1)
    aht_factor: float = Field(default=1.0, gt=0, le=10)
    shifts: tuple[ContactShift, ...] = ()

    @model_validator(mode="after")
    def _no_more_than_all(self) -> "ForecastTerms":
        total = sum(shift.share for shift in self.shifts)
        if total > 1 + 1e-9:
            raise BadValueError(
                Text(
                    en=f"the shares moved to other channels add up to {total:g}, more than all contacts",
                    ru=f"доли, которые переходят в другие каналы, в сумме {total:g}: это больше всех обращений",
                )
            )
        return self
