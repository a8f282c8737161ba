"""What people cost the employer beside their pay: contributions, and roles a larger desk needs."""

from decimal import Decimal

from pydantic import Field, model_validator

from models.base import Noun
from models.errors import BadValueError
from models.money import Amount
from models.text import Text


class OnCost(Noun):
    """A contribution the employer pays on every line of somebody's pay.

    Parameters
    ----------
    name
        As shown on audit lines; unique.
    share
        Share of pay.
    yearly_cap
        Pay of a person in a calendar year up to which ``share`` is charged.
    share_above_cap
        Share of the pay beyond it.
    contracts
        Contracts it is charged on; all where left out.
    """

    name: str = Field(min_length=1, max_length=60)
    share: Decimal = Field(ge=0, le=10)
    yearly_cap: Amount | None = None
    share_above_cap: Decimal = Field(default=Decimal(0), ge=0, le=10)
    contracts: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _cap_before_what_is_above(self) -> "OnCost":
        if self.yearly_cap is None and self.share_above_cap:
            raise BadValueError(
                Text(
                    en="share_above_cap needs a yearly_cap",
                    ru="share_above_cap бывает только вместе с yearly_cap",
                )
            )
        return self


class Overhead(Noun):
    """A role the desk needs from some size on: a lead per so many people, a scheduler, a trainer.

    Parameters
    ----------
    name
        As shown on audit lines; unique.
    monthly_cost
        What one costs a month, everything included.
    per_agents
        One for every so many people on the roster, begun ones included; one in all where
        left out.
    from_agents
        Fewest people on the roster that need any.
    """

    name: str = Field(min_length=1, max_length=60)
    monthly_cost: Amount
    per_agents: int | None = Field(default=None, gt=0)
    from_agents: int = Field(default=1, gt=0)

    def number_for(self, headcount: int) -> int:
        """How many a roster of so many people needs."""
        if headcount < self.from_agents:
            return 0
        return 1 if self.per_agents is None else -(-headcount // self.per_agents)
