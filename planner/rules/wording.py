"""Numbers, durations and dates as phrases in both languages, for sentences about rules."""

import datetime as dt
from functools import lru_cache

from models.clock import WEEKDAYS, ClockSpan, Weekday
from models.plural import Plural
from models.text import Text

#: English name, Russian after "from" and after "to".
_WEEK_DAYS: dict[Weekday, tuple[str, str, str]] = {
    "mon": ("Monday", "с понедельника", "понедельник"),
    "tue": ("Tuesday", "со вторника", "вторник"),
    "wed": ("Wednesday", "со среды", "среду"),
    "thu": ("Thursday", "с четверга", "четверг"),
    "fri": ("Friday", "с пятницы", "пятницу"),
    "sat": ("Saturday", "с субботы", "субботу"),
    "sun": ("Sunday", "с воскресенья", "воскресенье"),
}

#: Russian genitive, of one and of many.
_OF_A_DAY: dict[Weekday, tuple[str, str]] = {
    "mon": ("понедельника", "понедельников"),
    "tue": ("вторника", "вторников"),
    "wed": ("среды", "сред"),
    "thu": ("четверга", "четвергов"),
    "fri": ("пятницы", "пятниц"),
    "sat": ("субботы", "суббот"),
    "sun": ("воскресенья", "воскресений"),
}


@lru_cache(maxsize=4096)
def duration(minutes: int) -> Text:
    """Write a length of time: ``7 h 30 min``, ``7 ч 30 мин``."""
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "h", "ч"), (rest, "min", "мин")]
    shown = [part for part in parts if part[0]] or [(0, "min", "мин")]
    return Text(
        en=" ".join(f"{number} {en}" for number, en, _ in shown),
        ru=" ".join(f"{number} {ru}" for number, _, ru in shown),
    )


def counted(number: int, en: tuple[str, str], ru: tuple[str, str, str]) -> Text:
    """Write a number with its noun.

    Parameters
    ----------
    number
        How many; not negative.
    en
        Singular and plural.
    ru
        Forms after 1, after 2 to 4, and after 5: ``("день", "дня", "дней")``.
    """
    noun = Plural(en, ru).of(number)
    return Text(en=f"{number} {noun.en}", ru=f"{number} {noun.ru}")


def day_count(number: int) -> Text:
    """Write a number of days."""
    return counted(number, ("day", "days"), ("день", "дня", "дней"))


def days_limit(number: int) -> Text:
    """Write a number of days after "at most" or "at least", where Russian asks for the genitive."""
    return counted(number, ("day", "days"), ("дня", "дней", "дней"))


def night_count(number: int) -> Text:
    """Write a number of night shifts."""
    return counted(number, ("night shift", "night shifts"), ("ночная смена", "ночные смены", "ночных смен"))


def nights_limit(number: int) -> Text:
    """Write a number of night shifts after "at most"."""
    return counted(number, ("night shift", "night shifts"), ("ночной смены", "ночных смен", "ночных смен"))


@lru_cache(maxsize=4096)
def date_text(date: dt.date) -> Text:
    """Write a date as each language does in tables."""
    return Text(en=date.isoformat(), ru=f"{date:%d.%m.%Y}")


def most_allowed(number: int, shown: Text | None = None) -> Text:
    """Close a finding with the most there may be: ``at most 3 allowed``; of none, that there may be none.

    Parameters
    ----------
    number
        The most allowed.
    shown
        How it reads where a bare number will not do.
    """
    if number == 0:
        return Text(en="none allowed", ru="а их быть не должно")
    most = shown or Text.same(str(number))
    return Text(en=f"at most {most.en} allowed", ru=f"допускается не более {most.ru}")


def weekend_limit(most: int, days: tuple[Weekday, ...]) -> Text:
    """Say of how many weekends at most; a weekend of one day is that day: ``2 Sundays``, ``no Sundays``."""
    forms, which = (("weekend", "weekends"), ("уикенда", "уикендов")), weekday_names(days)
    what_en, what_ru = f" ({which.en})", f" ({which.ru})"
    if len(set(days)) == 1:
        name = _WEEK_DAYS[days[0]][0]
        forms, what_en, what_ru = ((name, f"{name}s"), _OF_A_DAY[days[0]]), "", ""
    if most == 0:
        return Text(en=f"No {forms[0][1]}{what_en}", ru=f"не занято {forms[1][1]}{what_ru}")
    number = counted(most, forms[0], (*forms[1], forms[1][1]))
    return Text(en=f"At most {number.en}{what_en}", ru=f"занято не более {number.ru}{what_ru}")


def week_from(weekday: Weekday) -> Text:
    """Say from which weekday to which a week runs."""
    first, last = _WEEK_DAYS[weekday], _WEEK_DAYS[WEEKDAYS[WEEKDAYS.index(weekday) - 1]]
    return Text(en=f"{first[0]} to {last[0]}", ru=f"{first[1]} по {last[2]}")


def night_work(least_minutes: int | None, band: ClockSpan | None) -> Text:
    """Say what a rule takes for night work (see :func:`models.night.is_night_work`)."""
    in_en, in_ru = (f" within {band}", f" в промежутке {band}") if band else ("", "")
    if least_minutes is None:
        return Text(
            en=f"a night shift{f', its night{in_en}' if band else ''}",
            ru=f"ночная смена{f', ночь{in_ru}' if band else ''}",
        )
    if least_minutes == 1:
        return Text(
            en=f"any shift with 1 min{in_en or ' at night'}",
            ru=f"любая смена хотя бы с 1 мин{in_ru or ' ночью'}",
        )
    least = duration(least_minutes)
    return Text(
        en=f"a shift with at least {least.en}{in_en or ' at night'}",
        ru=f"смена, где не менее {least.ru}{in_ru or ' ночью'}",
    )


def weekday_names(days: tuple[Weekday, ...]) -> Text:
    """List weekdays in short: ``sat+sun``, ``сб+вс``."""
    names = dict(zip(WEEKDAYS, ("пн", "вт", "ср", "чт", "пт", "сб", "вс"), strict=True))
    return Text(en="+".join(days), ru="+".join(names[day] for day in days))
