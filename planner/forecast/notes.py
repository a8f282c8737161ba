"""What the user is told about a forecast, in both languages."""

from typing import Literal

from models.plural import Plural
from models.text import Language, Text

NoteKind = Literal[
    "left_out",
    "began",
    "events",
    "silent",
    "long_ago",
    "jump",
    "quick",
    "yearly",
    "short",
    "no_backtest",
    "lead_in",
    "unsure",
]

_DAYS = Plural(("day", "days"), ("день", "дня", "дней"))
_TEXTS: dict[NoteKind, Text] = {
    "left_out": Text(
        en="{channel}: not used: {count} {days} of the history from {first_date} on, "
        "for a forecast must not know the period it is made for.",
        ru="{channel}: не учтено: {count} {days} истории начиная с {first_date}, "
        "так как прогноз не должен знать период, для которого он делается.",
    ),
    "began": Text(
        en="{channel}: nothing was counted before {first_date}; the history is taken to begin there.",
        ru="{channel}: до {first_date} ничего не посчитано; считается, что история начинается с этого дня.",
    ),
    "events": Text(
        en="{channel}: days of events in the history: {count}; the forecast did not learn from them.",
        ru="{channel}: дней событий в истории: {count}; прогноз на них не учился.",
    ),
    "silent": Text(
        en="{channel}: days of the history without a single contact where some were to be expected: {count}; "
        "they were taken as closed or not counted.",
        ru="{channel}: дней без единого обращения там, где их следовало ждать: {count}; "
        "они приняты за закрытые или неучтённые.",
    ),
    "long_ago": Text(
        en="{channel}: the history ends on {last_date}, {count} {days} before the period; "
        "contacts are taken to stay where they were.",
        ru="{channel}: история кончается {last_date}, за {count} {days} до периода; "
        "считается, что поток с тех пор не изменился.",
    ),
    "jump": Text(
        en="{channel}: since about {first_date} contacts are at another level, further from the one before "
        "than they ever were; the forecast starts from the new one. If it will pass, make it an event.",
        ru="{channel}: примерно с {first_date} поток на другом уровне, дальше от прежнего, чем бывало; прогноз "
        "исходит из нового. Если это пройдёт, опишите его как событие.",
    ),
    "quick": Text(
        en="{channel}: contacts keep rising, falling or jumping; following them faster forecast the "
        "history clearly better, so an average in which recent days weigh three times as much counts for "
        "{share}.",
        ru="{channel}: поток растёт, падает или скачет; история прогнозируется заметно лучше, если "
        "следовать за ним быстрее, поэтому среднее, где последние дни весят втрое больше обычного, "
        "учтено с долей {share}.",
    ),
    "yearly": Text(
        en="{channel}: contacts swing with the seasons; following the course of the year before forecast "
        "the history clearly better, so {share} of its movement then is expected again.",
        ru="{channel}: поток меняется по сезонам; история прогнозируется заметно лучше с ходом прошлого "
        "года, поэтому ожидается {share} тогдашнего изменения.",
    ),
    "short": Text(
        en="{channel}: {count} {days} of history are few: each weekday was seen only a few times, and "
        "holidays, seasons and trends hardly or not at all.",
        ru="{channel}: {count} {days} истории мало: каждый день недели встретился лишь несколько раз, "
        "а праздники, сезоны и рост почти или совсем не видны.",
    ),
    "no_backtest": Text(
        en="{channel}: {count} {days} of history are too few to test the forecast on, or have no contacts.",
        ru="{channel}: {count} {days} истории мало, чтобы проверить на них прогноз, или в них нет обращений.",
    ),
    "lead_in": Text(
        en="{channel}: what came in the days before the period is not known; "
        "the same weekdays of the forecast stand for them.",
        ru="{channel}: что пришло в дни перед периодом, неизвестно; взяты те же дни недели из прогноза.",
    ),
    "unsure": Text(
        en="{channel}: nothing says how sure the forecast is: it came without quantiles, and there is "
        "no history beside it.",
        ru="{channel}: насколько прогноз точен, неизвестно: в нём нет квантилей, а рядом нет истории.",
    ),
}


def note(kind: NoteKind, language: Language, **details: object) -> str:
    """Write one note; ``count`` is of days, and ``{days}`` becomes the noun that agrees with it.

    A ``share`` is shown in per cent.
    """
    share = details.get("share")
    if isinstance(share, float):
        details["share"] = f"{100 * share:.0f}%"
    count = details.get("count")
    days = _DAYS.of(count).in_language(language) if isinstance(count, int) else ""
    return _TEXTS[kind].in_language(language).format(days=days, **details)
