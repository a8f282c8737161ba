"""The desk that is planned, and the period."""

import datetime as dt
from typing import Any, Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.errors import BadValueError
from models.money import CurrencyCode
from models.text import Language, Text
from models.zone_name import ZoneName


class Desk(Noun):
    """Name, zone, currency, interval and language of a desk."""

    name: str = Field(min_length=1, max_length=120)
    zone: ZoneName
    currency: CurrencyCode
    interval_minutes: Literal[15, 30, 60] = 30
    language: Language = "en"


class Period(Noun):
    """First date and length; files may give ``last_date`` or ``weeks`` instead of ``days``."""

    first_date: dt.date
    days: int = Field(ge=1, le=366)

    @model_validator(mode="before")
    @classmethod
    def _length(cls, value: Any) -> Any:
        if not isinstance(value, dict) or sum(key in value for key in ("days", "weeks", "last_date")) == 0:
            return value
        given = {key: value[key] for key in ("days", "weeks", "last_date") if key in value}
        if len(given) > 1:
            raise BadValueError(
                Text(
                    en=f"give one of days, weeks, last_date; found {', '.join(given)}",
                    ru=f"нужно что-то одно из days, weeks, last_date; здесь {', '.join(given)}",
                )
            )
        rest = {key: item for key, item in value.items() if key not in given}
        if "weeks" in given:
            if type(given["weeks"]) is not int:
                raise BadValueError(
                    Text(
                        en=f"weeks is a whole number, found {given['weeks']}",
                        ru=f"weeks целое число, здесь {given['weeks']}",
                    )
                )
            return {**rest, "days": 7 * given["weeks"]}
        if "last_date" in given:
            first, last = (_plain_date(value.get(key)) for key in ("first_date", "last_date"))
            if last is None:
                raise BadValueError(
                    Text(
                        en=f"last_date is a date such as 2026-11-29, found {given['last_date']}",
                        ru=f"last_date дата, например 2026-11-29, здесь {given['last_date']}",
                    )
                )
            # Without a readable first date the length does not matter: that is reported by itself.
            return {**rest, "days": (last - first).days + 1 if first else 1}
        return value


def _plain_date(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, dt.date) else None
