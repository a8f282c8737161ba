"""Working days, days off and public holidays of a country, as dates."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from models.base import Noun

#: ``working``, ``short`` (one hour shorter, before a holiday), ``weekend`` (an ordinary day
#: off, transferred ones included) and ``holiday`` (a public holiday).
DayKind = Literal["working", "short", "weekend", "holiday"]


class CalendarOverride(Noun):
    """A date on which the desk's calendar differs from the country's."""

    date: dt.date
    kind: DayKind
    name: str = ""


class HolidayCalendar(Noun):
    """Whose public holidays count.

    Parameters
    ----------
    country
        ISO 3166 code such as ``RU``; ``None`` means Saturdays and Sundays only.
    subdivision
        Region with holidays of its own, as the ``holidays`` library names it.
    overrides
        Dates that differ.
    overrides_file
        A table of more of them, beside the scenario; ``overrides`` win over it.
    """

    country: str | None = None
    subdivision: str | None = None
    overrides: tuple[CalendarOverride, ...] = ()
    overrides_file: str | None = None


@dataclass(frozen=True)
class WorkCalendar:
    """Kind of every date in the years asked for, and the names of holidays."""

    kinds: dict[dt.date, DayKind]
    names: dict[dt.date, str]

    def kind(self, date: dt.date) -> DayKind:
        """Kind of a date; raises ``KeyError`` outside the years it was built for."""
        return self.kinds[date]

    def is_holiday(self, date: dt.date) -> bool:
        """Whether the date is a public holiday."""
        return self.kinds[date] == "holiday"

    def holidays_among(self, dates: Iterable[dt.date]) -> frozenset[dt.date]:
        """The public holidays among some dates."""
        return frozenset(date for date in dates if self.is_holiday(date))

    def is_day_off(self, date: dt.date) -> bool:
        """Whether nobody on standard hours works that date."""
        return self.kinds[date] in ("weekend", "holiday")
