"""Pay of one person for the period, by line and by component."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.cost import AgentCost, PayLine, ShiftCost, by_component
from models.tour import Tour
from planner.pay.on_costs import on_cost_lines
from planner.pay.overtime_of_tour import overtime_lines
from planner.pay.pay_book import PayBook
from planner.pay.person_pay import per_head_lines, salary_lines
from planner.pay.shift_pay import shift_lines, shift_pay


@dataclass(frozen=True)
class TourPay:
    """What one person costs, with every line and the pay of each shift."""

    cost: AgentCost
    lines: tuple[PayLine, ...]
    shifts: tuple[ShiftCost, ...]

    @property
    def overtime_minutes(self) -> int:
        """Minutes paid as overtime."""
        return sum(line.minutes or 0 for line in self.lines if line.component == "overtime")


def tour_pay(book: PayBook, tour: Tour) -> TourPay:
    """Add up a tour: the salary's share, its shifts and overtime, on-costs, and costs per head."""
    person = tour.agent
    pay = tuple(_pay_lines(book, tour))
    lines = (*pay, *on_cost_lines(book, person, pay), *per_head_lines(book, person))
    return TourPay(
        AgentCost(agent=person.agent, **by_component(lines)),
        lines,
        tuple(shift_pay(book, person.agent, person.contract, shift) for shift in tour.worked),
    )


def _pay_lines(book: PayBook, tour: Tour) -> Iterator[PayLine]:
    """Lines of pay in the order they are earned."""
    person = tour.agent
    yield from salary_lines(book, person)
    overtime = overtime_lines(book, tour)
    for shift in tour.worked:
        yield from shift_lines(book, person.agent, person.contract, shift)
        yield from overtime.get(shift.day, ())
