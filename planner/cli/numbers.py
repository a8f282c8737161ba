"""Numbers as the terminal shows them, with the decimal sign of the language."""

from models.text import Language


def decimal_text(value: float, digits: int, language: Language) -> str:
    """Write a number with that many digits after the point, or the comma."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if language == "ru" else text


def percent_text(share: float, digits: int, language: Language) -> str:
    """Write a share as a percentage."""
    return f"{decimal_text(100 * share, digits, language)}%"
