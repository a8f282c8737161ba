"""How levers say what they changed, in both languages."""

from typing import Literal

from models.text import Language, Text

LeverKind = Literal["growth", "deflection", "aht_factor", "event", "shift", "shift_in"]

_TEXTS: dict[LeverKind, Text] = {
    "growth": Text(
        en="{channel}: growth × {factor} ({change}): {before} contacts of the period become {after}.",
        ru="{channel}: рост × {factor} ({change}): обращений за период было бы {before}, стало {after}.",
    ),
    "deflection": Text(
        en="{channel}: self-service answers {share}: {before} contacts of the period become {after}.",
        ru="{channel}: самообслуживание отвечает на {share}: обращений за период было бы {before}, "
        "стало {after}.",
    ),
    "aht_factor": Text(
        en="{channel}: handle times × {factor} ({change}): {before} s on average become {after} s.",
        ru="{channel}: время обработки × {factor} ({change}): в среднем было бы {before} с, стало {after} с.",
    ),
    "event": Text(
        en="{channel}: event “{event}” ({dates}): {before} contacts on these dates become {after}.",
        ru="{channel}: событие «{event}» ({dates}): обращений в эти даты было бы {before}, стало {after}.",
    ),
    "shift": Text(
        en="{channel}: {share} of contacts, {moved} in the period, come by {to} instead.",
        ru="{channel}: {share} обращений, {moved} за период, приходят через {to}.",
    ),
    "shift_in": Text(
        en="{to}: {moved} contacts of the period come here instead of by {channel}.",
        ru="{to}: {moved} обращений за период приходят сюда, а не через {channel}.",
    ),
}


def lever_note(kind: LeverKind, language: Language, **details: str | float) -> str:
    """Write one note; ``share`` is shown in per cent, ``factor`` as it is, amounts in whole numbers.

    ``{change}`` is the factor in per cent, with its sign: a factor is easily taken for one.
    """
    factor = details.get("factor")
    if isinstance(factor, float | int):
        details["change"] = _number("share", factor - 1, language, "+")
    shown = {
        name: value if isinstance(value, str) else _number(name, value, language)
        for name, value in details.items()
    }
    return _TEXTS[kind].in_language(language).format(**shown)


def _number(name: str, value: float, language: Language, sign: str = "") -> str:
    if name in ("share", "factor"):
        text = f"{100 * value:{sign}g}%" if name == "share" else f"{value:g}"
        return text.replace(".", ",") if language == "ru" else text
    text = f"{value:,.0f}"
    return text.replace(",", "\u00a0") if language == "ru" else text
