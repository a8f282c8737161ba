"""Numbers as the terminal shows them, with the decimal sign of the language."""

from models.text import Language


def decimal_text(value: float, digits: int, language: Language) -> str:
    """Write a number with that many digits after the point, or the comma."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if language == "ru" else text


def percent_text(share: float, digits: int, language: Language) -> str:
    """Write a share as a percentage."""
    return f"{decimal_text(100 * share, digits, language)}%"


def duration_text(seconds: float, language: Language) -> str:
    """Write a length of time in the unit that suits it: seconds, minutes or hours."""
    units = ("с", "мин", "ч") if language == "ru" else ("s", "min", "h")
    place = 0 if seconds < 120 else 1 if seconds < 7200 else 2
    value = seconds / 60**place
    return f"{decimal_text(value, 0 if value == int(value) else 1, language)} {units[place]}"
