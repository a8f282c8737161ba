"""A pay band: minutes of the clock and the calendar that are paid more."""

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.calendar import DayKind
from models.clock import ClockSpan, Weekday
from models.errors import BadValueError
from models.money import Amount
from models.text import Text

#: Where a band stands in tables of cost.
BandColumn = Literal["night", "holiday", "premium"]


class PayBand(Noun):
    """Minutes that are paid more, and how much more.

    Every condition left out holds always: a band without conditions is a constant allowance,
    or with ``on = "pay"`` a regional coefficient.

    Parameters
    ----------
    name
        As shown on audit lines; unique among the bands.
    clock
        Span of the local clock.
    weekdays, days
        Weekdays, and kinds of day of the calendar.
    date_of
        Whose date is asked for them: the ``minute``'s own, from midnight to midnight, or that
        of the ``shift``'s start.
    share
        Share of what ``on`` says.
    amount_per_hour
        A fixed amount instead, in currency units.
    on
        ``base``: the hourly rate; ``pay``: the rate and every band before this one that counts
        in the same minute.
    group
        Of the bands of one group only the dearest counts in a minute.
    column
        Where the band stands in tables of cost.
    contracts
        Contracts it is paid under; all where left out.
    only_split_shifts
        Only minutes of split shifts.
    """

    name: str = Field(min_length=1, max_length=60)
    clock: ClockSpan | None = None
    weekdays: tuple[Weekday, ...] = ()
    days: tuple[DayKind, ...] = ()
    date_of: Literal["minute", "shift"] = "minute"
    share: Decimal | None = Field(default=None, ge=0, le=10)
    amount_per_hour: Amount | None = None
    on: Literal["base", "pay"] = "base"
    group: str | None = Field(default=None, min_length=1, max_length=60)
    column: BandColumn = "premium"
    contracts: tuple[str, ...] = ()
    only_split_shifts: bool = False

    @model_validator(mode="after")
    def _one_price(self) -> "PayBand":
        if (self.share is None) == (self.amount_per_hour is None):
            raise BadValueError(
                Text(
                    en="give either share or amount_per_hour",
                    ru="нужно что-то одно: share или amount_per_hour",
                )
            )
        if self.amount_per_hour is not None and self.on == "pay":
            raise BadValueError(
                Text(
                    en='on = "pay" goes with share; an amount_per_hour depends on no other pay',
                    ru='on = "pay" бывает только с share: amount_per_hour не зависит от другой оплаты',
                )
            )
        return self
