"""Overtime: what work is counted against, and what each tier above it is paid."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.clock import Minutes
from models.errors import BadValueError
from models.text import Text

#: What paid minutes are added up over.
Accounting = Literal["day", "seventh_day", "week", "period"]
#: The order in which they are asked: what one has paid as overtime the next does not count.
ACCOUNTING_ORDER: tuple[Accounting, ...] = ("day", "seventh_day", "week", "period")


class OvertimeTier(Noun):
    """So many minutes of overtime at one premium; the last tier has no end.

    Parameters
    ----------
    minutes
        Length of the tier; left out in the last one.
    premium
        Added to the pay of the minute itself, as a share of the overtime base.
    """

    minutes: Minutes | None = Field(default=None, gt=0)
    premium: Decimal = Field(ge=0, le=10)


class OvertimeTerms(Noun):
    """Overtime under one way of accounting.

    Parameters
    ----------
    per
        ``day``: of each shift; ``seventh_day``: instead of it on the seventh day in a row
        worked within the working week; ``week``; ``period``: summed over the accounting period.
    after_minutes
        Minutes that are no overtime.  Left out, it is a fifth of the contract's week for
        ``day``, the contract's week for ``week`` (its norm by the calendar where holidays are never
        overtime), nothing for ``seventh_day``, and for
        ``period`` the norm of the calendar for the days the person is employed and not away.
    tiers
        What the minutes above it are paid, in order.
    first_date
        First date of the accounting period, where it began before the plan; for ``period`` only.
    last_date
        Its last date, where it ends after the plan; for ``period`` only.  Overtime is then what
        goes beyond the norm of the whole period already: what is worked above a month's norm may
        still be made good by time off before the period ends.
    contracts
        Contracts it holds for; all where left out.
    """

    per: Accounting
    after_minutes: Minutes | None = None
    tiers: tuple[OvertimeTier, ...] = Field(min_length=1)
    first_date: dt.date | None = None
    last_date: dt.date | None = None
    contracts: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _last_tier_is_open(self) -> "OvertimeTerms":
        *earlier, last = self.tiers
        if last.minutes is not None or any(tier.minutes is None for tier in earlier):
            raise BadValueError(
                Text(
                    en="every tier but the last needs minutes, the last one has none",
                    ru="у всех ступеней, кроме последней, нужно minutes, у последней нельзя",
                )
            )
        for field in ("first_date", "last_date"):
            if getattr(self, field) is not None and self.per != "period":
                raise BadValueError(
                    Text(
                        en=f'{field} goes with per = "period"', ru=f'{field} бывает только при per = "period"'
                    )
                )
        if self.first_date and self.last_date and not 0 <= (self.last_date - self.first_date).days < 366:
            raise BadValueError(
                Text(
                    en=f"the accounting period {self.first_date} to {self.last_date} is not one of at most a year",
                    ru=f"учётный период с {self.first_date} по {self.last_date} должен быть не длиннее года и кончаться после начала",
                )
            )
        return self
