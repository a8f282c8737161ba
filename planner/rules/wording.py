"""Numbers, durations and dates as phrases in both languages, for sentences about rules."""

import datetime as dt

from models.text import Text


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
    teen = 11 <= number % 100 <= 14
    form = 2 if teen or number % 10 == 0 or number % 10 >= 5 else int(number % 10 > 1)
    return Text(en=f"{number} {en[number != 1]}", ru=f"{number} {ru[form]}")


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


def date_text(date: dt.date) -> Text:
    """Write a date as each language does in tables."""
    return Text(en=date.isoformat(), ru=f"{date:%d.%m.%Y}")
