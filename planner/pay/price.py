"""The price of a finished roster, line by line."""

from models.calendar import WorkCalendar
from models.cost import CostBreakdown, by_component
from models.scenario import Scenario
from models.tour import Roster
from planner.pay.overhead import overhead_lines
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
        and the day after it, and those of an accounting period begun before.
    roster
        Tours of people whose contracts the scenario knows.

    Returns
    -------
    CostBreakdown
        Salaries are in ``base_minor``; ``overtime_minor`` holds the premium and, for a
        salary, the overtime itself.  Lines by person, in the order they are earned; pay of
        shifts by day, then agent.  Every line is rounded by itself and totals add lines up;
        what a ramp-up costs is a part of them.

    Raises
    ------
    BadInputError
        If a salary cannot be turned into an hourly rate.
    """
    book = pay_book(scenario, calendar)
    pays = [tour_pay(book, tour) for tour in roster.tours]
    lines = (*(line for pay in pays for line in pay.lines), *overhead_lines(book, roster.headcount))
    shifts = sorted((one for pay in pays for one in pay.shifts), key=lambda one: (one.day, one.agent))
    return CostBreakdown(
        currency=scenario.desk.currency,
        **by_component(lines),
        shifts=tuple(shifts),
        overtime_minutes_by_agent=tuple(
            (pay.cost.agent, pay.overtime_minutes) for pay in pays if pay.overtime_minutes
        ),
        agents=tuple(pay.cost for pay in pays),
        lines=lines,
        ramp_up=tuple(pay.ramp_up for pay in pays if pay.ramp_up is not None),
    )
