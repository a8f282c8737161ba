"""Premiums, the night, and the prices of falling short."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.clock import ClockSpan, Weekday
from models.employer_costs import OnCost, Overhead
from models.errors import BadValueError
from models.money import Amount
from models.overtime_terms import OvertimeTerms
from models.pay_band import PayBand
from models.split_premium import SplitPremium
from models.text import Text

#: Names of the bands that ``night_premium`` and ``holiday_premium`` stand for.
NIGHT_BAND, HOLIDAY_BAND = "night", "holiday"


class NightTerms(Noun):
    """The night band of the clock, and what makes a shift a night shift.

    Parameters
    ----------
    band
        Clock span that counts as night; 22:00-06:00 under TK RF art. 96.
    night_shift_share
        A shift with at least this share of its length in the band is a night shift.
    """

    band: ClockSpan = ClockSpan(start=22 * 60, end=6 * 60)
    night_shift_share: float = Field(default=0.5, gt=0, le=1)


class PayTerms(Noun):
    """What work is paid beyond the hourly rate, minute by minute of the clock, and on-costs.

    A minute is paid the rate, then the night premium, the holiday premium and the ``bands``
    in the order they are written; overtime comes on top.

    Parameters
    ----------
    night_premium
        Added for each paid minute in the night band; at least 0.20 under Decree 554 of
        22.07.2008 in Russia.
    holiday_premium
        Added for each paid minute on a public holiday; 1.0 doubles the pay (TK RF art. 153).
    overtime_premium
        Added for each paid minute above the contract's week, up to ``overtime_first_minutes``.
    overtime_first_minutes
        Length of the first tier of overtime in a week.
    overtime_later_premium
        Added for each paid minute of overtime beyond the first tier.
    bands
        Further minutes that are paid more.
    split_shifts
        What split shifts are paid more.
    overtime
        Overtime in full; where given, the three fields above say nothing.
    overtime_base
        What overtime premiums are shares of: the bare ``rate``; the rate ``with_allowances``,
        that is with every band the overtime minute itself carries (TK RF art. 152 since
        2024-09-01); or the ``regular_rate`` of the working week, that is all its pay but
        overtime over all its paid time (29 CFR 778.109; :mod:`planner.pay.regular_rate`).
    overtime_on_holidays
        Whether minutes on public holidays may be overtime too.  ``false``: they are paid as
        holidays only (TK RF art. 152, part 3), and of a salary those above the norm are paid
        once more (art. 153).
    week_starts
        First day of the working week that overtime is counted over.
    sick_paid_days
        Calendar days from the beginning of each sick leave for which a salary is paid on; all
        where left out.  In Russia 3 (255-FZ of 29.12.2006, art. 3), counted at the salary: what the
        benefit really is hangs on two years' earnings that the plan does not know.
    on_costs, overhead
        See the types.
    """

    night_premium: Decimal = Field(default=Decimal("0.20"), ge=0, le=10)
    holiday_premium: Decimal = Field(default=Decimal("1.0"), ge=0, le=10)
    overtime_premium: Decimal = Field(default=Decimal("0.5"), ge=0, le=10)
    overtime_first_minutes: int = Field(default=120, ge=0)
    overtime_later_premium: Decimal = Field(default=Decimal("1.0"), ge=0, le=10)
    bands: tuple[PayBand, ...] = ()
    split_shifts: tuple[SplitPremium, ...] = ()
    overtime: tuple[OvertimeTerms, ...] = ()
    overtime_base: Literal["rate", "with_allowances", "regular_rate"] = "rate"
    overtime_on_holidays: bool = True
    week_starts: Weekday = "mon"
    sick_paid_days: int | None = Field(default=None, ge=0, le=366)
    on_costs: tuple[OnCost, ...] = ()
    overhead: tuple[Overhead, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> "PayTerms":
        bands = (NIGHT_BAND, HOLIDAY_BAND, *(band.name for band in self.bands))
        _refuse_twice("bands", bands)
        _refuse_twice("split_shifts", (*bands, *(premium.name for premium in self.split_shifts)))
        _refuse_twice("on_costs", (cost.name for cost in self.on_costs))
        _refuse_twice("overhead", (role.name for role in self.overhead))
        everyone = [terms.per for terms in self.overtime if not terms.contracts]
        named = [(terms.per, name) for terms in self.overtime for name in terms.contracts]
        _refuse_twice("overtime", everyone)
        _refuse_twice("overtime", [f"{per} of contract {name}" for per, name in named])
        both = [f"{per} of contract {name}" for per, name in named if per in everyone]
        _refuse_twice("overtime", [*both, *both])
        return self

    @model_validator(mode="after")
    def _holidays_above_one_norm(self) -> "PayTerms":
        """Time on holidays above the norm is paid once: a week's norm and a period's would both claim it."""
        both: list[set[str]] = [
            {name for terms in self.overtime if terms.per == per for name in terms.contracts or ("",)}
            for per in ("week", "period")
        ]
        shared = all(both) and ("" in both[0] | both[1] or both[0] & both[1])
        # a pack may ask for false where nothing is written
        if shared and not (self.overtime_on_holidays and "overtime_on_holidays" in self.model_fields_set):
            raise BadValueError(
                Text(
                    en='overtime per = "week" and per = "period" go together only with overtime_on_holidays = '
                    "true: else both would pay the same time on holidays above their norm; keep one of them",
                    ru='сверхурочные per = "week" и per = "period" вместе бывают только при overtime_on_holidays '
                    "= true: иначе одно и то же время в праздники оплатили бы сверх обеих норм; оставьте одно из двух",
                )
            )
        return self


class Prices(Noun):
    """What the plan pays for missing its targets, in currency units.

    Parameters
    ----------
    understaffed_hour
        One required agent-hour not covered, live or deferred.
    overstaffed_hour
        One agent-hour above the requirement.
    hard_coverage
        Whether falling short of a requirement makes the plan illegal instead of dear.
    """

    understaffed_hour: Amount = Decimal(3000)
    overstaffed_hour: Amount = Decimal(0)
    hard_coverage: bool = False


def _refuse_twice(section: str, names: Iterable[str]) -> None:
    """Refuse a list in which two entries are told apart by nothing."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BadValueError(
                Text(en=f'{section} says "{name}" twice', ru=f'в {section} дважды указано "{name}"')
            )
        seen.add(name)
