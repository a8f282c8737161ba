"""Vacation paid by the average pay of a day."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from models.cost import PayLine
from models.tour import RosterAgent
from planner.pay.pay_book import PayBook
from planner.pay.rounding import to_whole_minor


def vacation_lines(book: PayBook, person: RosterAgent) -> Iterator[tuple[int, PayLine]]:
    """One line per month of the period with vacation in it, with the year.

    Nothing for who has no average pay of a day: their vacation is within the salary, or not priced.

    Notes
    -----
    TK RF art. 139: average pay of a calendar day; art. 120: public holidays within a vacation are no
    days of it.  The days of the period are charged to the period, whenever they are paid out.
    """
    named = (one for one in book.scenario.agents if one.id == person.agent and person.vacancy is None)
    average = next((one.average_daily_pay for one in named), None)
    if average is None:
        return
    who, daily = book.employment(person), Fraction(average) * book.scale
    dates = who.employed(book.horizon.date_of(day) for day in range(book.horizon.days))
    away = [one for one in dates if one in who.vacation and book.calendar.kind(one) != "holiday"]
    for month, days in Counter(one.replace(day=1) for one in away).items():
        amount = to_whole_minor(daily * days)
        name = f"vacation {month:%Y-%m}"
        yield (
            month.year,
            PayLine(person.agent, None, "base", name, amount, share=Fraction(days), basis_minor=daily),
        )
