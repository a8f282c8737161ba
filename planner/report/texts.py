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
    "other_premium": "other premiums",
    "overtime": "overtime",
    "on_costs": "employer's on-costs",
    "per_head": "hiring and equipment",
    "overhead": "leads and other roles",
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
    "other_premium": "прочие доплаты",
    "overtime": "сверхурочные",
    "on_costs": "взносы работодателя",
    "per_head": "наём и рабочие места",
    "overhead": "старшие и другие роли",
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


def short_money(value: float, language: Language) -> str:
    """Write an amount in a few characters: thousands from ten thousand up."""
    if abs(value) < 10_000:
        return f"{value:.0f}"
    if abs(value) < 1_000_000:
        return f"{value / 1000:.0f}{TEXTS[language]['thousand']}"
    return decimal_text(value / 1e6, language, 2) + TEXTS[language]["million"]
