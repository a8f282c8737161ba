"""What the words of an explanation are made of; ``{…}`` is filled with numbers and names."""

from collections.abc import Mapping
from typing import NamedTuple

from models.text import Text


class Words(NamedTuple):
    """What a figure is called, how it comes about, its unit (a key of ``UNITS``), its source."""

    label: Text
    formula: Text
    unit: str
    source: Text


def both(en: str, ru: str) -> Text:
    """Make a text of both languages."""
    return Text(en=en, ru=ru)


UNITS: Mapping[str, Text] = {
    "": both("", ""),
    "contacts": both("contacts", "обращений"),
    "seconds": both("s", "с"),
    "minutes": both("min", "мин"),
    "agent_minutes": both("agent-minutes", "человеко-минут"),
    "erlangs": both("erl", "эрл"),
    "handle_times": both("handle times", "времён обработки"),
    "agents": both("agents", "чел."),
    "lines": both("lines", "линий"),
}

FORECAST = both("forecast of the channel", "прогноз по каналу")
TERMS = both("scenario, [staffing]", "сценарий, [staffing]")
ARITHMETIC = both("arithmetic", "арифметика")
