"""Overtime: what work is counted against, and what each tier above it is paid."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.clock import Minutes

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
        ``day``, the contract's week for ``week``, nothing for ``seventh_day``, and for
        ``period`` the norm of the calendar for the days the person is employed and not away.
    tiers
        What the minutes above it are paid, in order.
    first_date
        First date of the accounting period, where it began before the plan; for ``period`` only.
    contracts
        Contracts it holds for; all where left out.
    """

    per: Accounting
    after_minutes: Minutes | None = None
    tiers: tuple[OvertimeTier, ...] = Field(min_length=1)
    first_date: dt.date | None = None
    contracts: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _last_tier_is_open(self) -> "OvertimeTerms":
        *earlier, last = self.tiers
        if last.minutes is not None or any(tier.minutes is None for tier in earlier):
            raise ValueError("every tier but the last needs minutes, the last one has none")
        if self.first_date is not None and self.per != "period":
            raise ValueError('first_date goes with per = "period"')
        return self
