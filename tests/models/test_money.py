"""Money: exact, integer inside, decimal text at the edges."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from models.money import Amount, CurrencyCode, from_minor, minor_per_unit, share_of_minor, to_minor

AMOUNT: TypeAdapter[Decimal] = TypeAdapter(Amount)


@pytest.mark.parametrize(("currency", "minor"), [("RUB", 100), ("JPY", 1), ("KWD", 1000), ("ILS", 100)])
def test_minor_units(currency: str, minor: int) -> None:
    assert minor_per_unit(currency) == minor


@given(st.integers(-(10**12), 10**12), st.sampled_from(["RUB", "JPY", "KWD"]))
def test_minor_units_survive_being_written(minor: int, currency: str) -> None:
    assert to_minor(Decimal(from_minor(minor, currency)), currency) == minor


@pytest.mark.parametrize(("amount", "minor"), [("0.005", 1), ("0.0049", 0), ("2.675", 268), ("400", 40000)])
def test_rounding_is_half_away_from_zero(amount: str, minor: int) -> None:
    assert to_minor(Decimal(amount), "RUB") == minor


def test_written_with_the_digits_of_the_currency() -> None:
    assert [from_minor(5, "RUB"), from_minor(123450, "RUB"), from_minor(7, "JPY")] == ["0.05", "1234.50", "7"]


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**5), st.integers(1, 10**5))
def test_a_share_is_the_nearest_integer(minor: int, numerator: int, denominator: int) -> None:
    share = share_of_minor(minor, numerator, denominator)
    error = abs(Fraction(minor * numerator, denominator) - share)
    assert error <= Fraction(1, 2)
    assert share_of_minor(-minor, numerator, denominator) == -share


def test_halves_go_away_from_zero() -> None:
    assert [share_of_minor(1, 1, 2), share_of_minor(-1, 1, 2), share_of_minor(5, 1, 2)] == [1, -1, 3]


def test_an_amount_given_as_a_binary_fraction_is_read_as_written() -> None:
    assert AMOUNT.validate_python(0.1) == Decimal("0.1")


@pytest.mark.parametrize("written", ["-1", "1.00001", "1e16", "NaN", "much"])
def test_what_is_no_amount(written: str) -> None:
    with pytest.raises(ValidationError):
        AMOUNT.validate_python(written)


def test_an_unknown_currency_is_refused() -> None:
    code: TypeAdapter[str] = TypeAdapter(CurrencyCode)
    assert code.validate_python("RUB") == "RUB"
    with pytest.raises(ValidationError, match="ISO 4217"):
        code.validate_python("RUR2")
