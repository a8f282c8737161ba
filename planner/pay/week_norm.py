"""How much of a working week is no overtime."""

import datetime as dt

from models.norm_time import norm_minutes
from models.overtime_terms import OvertimeTerms
from planner.pay.pay_book import PayBook
from planner.pay.rounding import to_whole_minor


def week_minutes(book: PayBook, contract: str, terms: OvertimeTerms, first_day: int) -> int:
    """Minutes of the working week from a day of the period that are no overtime.

    As the terms say, or the contract's week.  Where work on public holidays is no overtime, it is the
    calendar's norm of the week: holidays and the hour before them are taken off, a Saturday that is a
    working day is added.

    Notes
    -----
    TK RF art. 99: overtime is beyond the hours set for the worker; order 588n of 13.08.2009
    counts them for any stretch of days.  So a clerk with a five-day week who works on the holiday
    too has those hours above the norm, and art. 153 pays them double beside the salary.
    """
    weekly = book.pays[contract].contract.weekly_minutes
    if terms.after_minutes is not None:
        return terms.after_minutes
    if book.terms.overtime_on_holidays:
        return weekly
    first = book.horizon.date_of(first_day)
    dates = [first + dt.timedelta(days=offset) for offset in range(7)]
    return to_whole_minor(norm_minutes(book.calendar, dates, weekly))
