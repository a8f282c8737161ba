"""Money is integer minor units inside and decimal text at the edges, never float."""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Annotated, Any

from babel.core import UnknownLocaleError
from babel.numbers import UnknownCurrencyError, get_currency_precision, list_currencies
from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer

from models.errors import BadValueError
from models.text import Text


@cache
def minor_per_unit(currency: str) -> int:
    """Minor units in one unit of the currency (ISO 4217): 100 for RUB, 1 for JPY."""
    digits: int = get_currency_precision(currency)
    return int(10**digits)


def to_minor(amount: Decimal, currency: str) -> int:
    """Convert an amount in units to minor units, rounding half away from zero."""
    return int((amount * minor_per_unit(currency)).to_integral_value(ROUND_HALF_UP))


def from_minor(minor: int, currency: str) -> str:
    """Write minor units as decimal text with the currency's digits: ``"1234.50"``."""
    scale = minor_per_unit(currency)
    return str((Decimal(minor) / scale).quantize(Decimal(1) / scale))


def share_of_minor(minor: int, numerator: int, denominator: int) -> int:
    """Return ``minor * numerator / denominator`` rounded half away from zero, exactly."""
    product = minor * numerator
    quotient, rest = divmod(abs(product), denominator)
    rounded = quotient + (2 * rest >= denominator)
    return rounded if product >= 0 else -rounded


def _no_binary_fractions(value: Any) -> Any:
    return repr(value) if isinstance(value, float) else value


def _known_currency(code: str) -> str:
    try:
        known = list_currencies()
    except (UnknownCurrencyError, UnknownLocaleError) as error:  # damaged installation of babel
        raise BadValueError(
            Text(en=f"currencies cannot be listed: {error}", ru=f"список валют недоступен: {error}")
        ) from error
    if code not in known:
        raise BadValueError(
            Text(
                en=f'"{code}" is not an ISO 4217 currency code such as RUB or EUR',
                ru=f'"{code}" не код валюты по ISO 4217, например RUB или EUR',
            )
        )
    return code


#: An amount of money in currency units, exact.
Amount = Annotated[
    Decimal,
    BeforeValidator(_no_binary_fractions),
    Field(ge=0, max_digits=15, decimal_places=4),
    PlainSerializer(str, return_type=str, when_used="json"),
]
#: An ISO 4217 code.
CurrencyCode = Annotated[str, AfterValidator(_known_currency)]
