"""What of a newcomer's pay goes into getting used to the work."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from models.agent import Agent, Vacancy
from models.cost import PayLine, RampUpCost
from models.norm_time import norm_minutes
from models.productivity import lost_to_ramp_up
from models.tour import RosterAgent, Tour
from planner.pay.pay_book import PayBook
from planner.pay.person_pay import salary_name
from planner.pay.rounding import to_whole_minor


def ramp_up_cost(book: PayBook, tour: Tour, lines: Iterable[PayLine]) -> RampUpCost | None:
    """Split off what a ramp-up costs; ``None`` for who has none in the period.

    Parameters
    ----------
    book, tour
        The scenario, and the person's shifts.
    lines
        All lines of the person.

    Notes
    -----
    A line of a shift counts by the share of that day's time that makes nothing yet.  A salary is paid
    whether rostered or not: it counts by the norm time of the days it pays.  On-costs follow the pay
    they are charged on; hiring and training have lines of their own.  The sum is rounded once.
    """
    spec = _named(book, tour.agent)
    lost = lost_to_ramp_up(book.scenario, spec) if spec is not None and spec.ramp_up else ()
    if not any(lost):
        return None
    of_salary, amount = _lost_of_salaries(book, tour.agent, lost), Fraction(0)
    for line in lines:
        if line.day is not None:
            amount += line.amount_minor * lost[line.day]
        else:
            amount += line.amount_minor * of_salary.get(line.charged_on or line.name, 0)
    minutes = sum((shift.paid_minutes * lost[shift.day] for shift in tour.worked), Fraction(0))
    return RampUpCost(tour.agent.agent, to_whole_minor(minutes), to_whole_minor(amount))


def _named(book: PayBook, who: RosterAgent) -> Agent | Vacancy | None:
    if who.vacancy is not None:
        return next((one for one in book.scenario.vacancies if one.name == who.vacancy), None)
    return next((one for one in book.scenario.agents if one.id == who.agent), None)


def _lost_of_salaries(book: PayBook, who: RosterAgent, lost: tuple[Fraction, ...]) -> dict[str, Fraction]:
    """The lost share of each month's part of a salary, by the norm time of the days it pays."""
    weekly, employment = book.pays[who.contract].contract.weekly_minutes, book.employment(who)
    whole: dict[str, Fraction] = defaultdict(Fraction)
    wasted: dict[str, Fraction] = defaultdict(Fraction)
    for day, share in enumerate(lost):
        date = book.horizon.date_of(day)
        if employment.employed((date,)) and date not in employment.unpaid:
            norm = norm_minutes(book.calendar, (date,), weekly)
            whole[salary_name(date)] += norm
            wasted[salary_name(date)] += norm * share
    return {name: wasted[name] / norm for name, norm in whole.items() if norm}
