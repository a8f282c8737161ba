"""What the words of an explanation are made of; ``{…}`` is filled with numbers and names."""

from collections.abc import Mapping
from typing import NamedTuple

from models.plural import Plural, unchanging
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


UNITS: Mapping[str, Plural] = {
    "": unchanging("", ""),
    "contacts": Plural(("contact", "contacts"), ("обращение", "обращения", "обращений")),
    "seconds": unchanging("s", "с"),
    "minutes": unchanging("min", "мин"),
    "agent_minutes": Plural(
        ("agent-minute", "agent-minutes"), ("человеко-минута", "человеко-минуты", "человеко-минут")
    ),
    "erlangs": unchanging("erl", "эрл"),
    "handle_times": Plural(
        ("handle time", "handle times"), ("время обработки", "времени обработки", "времён обработки")
    ),
    "agents": Plural(("agent", "agents"), ("чел.", "чел.", "чел.")),
    "lines": Plural(("line", "lines"), ("линия", "линии", "линий")),
}

FORECAST = both("forecast of the channel", "прогноз по каналу")
TERMS = both("scenario, [staffing]", "сценарий, [staffing]")
ARITHMETIC = both("arithmetic", "арифметика")
