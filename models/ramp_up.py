"""How much of an experienced agent's work somebody does, and how newcomers get there."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from models.base import Noun

#: Most that somebody may be said to do: half as much again as an experienced agent.
MOST_PRODUCTIVITY = Decimal("1.5")

#: Share of an experienced agent's work done in the same time, exact to the hundredth.
Productivity = Annotated[Decimal, Field(gt=0, le=MOST_PRODUCTIVITY, decimal_places=2)]


class RampUpStep(Noun):
    """A stage of getting used to the work.

    Parameters
    ----------
    weeks
        How many weeks it lasts, from the first day of employment or the end of the step before.
    productivity
        Share of an experienced agent's work done meanwhile.
    """

    weeks: int = Field(ge=1, le=104)
    productivity: Productivity


def productivity_on(
    date: dt.date, first_day: dt.date, steps: Sequence[RampUpStep], lasting: Decimal
) -> Decimal:
    """Productivity on a date: of the step it falls in, or the ``lasting`` one after the last step.

    Before ``first_day`` it is that of the first step: shifts by then are those of a trial.
    """
    weeks = (date - first_day).days // 7
    for step in steps:
        if weeks < step.weeks:
            return step.productivity
        weeks -= step.weeks
    return lasting
