"""What depends on the person rather than the contract: salary, costs per head, the norm, caps."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import prod

from models.agent import Vacancy
from models.cost import PayLine
from models.money import to_minor
from models.overtime_terms import OvertimeTerms
from models.split_premium import SplitPremium
from models.tour import RosterAgent
from planner.pay.employment import norm_of_person, salary_share
from planner.pay.pay_book import PayBook
from planner.pay.rounding import to_whole_minor
from planner.pay.vacation_pay import vacation_lines


def salary_lines(book: PayBook, person: RosterAgent) -> Iterator[tuple[int, PayLine]]:
    """The period's part of the salary of each of its months, where there is one, with the year."""
    contract = book.pays[person.contract].contract
    if contract.monthly_salary is None:
        return
    dates = tuple(book.horizon.date_of(day) for day in range(book.horizon.days))
    salary, who = Fraction(contract.monthly_salary) * book.scale, book.employment(person)
    for month in sorted({date.replace(day=1) for date in dates}):
        inside = tuple(date for date in dates if date.replace(day=1) == month)
        share = salary_share(contract, inside, who, book.calendar)
        if amount := to_whole_minor(salary * share):
            name = salary_name(month)
            line = PayLine(person.agent, None, "base", name, amount, share=share, basis_minor=salary)
            yield month.year, line


def salary_name(date: dt.date) -> str:
    """Name of the line of the salary of a date's month."""
    return f"salary {date:%Y-%m}"


def settled_lines(book: PayBook, person: RosterAgent) -> tuple[tuple[int, PayLine], ...]:
    """Pay that no roster changes, with its years and in their order: salary and vacation."""
    lines = (*salary_lines(book, person), *vacation_lines(book, person))
    return tuple(sorted(lines, key=lambda one: one[0]))


def settled_minor(book: PayBook, person: RosterAgent, year: int | None = None) -> int:
    """The same in one amount, or what of it falls into a year."""
    return sum(line.amount_minor for of, line in settled_lines(book, person) if year in (None, of))


def per_head_lines(book: PayBook, person: RosterAgent) -> Iterator[PayLine]:
    """Costs of having the person, and of hiring and training one."""
    costs: list[tuple[str, Decimal]] = [("per head", book.pays[person.contract].contract.cost_per_head)]
    for vacancy in book.scenario.vacancies:
        if vacancy.name == person.vacancy:
            costs += _of_a_hire(vacancy)
    for name, cost in costs:
        if amount := to_minor(cost, book.scenario.desk.currency):
            yield PayLine(person.agent, None, "per_head", name, amount)


def _of_a_hire(vacancy: Vacancy) -> list[tuple[str, Decimal]]:
    return [
        ("hiring", vacancy.cost_per_head + vacancy.hiring_cost),
        ("training", vacancy.training_cost),
    ]


def opening_balance(book: PayBook, person: RosterAgent, terms: OvertimeTerms) -> int:
    """Minutes of the accounting period before the plan, less the whole period's norm.

    A period that ends after the plan is settled as if it ended with it, unless the terms say
    when it does: then the norm is that of all its days.

    Notes
    -----
    TK RF art. 104: the norm of the accounting period is that of the category of workers for
    the days of the period; days away are left out of it.
    """
    contract, horizon = book.pays[person.contract].contract, book.horizon
    first = terms.first_date or horizon.first_date
    last = (
        horizon.days - 1
        if terms.last_date is None
        else max(horizon.day_of(terms.last_date), horizon.days - 1)
    )
    days = range(min(horizon.day_of(first), 0), last + 1)
    dates = tuple(horizon.date_of(day) for day in days)
    norm = terms.after_minutes
    if norm is None:
        norm = to_whole_minor(norm_of_person(contract, dates, book.employment(person), book.calendar))
    return minutes_before(book, person, terms) - norm


def minutes_before(book: PayBook, person: RosterAgent, terms: OvertimeTerms) -> int:
    """Paid minutes of the accounting period before the plan: as stated, or added up."""
    if terms.first_date is None:
        return 0
    named = (one for one in book.scenario.agents if one.id == person.agent and person.vacancy is None)
    stated = next((one.accounting_minutes for one in named), None)
    if stated is not None:
        return stated
    since = book.horizon.day_of(terms.first_date)
    return sum(shift.paid_minutes for shift in person.history if shift.day >= since)


def most_pay_minor(book: PayBook, person: RosterAgent) -> int:
    """More than the person can be paid in the period, worked around the clock."""
    minutes = (book.horizon.days + 1) * 25 * 60
    rate = max(book.pays[person.contract].minute_rates.values())
    bands = book.bands[person.contract]
    fixed = sum(Fraction(band.amount_per_hour or 0) for band in bands) * book.scale / 60
    with_bands = (rate + fixed) * prod((1 + Fraction(band.share or 0) for band in bands), start=Fraction(1))
    tiers = [tier.premium for terms in book.overtime[person.contract] for tier in terms.tiers]
    dearest = with_bands * (1 + Fraction(max(tiers, default=Decimal(0)))) + rate
    splits = sum(_most_of_split(premium, rate, book.scale) for premium in book.terms.split_shifts)
    of_splits = splits * (book.horizon.days + 1)
    return int(dearest * minutes + of_splits) + settled_minor(book, person) + 1


def _most_of_split(premium: SplitPremium, rate: Fraction, scale: int) -> Fraction:
    """More than a premium can pay for one split shift, whose pause is shorter than a day."""
    hours = Fraction(premium.amount_per_hour or 0) + Fraction(premium.minimum_wage or 0)
    by_share = Fraction(premium.share or 0) * rate * 60
    return (Fraction(premium.amount or 0) + 26 * hours) * scale + 26 * by_share
