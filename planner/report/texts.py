"""Words on the pictures, in both languages."""

from collections.abc import Mapping

from models.text import Language

_ENGLISH = {
    "coverage.week": "Average week: agents required and on duty",
    "coverage.period": "Whole period: the worst interval of each hour",
    "on_duty": "on duty",
    "required": "required",
    "short": "short",
    "spare": "spare",
    "closed": "closed",
    "agents": "agents",
    "hour": "hour",
    "understaffed": "understaffed hours: {hours}",
    "roster": "Roster",
    "weekend": "weekend",
    "holiday": "holiday",
    "night": "night",
    "people": "People",
    "cost": "Cost per month, {currency}",
    "base": "base pay",
    "night_premium": "night premium",
    "holiday_premium": "holiday premium",
    "overtime": "overtime",
    "per_head": "hiring and equipment",
    "shortfalls": "priced shortfalls (not paid)",
    "interval": "the cheapest possible plan lies here",
    "closed_share": "Contacts\nwhile closed",
    "thousand": "k",
    "million": "M",
}
_RUSSIAN = {
    "coverage.week": "Средняя неделя: требуется и на смене",
    "coverage.period": "Весь период: худший интервал каждого часа",
    "on_duty": "на смене",
    "required": "требуется",
    "short": "не хватает",
    "spare": "с запасом",
    "closed": "закрыто",
    "agents": "людей",
    "hour": "час",
    "understaffed": "часов нехватки: {hours}",
    "roster": "График сменности",
    "weekend": "выходной",
    "holiday": "праздник",
    "night": "ночь",
    "people": "Людей",
    "cost": "Затраты в месяц, {currency}",
    "base": "основная оплата",
    "night_premium": "доплата за ночь",
    "holiday_premium": "доплата за праздники",
    "overtime": "сверхурочные",
    "per_head": "наём и рабочие места",
    "shortfalls": "цена нехватки (не оплата)",
    "interval": "здесь самый дешёвый возможный план",
    "closed_share": "Обращения вне\nчасов работы",
    "thousand": "\u00a0тыс.",
    "million": "\u00a0млн",
}
TEXTS: Mapping[Language, Mapping[str, str]] = {"en": _ENGLISH, "ru": _RUSSIAN}


def decimal_text(value: float, language: Language, digits: int = 1) -> str:
    """Write a number with the language's decimal mark."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if language == "ru" else text
