"""Pay of one person for the period, by component."""

from dataclasses import dataclass

from models.cost import AgentCost, ShiftCost
from models.tour import Tour
from planner.pay.overtime_of_tour import overtime_of_tour
from planner.pay.pay_book import PayBook
from planner.pay.shift_pay import shift_pay


@dataclass(frozen=True)
class TourPay:
    """What one person costs, with the line of each shift."""

    cost: AgentCost
    shifts: tuple[ShiftCost, ...]
    overtime_minutes: int


def tour_pay(book: PayBook, tour: Tour) -> TourPay:
    """Add up a tour: its shifts, its overtime, the salary's share and the costs per head."""
    person = tour.agent
    pay = book.pays[person.contract]
    shifts = tuple(shift_pay(book, person.agent, person.contract, shift) for shift in tour.worked)
    overtime = overtime_of_tour(tour, pay, book.scenario.pay, book.horizon)
    cost = AgentCost(
        agent=person.agent,
        base_minor=pay.salary_minor + sum(line.base_minor for line in shifts),
        night_premium_minor=sum(line.night_premium_minor for line in shifts),
        holiday_premium_minor=sum(line.holiday_premium_minor for line in shifts),
        overtime_minor=overtime.minor,
        per_head_minor=book.per_head_minor(person.contract, person.vacancy),
    )
    return TourPay(cost, shifts, overtime.minutes)
