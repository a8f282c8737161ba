"""Words on the picture of a simulation, in both languages."""

from collections.abc import Mapping

from models.text import Language

_ENGLISH = {
    "days": "{channel}: in time, by day",
    "hours": "by the hour of the day",
    "simulated": "simulated",
    "limits": "{confidence}% limits",
    "promised": "promised",
    "total": "{share}% of {contacts} contacts",
    "none": "no contacts",
    "turned away": "all lines taken",
}
_RUSSIAN = {
    "days": "{channel}: вовремя, по дням",
    "hours": "по часам суток",
    "simulated": "в имитации",
    "limits": "пределы {confidence}%",
    "promised": "обещано",
    "total": "{share}% из {contacts} обращений",
    "none": "обращений нет",
    "turned away": "все линии заняты",
}
SIMULATION_TEXTS: Mapping[Language, Mapping[str, str]] = {"en": _ENGLISH, "ru": _RUSSIAN}
