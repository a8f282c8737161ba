"""What the formulas expect of a roster, whoever made it."""

from dataclasses import dataclass

from models.calendar import WorkCalendar
from models.cost import CostBreakdown
from models.plan import Coverage
from models.requirement import ChannelPromise, LostTries, Requirement
from models.rule import Frame


@dataclass(frozen=True)
class Expectation:
    """A roster as it is, read with the formulas: nothing of the plan it came from is taken over.

    Parameters
    ----------
    calendar
        Working days and holidays it is paid by.
    cost
        Paid by the clock.
    frame
        Horizon, and the hours the plan answers for, as its rules are given them.
    asked
        What is asked of the plan, cover that simulations added included.
    coverage
        Who is there beside what is asked.
    promises
        Per channel, in their order.
    lost
        By live channel: what becomes of the tries of its pool.
    """

    calendar: WorkCalendar
    cost: CostBreakdown
    frame: Frame
    asked: Requirement
    coverage: Coverage
    promises: tuple[ChannelPromise, ...]
    lost: dict[str, LostTries]
