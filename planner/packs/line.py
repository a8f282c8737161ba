"""Lines of law written briefly: what every line of a pack has, and rules with one number."""

from typing import Any

from models.law_line import AskedRule, LawLine
from models.text import Text


class Act:
    """An act whose articles lines are taken from; calling it with a number writes a line.

    Parameters
    ----------
    en, ru
        How an article is written, with ``{}`` for its number: ``TK RF art. {}``.
    """

    def __init__(self, en: str, ru: str) -> None:
        self._en, self._ru = en, ru

    def __call__(self, name: str, number: str, en: str, ru: str, **more: Any) -> LawLine:
        """Write a line: its name, its article, the sentence in both languages, what keeps it.

        The line counts as read in the act unless ``certainty`` says otherwise.
        """
        fields = {"certainty": "read", **more}
        article = Text(en=self._en.format(number), ru=self._ru.format(number))
        return LawLine(id=name, article=article, asks=Text(en=en, ru=ru), **fields)


def at_most(kind: str, limit: str, most: Any, **fields: Any) -> tuple[AskedRule, ...]:
    """Ask for a rule that is stricter the smaller its number is."""
    return (AskedRule(kind=kind, fields={limit: most, **fields}, limit=limit),)


def at_least(kind: str, limit: str, least: Any, **fields: Any) -> tuple[AskedRule, ...]:
    """Ask for a rule that is stricter the larger its number is."""
    return (AskedRule(kind=kind, fields={limit: least, **fields}, limit=limit, side="at_least"),)


def no_holidays(reason: str) -> tuple[AskedRule, ...]:
    """Ask for no work on public holidays."""
    return (AskedRule(kind="no_holiday_work", fields={"reason": reason}),)


def no_nights(band: str, reason: str) -> tuple[AskedRule, ...]:
    """Ask for no minute of work at night."""
    return (AskedRule(kind="no_night_work", fields={"night_minutes": 1, "band": band, "reason": reason}),)
