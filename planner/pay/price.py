"""The price of a finished roster, line by line."""

from models.calendar import WorkCalendar
from models.cost import CostBreakdown
from models.scenario import Scenario
from models.tour import Roster
from planner.pay.pay_book import pay_book
from planner.pay.tour_pay import tour_pay


def price(scenario: Scenario, calendar: WorkCalendar, roster: Roster) -> CostBreakdown:
    """Price a roster to the minute.

    Reads the finished roster only; that it comes to the same minor unit as the search's own
    prices (:func:`planner.pay.tariff.make_tariff`) is a check on both.

    Parameters
    ----------
    scenario, calendar
        Contracts, premiums and holidays; the calendar must cover the months of the period
        and the day after it.
    roster
        Tours of people whose contracts the scenario knows.

    Returns
    -------
    CostBreakdown
        Salaries are in ``base_minor``; ``overtime_minor`` holds the premium and, for a
        salary, the overtime itself.  One line per shift, by day, then agent.

    Raises
    ------
    BadInputError
        If a salary cannot be turned into an hourly rate.
    """
    book = pay_book(scenario, calendar)
    pays = [tour_pay(book, tour) for tour in roster.tours]
    people = tuple(pay.cost for pay in pays)
    lines = sorted((line for pay in pays for line in pay.shifts), key=lambda line: (line.day, line.agent))
    return CostBreakdown(
        currency=scenario.desk.currency,
        base_minor=sum(person.base_minor for person in people),
        night_premium_minor=sum(person.night_premium_minor for person in people),
        holiday_premium_minor=sum(person.holiday_premium_minor for person in people),
        overtime_minor=sum(person.overtime_minor for person in people),
        per_head_minor=sum(person.per_head_minor for person in people),
        shifts=tuple(lines),
        overtime_minutes_by_agent=tuple(
            (pay.cost.agent, pay.overtime_minutes) for pay in pays if pay.overtime_minutes
        ),
        agents=people,
    )
