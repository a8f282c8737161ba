"""Changed shifts as people read them: "Ana: Tue 14 → off"."""

from collections.abc import Iterable
from itertools import groupby

from babel.dates import format_date

from models.horizon import Horizon
from models.replanning import ShiftChange
from models.shift import Shift
from models.shift_hours import hours_text
from models.text import Language, Text

_OFF = Text(en="off", ru="выходной")
_WAS = Text(en="{day} → {after} (was {before})", ru="{day} → {after} (было: {before})")


def change_lines(
    changes: Iterable[ShiftChange], horizon: Horizon, language: Language
) -> list[tuple[str, list[str]]]:
    """Write each person's changes: the name, and one line per day."""
    by_person = groupby(changes, key=lambda change: (change.agent, change.name))
    return [(name, [day_line(change, horizon, language) for change in own]) for (_, name), own in by_person]


def day_line(change: ShiftChange, horizon: Horizon, language: Language) -> str:
    """Write one day: ``Tue 14 → off (was night 20:00–08:00)``."""
    return _WAS.in_language(language).format(
        day=day_text(change.day, horizon, language),
        after=shift_text(change.after, horizon, language),
        before=shift_text(change.before, horizon, language),
    )


def day_text(day: int, horizon: Horizon, language: Language) -> str:
    """Write a day of the period; its month only where the period has several."""
    first, last = horizon.date_of(0), horizon.date_of(horizon.days - 1)
    one_month = (first.year, first.month) == (last.year, last.month)
    return str(format_date(horizon.date_of(day), "EEE d" if one_month else "EEE d MMM", locale=language))


def shift_text(shift: Shift | None, horizon: Horizon, language: Language) -> str:
    """Write a shift by its pattern and the clock, or a day off."""
    if shift is None:
        return _OFF.in_language(language)
    return f"{shift.pattern} {hours_text(horizon, shift)}"
