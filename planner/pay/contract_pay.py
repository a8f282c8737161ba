"""What a contract pays for a minute of work, month by month."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from models.calendar import WorkCalendar
from models.contract import Contract
from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.money import minor_per_unit
from models.norm_time import dates_of_month, norm_minutes
from models.text import Text

#: First date of a month.
Month = dt.date


@dataclass(frozen=True)
class ContractPay:
    """Pay under one contract, exact.

    Parameters
    ----------
    contract
        The contract.
    minute_rates
        Minor units per minute of work, by the first date of the month.  For a salary it is
        the month's salary over the month's norm time, or over what the contract says.
    """

    contract: Contract
    minute_rates: dict[Month, Fraction]

    def minute_rate(self, date: dt.date) -> Fraction:
        """Minor units per minute on a date of the period."""
        return self.minute_rates[date.replace(day=1)]

    @property
    def time_is_paid(self) -> bool:
        """Whether worked minutes are paid by themselves; a salary has paid them already."""
        return self.contract.pay == "hourly"


def contract_pay(contract: Contract, currency: str, horizon: Horizon, calendar: WorkCalendar) -> ContractPay:
    """Work out a contract's rates for the months of the period.

    Raises
    ------
    BadInputError
        If a month has no working day, so that its salary has no hourly rate.
    """
    scale = minor_per_unit(currency)
    dates = [horizon.date_of(day) for day in range(horizon.days)]
    months = sorted({date.replace(day=1) for date in dates})
    if contract.hourly_rate is not None:
        rate = Fraction(contract.hourly_rate) * scale / 60
        return ContractPay(contract, dict.fromkeys(months, rate))
    salary = Fraction(contract.monthly_salary or 0) * scale
    rates: dict[Month, Fraction] = {}
    for month in months:
        whole = norm_minutes(calendar, dates_of_month(month), contract.weekly_minutes)
        if whole == 0:
            raise BadInputError([_no_norm(contract, month)])
        rates[month] = salary / (contract.month_minutes or whole)
    return ContractPay(contract, rates)


def _no_norm(contract: Contract, month: Month) -> InputProblem:
    return InputProblem(
        place="holidays",
        message=Text(
            en=f'{month:%Y-%m} has no working day, so the salary of contract "{contract.name}" has no hourly rate',
            ru=f'в {month:%Y-%m} нет рабочих дней, и для оклада по договору "{contract.name}" не посчитать '
            "часовую ставку",
        ),
        allowed=Text(
            en="at least one working day in each month of the period",
            ru="хотя бы один рабочий день в каждом месяце периода",
        ),
    )
