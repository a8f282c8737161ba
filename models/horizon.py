"""The planning horizon: the one place where dates, zones and the axis of minutes meet."""

import datetime as dt
from functools import cached_property
from zoneinfo import ZoneInfo

from models.base import Noun
from models.clock import MINUTES_PER_DAY


class Horizon(Noun):
    """Days and intervals of a planning period on an axis of integer minutes.

    Minute 0 is local midnight of the first date, and minutes run in UTC: a day on
    which the clocks change has 1380 or 1500 of them.  Day numbers may be negative
    (before the period) or beyond the end; the calendar goes on there.

    Parameters
    ----------
    zone
        IANA zone of the desk.
    first_date
        First local date of the period, day 0.
    days
        Number of days in the period.
    interval_minutes
        Planning interval: 15, 30 or 60.
    """

    zone: str
    first_date: dt.date
    days: int
    interval_minutes: int

    @cached_property
    def _zone_info(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @cached_property
    def anchor(self) -> dt.datetime:
        """Minute 0 as an aware UTC time."""
        return self._utc(self.first_date, 0)

    @cached_property
    def _day_starts(self) -> dict[int, int]:
        return {}

    def _utc(self, date: dt.date, clock_minute: int) -> dt.datetime:
        carry, minute = divmod(clock_minute, MINUTES_PER_DAY)
        local = dt.datetime.combine(date + dt.timedelta(days=carry), dt.time(minute // 60, minute % 60))
        return local.replace(tzinfo=self._zone_info).astimezone(dt.UTC)

    def minute_at(self, day: int, clock_minute: int) -> int:
        """Axis minute of a wall-clock time on a day; ``clock_minute`` above 1440 is the next day.

        A clock time skipped when clocks go forward is read as if they had not yet moved;
        one that occurs twice is read as the first.
        """
        utc = self._utc(self.date_of(day), clock_minute)
        return round((utc - self.anchor).total_seconds()) // 60

    def day_start(self, day: int) -> int:
        """Axis minute of local midnight at the start of a day."""
        if day not in self._day_starts:
            self._day_starts[day] = self.minute_at(day, 0)
        return self._day_starts[day]

    @property
    def end_minute(self) -> int:
        """Axis minute at which the period ends."""
        return self.day_start(self.days)

    @cached_property
    def interval_starts(self) -> tuple[int, ...]:
        """Axis minute at which each interval of the period starts."""
        return tuple(range(0, self.end_minute, self.interval_minutes))

    @property
    def intervals(self) -> int:
        """Number of intervals in the period."""
        return len(self.interval_starts)

    def date_of(self, day: int) -> dt.date:
        """Local date of a day."""
        return self.first_date + dt.timedelta(days=day)

    def day_of(self, date: dt.date) -> int:
        """Day number of a local date; negative before the period."""
        return (date - self.first_date).days

    def weekday(self, day: int) -> int:
        """Weekday of a day, Monday is 0."""
        return self.date_of(day).weekday()

    def week_of(self, day: int) -> int:
        """Number of the Monday-to-Sunday week a day lies in; 0 is the week of day 0."""
        return (day + self.first_date.weekday()) // 7

    def local(self, minute: int) -> dt.datetime:
        """Aware local time of an axis minute."""
        return (self.anchor + dt.timedelta(minutes=minute)).astimezone(self._zone_info)

    def minute_of(self, time: dt.datetime) -> int:
        """Axis minute of an aware time, rounded down."""
        return int((time.astimezone(dt.UTC) - self.anchor).total_seconds() // 60)
