"""Public holidays and transferred days as the ``holidays`` library knows them."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

import holidays

from models.calendar import HolidayCalendar
from models.errors import BadInputError, InputProblem
from models.text import Language, Text

#: Countries whose government moves days off by decree, a year at a time: beyond the last
#: decree the library knows, working days cannot be told.
DECREED_TRANSFERS = frozenset({"RU"})
#: Countries where a holiday's replacement day is an ordinary day off and not itself a public
#: holiday (Russia: art. 112 of the Labour Code lists the holidays; part 2 moves the day off).
MOVED_DAY_IS_DAY_OFF = frozenset({"RU"})


class HolidayBook(Protocol):
    """The part of a country's holidays used here."""

    start_year: int
    end_year: int
    special_public_holidays: dict[int, Any]

    def is_weekend(self, key: dt.date) -> bool:
        """Whether the weekday is a day of weekly rest."""

    def is_working_day(self, key: dt.date) -> bool:
        """Whether the date is worked, transfers included."""

    def get(self, key: dt.date) -> str | None:
        """Name of the holiday or moved day off."""


@dataclass(frozen=True)
class CountryHolidays:
    """One country's book of holidays, with moved days told apart from the holidays themselves."""

    book: HolidayBook
    without_moved: HolidayBook
    shown: HolidayBook
    country: str
    substituted: re.Pattern[str] | None
    substituted_format: str

    def holiday_name(self, date: dt.date) -> str | None:
        """Name of the public holiday on a date; ``None`` on any other day."""
        book = self.without_moved if self.country in MOVED_DAY_IS_DAY_OFF else self.book
        name = book.get(date)
        return None if name is None or self.moved_from(date) is not None else name

    def day_off_name(self, date: dt.date) -> str | None:
        """Name of a holiday or moved day off to show; ``None`` on any other day."""
        return self.shown.get(date)

    def moved_from(self, date: dt.date) -> dt.date | None:
        """Date whose rest was moved to this one by decree; ``None`` on any other day."""
        name = self.book.get(date)
        match = self.substituted.search(name) if self.substituted and name else None
        if match is None:
            return None
        return dt.datetime.strptime(match[1], self.substituted_format).replace(tzinfo=dt.UTC).date()


def country_holidays(settings: HolidayCalendar, years: Iterable[int], language: Language) -> CountryHolidays:
    """Open the library's book for the country asked for.

    Raises
    ------
    BadInputError
        The country or region is unknown to the library, or a year lies outside what it knows.
    """
    country = (settings.country or "").upper()
    wanted = sorted(set(years))
    _check_names(settings, country)

    def open_book(language: str | None, observed: bool = True) -> Any:
        # The year after matters too: 31 December may be shorter because 1 January is a holiday.
        around = range(wanted[0] - 1, wanted[-1] + 2)
        return holidays.country_holidays(
            country, subdiv=settings.subdivision, years=around, observed=observed, language=language
        )

    # Transfers are read from their names, so the book must be in a language settled beforehand.
    own: str | None = holidays.country_holidays(country).default_language
    book = open_book(own)
    _check_years(settings, country, wanted, book)
    shown = "en_US" if language == "en" else language
    label: str | None = getattr(book, "substituted_label", None)
    pattern = re.compile(re.escape(label).replace("%s", r"(.+?)")) if label else None
    return CountryHolidays(
        book=book,
        without_moved=open_book(own, observed=False),
        shown=open_book(shown) if shown in book.supported_languages else book,
        country=country,
        substituted=pattern,
        substituted_format=getattr(book, "substituted_date_format", ""),
    )


def _check_names(settings: HolidayCalendar, country: str) -> None:
    known = holidays.list_supported_countries()
    if country not in known:
        message = Text(
            en=f'no holidays are known for the country "{settings.country}"',
            ru=f'праздники страны "{settings.country}" неизвестны',
        )
        allowed = Text(
            en="a two-letter ISO 3166 code such as RU, KZ or DE; leave it out for Saturdays and Sundays only",
            ru="код ISO 3166 из двух букв, например RU, KZ или DE; пусто, если выходные только суббота "
            "и воскресенье",
        )
        raise BadInputError([InputProblem("holidays.country", message, allowed)])
    if settings.subdivision is not None and settings.subdivision not in known[country]:
        message = Text(
            en=f'no holidays are known for the region "{settings.subdivision}" of {country}',
            ru=f'для региона "{settings.subdivision}" страны {country} праздники неизвестны',
        )
        regions = ", ".join(known[country])
        none = Text(en="no regions; leave it out", ru="регионов нет; оставьте пустым")
        allowed = Text.same(regions) if regions else none
        raise BadInputError([InputProblem("holidays.subdivision", message, allowed)])


def _check_years(settings: HolidayCalendar, country: str, wanted: list[int], book: HolidayBook) -> None:
    last = book.end_year
    if country in DECREED_TRANSFERS:
        last = max(book.special_public_holidays)
    stated = {override.date.year for override in settings.overrides}
    problems = [
        InputProblem(
            "holidays",
            Text(
                en=f"the holidays and moved days off of {country} are not known for {year}",
                ru=f"праздники и переносы выходных страны {country} на {year} год неизвестны",
            ),
            Text(
                en=f"years from {book.start_year} to {last}, "
                f"or list the dates of {year} under holidays.overrides",
                ru=f"годы с {book.start_year} по {last} или даты {year} года в holidays.overrides",
            ),
        )
        for year in wanted
        if year < book.start_year or (year > last and year not in stated) or year > book.end_year
    ]
    if problems:
        raise BadInputError(problems)
