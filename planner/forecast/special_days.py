"""What is expected of the period's holidays and moved days, and what that rests on."""

from models.channel import Channel
from models.horizon import Horizon
from models.text import Language, Text
from planner.forecast.day_types import day_type
from planner.forecast.profile import Profile

_SAID = Text(
    en="{channel}: days of the period unlike others of their weekday, and what comes on them: {listed}.",
    ru="{channel}: особые дни периода и какой ожидается поток относительно обычного: {listed}.",
)
_SAME_BEFORE = Text(en="{day} × {factor} (as it was before)", ru="{day} × {factor} (как в прошлом)")
_LIKE_OTHERS = Text(
    en="{day} × {factor} (not in the history: like other such days there)",
    ru="{day} × {factor} (в истории его нет: как другие такие дни)",
)
_UNSEEN = Text(
    en="{day} × 1 (no such day in the history; where it brings more or less, give an event)",
    ru="{day} × 1 (таких дней в истории нет; если поток будет иным, задайте событие)",
)
_MORE = Text(en="{count} more", ru="и ещё {count}")
#: Days named one by one.
_LISTED = 8


def special_days_note(
    channel: Channel, horizon: Horizon, fitted: Profile, language: Language
) -> tuple[str, ...]:
    """One sentence that lists them with their factors; none where there are none.

    Days on which the desk expects nothing anyway are not listed.
    """
    said = []
    for number in range(horizon.days):
        date = horizon.date_of(number)
        kind = day_type(date, fitted.calendar, fitted.worked)
        if kind == "usual" or not fitted.day(date).any():
            continue
        name = fitted.calendar.names.get(date, "")
        if name and (kind, name) in fitted.factors.by_name:
            text = _SAME_BEFORE
        else:
            text = _LIKE_OTHERS if kind in fitted.factors.by_type else _UNSEEN
        factor = f"{fitted.factors.of(kind, name):.2f}"
        if language == "ru":
            factor = factor.replace(".", ",")
        said.append(text.in_language(language).format(day=f"{date} {name}".rstrip(), factor=factor))
    if not said:
        return ()
    if len(said) > _LISTED:
        more = _MORE.in_language(language).format(count=len(said) - _LISTED)
        said = [*said[:_LISTED], more]
    return (_SAID.in_language(language).format(channel=channel.name, listed="; ".join(said)),)
