"""What a person is hired and paid for."""

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.clock import Minutes
from models.errors import BadValueError
from models.money import Amount
from models.text import Text


class Contract(Noun):
    """Terms of employment.

    Parameters
    ----------
    name
        Name, unique in the scenario.
    pay
        ``hourly``: worked time is paid; ``salary``: the month is paid whether rostered or not.
    hourly_rate
        Pay of one hour, for ``hourly``.
    monthly_salary
        Pay of one month, for ``salary``.
    weekly_minutes
        Contracted minutes of a Monday-to-Sunday week; paid minutes above are overtime.
    overtime_allowed
        Whether a roster may go above ``weekly_minutes`` at all.
    cost_per_head
        Cost of having the person on the desk for the period, beside pay (licence, desk).
    shift_patterns
        Patterns the person may work; all where left out.
    month_minutes
        Minutes a month's salary is divided by for the hourly rate; the calendar's norm of
        each month where left out.  For ``salary`` only.
    """

    name: str = Field(min_length=1, max_length=60)
    pay: Literal["hourly", "salary"] = "hourly"
    hourly_rate: Amount | None = None
    monthly_salary: Amount | None = None
    weekly_minutes: Minutes = Field(default=40 * 60, gt=0, le=7 * 24 * 60)
    overtime_allowed: bool = False
    cost_per_head: Amount = Decimal(0)
    shift_patterns: tuple[str, ...] = ()
    month_minutes: Minutes | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _one_pay(self) -> "Contract":
        wanted, other = ("hourly_rate", "monthly_salary")
        if self.pay == "salary":
            wanted, other = other, wanted
        if getattr(self, wanted) is None or getattr(self, other) is not None:
            raise BadValueError(
                Text(
                    en=f'pay = "{self.pay}" needs {wanted} and no {other}',
                    ru=f'при pay = "{self.pay}" нужно {wanted}, а {other} не нужно',
                )
            )
        if self.pay == "hourly" and self.month_minutes is not None:
            raise BadValueError(
                Text(
                    en='month_minutes goes with pay = "salary"',
                    ru='month_minutes бывает только при pay = "salary"',
                )
            )
        return self
