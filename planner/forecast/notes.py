"""What the user is told about a forecast, in both languages."""

from typing import Literal

from models.text import Language, Text

NoteKind = Literal["left_out", "long_ago", "no_backtest"]

_TEXTS: dict[NoteKind, Text] = {
    "left_out": Text(
        en="{channel}: {count} days of the history from {first_date} on were not used, "
        "for a forecast must not know the period it is made for.",
        ru="{channel}: {count} дней истории начиная с {first_date} не учтены: "
        "прогноз не должен знать период, для которого он делается.",
    ),
    "long_ago": Text(
        en="{channel}: the history ends on {last_date}, {count} days before the period; "
        "contacts are taken to stay where they were.",
        ru="{channel}: история кончается {last_date}, за {count} дней до периода; "
        "считается, что поток с тех пор не изменился.",
    ),
    "no_backtest": Text(
        en="{channel}: {count} days of history are too few to test the forecast on.",
        ru="{channel}: {count} дней истории мало, чтобы проверить на них прогноз.",
    ),
}


def note(kind: NoteKind, language: Language, **details: object) -> str:
    """Write one note."""
    return _TEXTS[kind].in_language(language).format(**details)
