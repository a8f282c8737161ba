"""What each had more or less of than a fair share, carried over from plan to plan."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from models.base import Noun
from models.errors import BadValueError
from models.text import Text

#: Shifts above the fair share; hundredths of a shift tell enough.
Balance = Annotated[Decimal, Field(ge=-10_000, le=10_000, decimal_places=2)]


class LedgerEntry(Noun):
    """The balance of one person in one burden.

    Parameters
    ----------
    agent
        Id of the person.
    burden
        Name of the burden: that of the fairness rule.
    balance
        Shifts above the fair share so far; negative where the person had fewer.
    """

    agent: str = Field(min_length=1, max_length=60)
    burden: str = Field(min_length=1, max_length=60)
    balance: Balance


class FairnessLedger(Noun):
    """Balances at the beginning of the period.

    Parameters
    ----------
    file
        A ``fairness_ledger.csv`` that an earlier plan wrote, relative to the scenario file.
    entries
        The balances; those of the file where one is named.
    """

    file: str | None = Field(default=None, min_length=1)
    entries: tuple[LedgerEntry, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> "FairnessLedger":
        pairs = [(entry.agent, entry.burden) for entry in self.entries]
        twice = sorted({f"{agent} ({burden})" for agent, burden in pairs if pairs.count((agent, burden)) > 1})
        if twice:
            raise BadValueError(
                Text(
                    en=f"more than one balance of {', '.join(twice)}",
                    ru=f"остаток указан не один раз: {', '.join(twice)}",
                )
            )
        return self
