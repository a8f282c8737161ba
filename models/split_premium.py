"""What a split shift is paid more, for the pause between its spells."""

from decimal import Decimal

from pydantic import Field, model_validator

from models.base import Noun
from models.clock import Minutes
from models.errors import BadValueError
from models.money import Amount
from models.text import Text


class SplitPremium(Noun):
    """A premium for each split shift: an amount, pay for the pause, or a least pay of the day.

    Exactly one of ``amount``, ``amount_per_hour``, ``share`` and ``minimum_wage`` is given.  It
    stands on a line of its own, is charged on-costs as other pay is, and is no part of what
    overtime is a share of.  Minutes *worked* in split shifts are paid more by a band with
    ``only_split_shifts``.

    Parameters
    ----------
    name
        As shown on audit lines; unique among bands and these.
    amount
        Paid once for each split shift, in currency units.
    amount_per_hour
        Paid for each hour of the pause.
    share
        Share of the hourly rate paid for each hour of the pause.
    minimum_wage
        Base pay and bands of the shift come to at least this hourly amount for its paid time and
        one hour more; what is missing is paid.  So in California: IWC Wage Order 4-2001 § 4(C), where
        pay above the minimum wage counts towards the premium.
    after_minutes
        Only pauses longer than this; in California an hour, a meal being no split.
    contracts
        Contracts it is paid under; all where left out.
    """

    name: str = Field(default="split shift", min_length=1, max_length=60)
    amount: Amount | None = None
    amount_per_hour: Amount | None = None
    share: Decimal | None = Field(default=None, ge=0, le=10)
    minimum_wage: Amount | None = None
    after_minutes: Minutes = Field(default=0, le=24 * 60)
    contracts: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_price(self) -> "SplitPremium":
        given = (self.amount, self.amount_per_hour, self.share, self.minimum_wage)
        if sum(value is not None for value in given) != 1:
            raise BadValueError(
                Text(
                    en="give just one of amount, amount_per_hour, share and minimum_wage",
                    ru="нужно что-то одно: amount, amount_per_hour, share или minimum_wage",
                )
            )
        return self
