"""The norm of hours of a year as a table."""

import datetime as dt

from rich.table import Table

from models.calendar import WorkCalendar
from models.text import Language, Text
from planner.calendar.year_norm import StretchNorm, month_norms, stretch_norm
from planner.cli.numbers import decimal_text

_WEEKS = (40, 36, 24)
_HEADS = (
    Text(en="{year}", ru="{year}"),
    Text(en="Days", ru="Дней"),
    Text(en="Working", ru="Рабочих"),
    Text(en="−1 h", ru="−1 ч"),
    Text(en="Off", ru="Нерабочих"),
)
_WEEK_HEAD = Text(en="{hours} h/week", ru="{hours} ч/нед")
_QUARTER = Text(en="quarter {number}", ru="квартал {number}")
_YEAR = Text(en="year", ru="год")
_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "ru": ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
           "ноябрь", "декабрь"),
}  # fmt: skip


def norm_table(calendar: WorkCalendar, year: int, language: Language) -> Table:
    """Months, quarters and the year: days, days off, hours at weeks of 40, 36 and 24 hours."""
    table = Table()
    for head in _HEADS:
        table.add_column(head.in_language(language).format(year=year), justify="right")
    table.columns[0].justify, table.columns[0].no_wrap = "left", True
    for hours in _WEEKS:
        table.add_column(_WEEK_HEAD.in_language(language).format(hours=hours), justify="right")
    weeks = tuple(60 * hours for hours in _WEEKS)
    for number, month in enumerate(month_norms(calendar, year, weeks)):
        table.add_row(*_cells(_MONTHS[language][number], month, language), end_section=number % 3 == 2)
    for quarter in range(4):
        last = dt.date(year + (quarter == 3), (3 * quarter + 3) % 12 + 1, 1) - dt.timedelta(days=1)
        norm = stretch_norm(calendar, dt.date(year, 3 * quarter + 1, 1), last, weeks)
        name = _QUARTER.in_language(language).format(number=quarter + 1)
        table.add_row(*_cells(name, norm, language), end_section=quarter == 3)
    whole = stretch_norm(calendar, dt.date(year, 1, 1), dt.date(year, 12, 31), weeks)
    table.add_row(*_cells(_YEAR.in_language(language), whole, language), style="bold")
    return table


def _cells(name: str, norm: StretchNorm, language: Language) -> list[str]:
    days = (norm.working_days + norm.days_off, norm.working_days, norm.short_days, norm.days_off)
    return [
        name,
        *(str(number) for number in days),
        *(decimal_text(minutes / 60, int(minutes % 60 != 0), language) for minutes in norm.norm_minutes),
    ]
