"""Pay of one person for the period, by line and by component."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.cost import AgentCost, PayLine, RampUpCost, ShiftCost, by_component
from models.tour import Tour
from planner.pay.on_costs import on_cost_lines
from planner.pay.overtime_of_tour import overtime_lines
from planner.pay.pay_book import PayBook
from planner.pay.person_pay import per_head_lines, settled_lines
from planner.pay.ramp_up import ramp_up_cost
from planner.pay.shift_pay import shift_lines, shift_pay


@dataclass(frozen=True)
class TourPay:
    """What one person costs, with every line and the pay of each shift."""

    cost: AgentCost
    lines: tuple[PayLine, ...]
    shifts: tuple[ShiftCost, ...]
    ramp_up: RampUpCost | None = None

    @property
    def overtime_minutes(self) -> int:
        """Minutes paid as overtime."""
        return sum(line.minutes or 0 for line in self.lines if line.component == "overtime")


def tour_pay(book: PayBook, tour: Tour) -> TourPay:
    """Add up a tour: salary and vacation, its shifts and overtime, on-costs, and costs per head."""
    person = tour.agent
    pay = tuple(_pay_lines(book, tour))
    lines = (
        *(line for _, line in pay),
        *on_cost_lines(book, person, pay),
        *per_head_lines(book, person),
    )
    return TourPay(
        AgentCost(agent=person.agent, **by_component(lines)),
        lines,
        tuple(shift_pay(book, person.agent, person.contract, shift) for shift in tour.worked),
        ramp_up_cost(book, tour, lines),
    )


def _pay_lines(book: PayBook, tour: Tour) -> Iterator[tuple[int, PayLine]]:
    """Lines of pay with their years: of each year its salary and vacation, then its shifts as they are worked."""
    person, year = tour.agent, 0
    overtime = overtime_lines(book, tour)
    for day, shift in enumerate(tour.shifts):
        if (now := book.horizon.date_of(day).year) != year:
            year = now
            yield from (one for one in settled_lines(book, person) if one[0] == year)
        if shift is not None:
            yield from ((year, line) for line in shift_lines(book, person.agent, person.contract, shift))
        yield from ((year, line) for line in overtime.get(day, ()))
