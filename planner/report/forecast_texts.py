"""Words on the picture of a forecast, in both languages."""

from collections.abc import Mapping

from models.text import Language

_ENGLISH = {
    "days": "Contacts a day",
    "week": "First week of the period, contacts per {minutes} minutes",
    "tests": "Forecast again from earlier days: error by the hour",
    "counted": "counted",
    "expected": "expected",
    "band": "{share}% interval",
    "week_before": "last week counted",
    "forecast": "this forecast",
    "naive": "last week repeated",
    "tested": "{forecast}% against {naive}%; 80% intervals held in {coverage}% of hours",
    "tested_errors": "{forecast}% against {naive}%",
}
_RUSSIAN = {
    "days": "Обращений в день",
    "week": "Первая неделя периода, обращений за {minutes} минут",
    "tests": "Прогноз из прошлых дней заново: ошибка по часам",
    "counted": "посчитано",
    "expected": "ожидается",
    "band": "интервал {share}%",
    "week_before": "последняя посчитанная неделя",
    "forecast": "этот прогноз",
    "naive": "повтор последней недели",
    "tested": "{forecast}% против {naive}%; в интервал 80% попало {coverage}% часов",
    "tested_errors": "{forecast}% против {naive}%",
}
FORECAST_TEXTS: Mapping[Language, Mapping[str, str]] = {"en": _ENGLISH, "ru": _RUSSIAN}
