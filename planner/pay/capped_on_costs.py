"""On-costs whose yearly cap is reached within the period, for the roster's search."""

from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from models.employer_costs import OnCost
from models.money import to_minor
from models.rule import Frame, State, Step
from models.shift import Shift
from planner.pay.on_costs import charge
from planner.pay.overtime import Overtime, OvertimeState
from planner.pay.shift_pay import shift_lines


@dataclass(frozen=True, eq=False)
class CappedOnCosts:
    """Price of on-costs that depend on what was paid so far in the year.

    The state is that pay, up to the highest cap, beside what overtime remembers.

    Parameters
    ----------
    overtime
        Says the overtime in the pay; its own price is not counted here.
    costs
        The on-costs.
    accrued_minor
        Pay of the year before day 0, the period's part of its salary included.
    next_year_minor
        The period's part of the salary of the year that begins within it.
    """

    overtime: Overtime
    costs: tuple[OnCost, ...]
    accrued_minor: int
    next_year_minor: int = 0

    @property
    def key(self) -> Hashable:
        """What the automaton does, whatever it starts from."""
        names = tuple(cost.name for cost in self.costs)
        return ("capped", self.overtime.contract, names, self.next_year_minor)

    def sees_of_break(self, shift: Shift) -> Hashable:
        """The bands of the paid minutes: premiums are pay."""
        return self.overtime.book.time_of(self.overtime.contract, shift).stretches

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Pay so far."""
        return self.overtime.start(frame, history), self._clipped(self.accrued_minor)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Charge each line of the day's pay."""
        book = self.overtime.book
        before, accrued = cast("tuple[OvertimeState, int]", state)
        date = frame.horizon.date_of(day)
        if day and (date.month, date.day) == (1, 1):
            accrued = self.next_year_minor
        after, found = self.overtime.lines(before, day, shift, agent="")
        own = list(shift_lines(book, "", self.overtime.contract, shift)) if shift else []
        price = 0
        for line in (*own, *found):
            for cost in self.costs:
                price += charge(cost, line.amount_minor, accrued, book.scenario.desk.currency)
            accrued += line.amount_minor
        return (after, self._clipped(accrued)), price

    def finish(self, frame: Frame, state: State) -> int | None:
        """Add nothing: every line has been charged."""
        del frame, state
        return 0

    def _clipped(self, accrued: int) -> int:
        currency = self.overtime.book.scenario.desk.currency
        return min(accrued, max(to_minor(cost.yearly_cap or Decimal(0), currency) for cost in self.costs))
