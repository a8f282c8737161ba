"""The kind of every date: working, shortened, day off, public holiday."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache

from models.calendar import DayKind, HolidayCalendar, WorkCalendar
from models.text import Language
from planner.calendar.library import CountryHolidays, country_holidays

#: Countries whose law shortens the working day before a public holiday by an hour
#: (Russia: Labour Code, art. 95).
SHORT_DAY_BEFORE_HOLIDAY = frozenset({"RU"})


def work_calendar(settings: HolidayCalendar, years: Iterable[int], language: Language = "en") -> WorkCalendar:
    """Lay out the calendar of a country, or of plain weeks, for some years.

    Days of rest moved by decree are ``weekend`` and the Saturdays worked for them are
    ``working``.  In Russia the working day just before a public holiday of art. 112 is
    ``short`` (art. 95), and a working Saturday takes the regime of the day it was swapped
    with.  Overrides win over everything.

    Parameters
    ----------
    settings
        Country, region and overrides.
    years
        Calendar years to cover: those of the period, of what leads into it, and of histories.
    language
        Language of the names, where the library has it; the country's own elsewhere.

    Returns
    -------
    WorkCalendar
        Kind of every date of these years; names of holidays and moved days off.

    Raises
    ------
    BadInputError
        The library does not know the country, the region or one of the years.
    """
    return _laid_out(settings, tuple(sorted(set(years))), language)


@lru_cache(maxsize=64)  # a plan asks for its calendar many times, and the library is slow to open
def _laid_out(settings: HolidayCalendar, wanted: tuple[int, ...], language: Language) -> WorkCalendar:
    kinds: dict[dt.date, DayKind] = {}
    names: dict[dt.date, str] = {}
    if settings.country is None:
        kinds = {date: "weekend" if date.weekday() >= 5 else "working" for date in _dates(wanted)}
    elif wanted:
        country = country_holidays(settings, wanted, language)
        shortened = _shortened(country, wanted)
        for date in _dates(wanted):
            kinds[date] = "short" if date in shortened else _kind(country, date)
            name = country.day_off_name(date)
            if name is not None:
                names[date] = name
    for override in settings.overrides:
        if override.date.year in wanted:
            kinds[override.date] = override.kind
            names.pop(override.date, None)
            if override.name:
                names[override.date] = override.name
    return WorkCalendar(kinds=kinds, names=names)


def _dates(years: tuple[int, ...]) -> Iterator[dt.date]:
    for year in years:
        first = dt.date(year, 1, 1)
        for offset in range((dt.date(year + 1, 1, 1) - first).days):
            yield first + dt.timedelta(days=offset)


def _kind(country: CountryHolidays, date: dt.date) -> DayKind:
    if country.holiday_name(date) is not None:
        return "holiday"
    return "working" if country.book.is_working_day(date) else "weekend"


def _shortened(country: CountryHolidays, years: tuple[int, ...]) -> set[dt.date]:
    if country.country not in SHORT_DAY_BEFORE_HOLIDAY:
        return set()
    # A Saturday worked for a moved day off takes that day's regime, not its own.
    regime_of = {country.moved_from(date): date for date in _dates(years)}
    return {
        date
        for date in _dates(years)
        if country.book.is_working_day(date)
        and country.holiday_name(regime_of.get(date, date) + dt.timedelta(days=1)) is not None
    }
