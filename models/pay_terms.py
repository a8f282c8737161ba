"""Premiums, the night, and the prices of falling short."""

from decimal import Decimal

from pydantic import Field

from models.base import Noun
from models.clock import ClockSpan
from models.money import Amount


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
    """Premiums as shares of the hourly rate; every minute is paid by the clock.

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
    """

    night_premium: Decimal = Field(default=Decimal("0.20"), ge=0, le=10)
    holiday_premium: Decimal = Field(default=Decimal("1.0"), ge=0, le=10)
    overtime_premium: Decimal = Field(default=Decimal("0.5"), ge=0, le=10)
    overtime_first_minutes: int = Field(default=120, ge=0)
    overtime_later_premium: Decimal = Field(default=Decimal("1.0"), ge=0, le=10)


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
