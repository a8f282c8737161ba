"""Words on the picture of a requirement, in both languages."""

from collections.abc import Mapping

from models.text import Language

_ENGLISH = {
    "queue": "{queue}: agents needed through the week",
    "desk": "Whole desk: agents needed through the week",
    "work": "{channel}: hours of work by day",
    "mean": "average week",
    "most": "busiest week",
    "arrives": "can be begun",
    "due": "must be done",
}
_RUSSIAN = {
    "queue": "{queue}: сколько нужно людей в течение недели",
    "desk": "Вся служба: сколько нужно людей в течение недели",
    "work": "{channel}: часы работы по дням",
    "mean": "средняя неделя",
    "most": "самая трудная неделя",
    "arrives": "можно начать",
    "due": "нужно закончить",
}
STAFFING_TEXTS: Mapping[Language, Mapping[str, str]] = {"en": _ENGLISH, "ru": _RUSSIAN}
