"""Money as people read it, in either language."""

from decimal import Decimal

from babel.numbers import format_currency

from models.money import from_minor, minor_per_unit, share_of_minor
from models.text import Language


def money_text(minor: int, currency: str, language: Language) -> str:
    """Write minor units with separators and the currency's digits: ``"1,234.50 RUB"``."""
    sign = "¤" if language == "ru" else "¤¤"
    text: str = format_currency(
        Decimal(from_minor(minor, currency)), currency, format=f"#,##0.00 {sign}", locale=language
    )
    return text


def whole_money_text(minor: int, currency: str, language: Language) -> str:
    """Write whole currency units, rounded half away from zero: ``"1,235 RUB"``."""
    sign = "¤" if language == "ru" else "¤¤"
    units = share_of_minor(minor, 1, minor_per_unit(currency))
    text: str = format_currency(
        Decimal(units), currency, format=f"#,##0 {sign}", locale=language, currency_digits=False
    )
    return text
