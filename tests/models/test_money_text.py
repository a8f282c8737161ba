import pytest

from models.money_text import money_text, whole_money_text
from models.text import Language


@pytest.mark.parametrize(
    ("minor", "currency", "language", "expected"),
    [
        (123_450, "RUB", "en", "1,234.50 RUB"),
        (123_450, "RUB", "ru", "1\u00a0234,50 ₽"),
        (-5, "EUR", "en", "-0.05 EUR"),
        (1234, "JPY", "en", "1,234 JPY"),
        (10**17 + 1, "RUB", "en", "1,000,000,000,000,000.01 RUB"),
    ],
)
def test_money_keeps_every_digit(minor: int, currency: str, language: Language, expected: str) -> None:
    assert money_text(minor, currency, language) == expected


@pytest.mark.parametrize(
    ("minor", "expected"), [(149, "1 RUB"), (150, "2 RUB"), (-150, "-2 RUB"), (0, "0 RUB")]
)
def test_whole_units_round_half_away_from_zero(minor: int, expected: str) -> None:
    assert whole_money_text(minor, "RUB", "en") == expected
