"""Overtime of a finished tour, read shift by shift with running totals, as a payroll clerk would."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from models.clock import WEEKDAYS
from models.cost import PayLine
from models.overtime_terms import OvertimeTerms
from models.shift import Shift
from models.tour import Tour
from planner.pay.bands_of import HOLIDAY
from planner.pay.hourly import hourly
from planner.pay.pay_book import PayBook
from planner.pay.person_pay import minutes_before, opening_balance
from planner.pay.rounding import to_whole_minor


@dataclass
class _Ledger:
    """Running totals of a day, a week or an accounting period."""

    allowed: int
    minutes: int = 0
    holidays: int = 0
    owed: Fraction = field(default_factory=Fraction)

    @property
    def above(self) -> int:
        """Minutes above what is allowed."""
        return max(0, self.minutes - self.allowed)

    @property
    def overtime(self) -> int:
        """Those of them that are overtime: holidays were paid as such already."""
        return max(0, self.above - self.holidays)


def overtime_lines(book: PayBook, tour: Tour) -> dict[int, list[PayLine]]:
    """Audit lines of a tour's overtime, by the day of the shift.

    A shift counts in full in the day, week and accounting period it starts in.  Shifts worked
    before the period fill up the first week but are not paid again.  What a week or an
    accounting period owes is rounded as a whole; its lines are the differences.

    Notes
    -----
    TK RF art. 152: at least 1.5 times for the first two hours, then at least double, for each
    day or over the accounting period; minutes on holidays are not counted again (part 3).
    Art. 153: of a salary, holidays above the norm are paid double, within it once more.
    """
    ledgers: dict[tuple[str, int], _Ledger] = {}
    by = {terms.per: terms for terms in book.overtime[tour.agent.contract]}
    shifts = {shift.day: shift for shift in (*tour.agent.history, *tour.worked)}
    lines: dict[int, list[PayLine]] = defaultdict(list)
    first_weekday = WEEKDAYS.index(book.terms.week_starts)
    weekday = (book.horizon.weekday(0) - first_weekday) % 7
    for day in sorted(shifts):
        week, place = divmod(day + weekday, 7)
        if day < -weekday:
            continue
        row = all(before in shifts for before in range(day - 6, day)) and place == 6
        own = by.get("seventh_day", by.get("day")) if row else by.get("day")
        asked = [(own, day), (by.get("week"), week), (by.get("period"), 0)]
        left = _Left(book, tour, shifts[day])
        for terms, number in asked:
            if terms is None or (day < 0 and terms.per == "period"):
                continue
            ledger = ledgers.setdefault((terms.per, number), _new_ledger(book, tour, terms))
            if day < 0:
                left.count(ledger)
            else:
                lines[day] += left.paid(ledger, terms)
    return lines


def _new_ledger(book: PayBook, tour: Tour, terms: OvertimeTerms) -> _Ledger:
    if terms.per == "period":
        before = minutes_before(book, tour.agent, terms)
        return _Ledger(before - opening_balance(book, tour.agent, terms), before)
    weekly = book.pays[tour.agent.contract].contract.weekly_minutes
    usual = {"day": weekly // 5, "week": weekly, "seventh_day": 0}[terms.per]
    return _Ledger(usual if terms.after_minutes is None else terms.after_minutes)


class _Left:
    """The minutes of one shift no ledger has paid as overtime yet, each with its base."""

    def __init__(self, book: PayBook, tour: Tour, shift: Shift) -> None:
        self._book, self._tour, self._shift = book, tour, shift
        self._pay = book.pays[tour.agent.contract]
        date = max(book.horizon.first_date, book.horizon.date_of(shift.day))
        self._rate = self._pay.minute_rate(date)
        self._minutes, self._holidays, self._taken = shift.paid_minutes, 0, 0
        if not book.terms.overtime_on_holidays:
            on_holidays = book.time_of(tour.agent.contract, shift).minutes_in(HOLIDAY)
            self._holidays = min(on_holidays, shift.paid_minutes)

    def count(self, ledger: _Ledger) -> tuple[int, int]:
        """Enter the minutes; return the overtime among them, and the holidays above the norm."""
        above, overtime = ledger.above, ledger.overtime
        ledger.minutes += self._minutes
        ledger.holidays += self._holidays
        above, overtime = ledger.above - above, ledger.overtime - overtime
        self._minutes -= above
        self._holidays -= above - overtime
        self._taken += overtime
        return overtime, above - overtime

    def paid(self, ledger: _Ledger, terms: OvertimeTerms) -> Iterator[PayLine]:
        """Enter the minutes, and write down what they are paid."""
        position, agent, day, scale = (
            ledger.overtime,
            self._tour.agent.agent,
            self._shift.day,
            self._book.scale,
        )
        overtime, holidays = self.count(ledger)
        owed = Fraction(0)
        for number, base in enumerate(self._bases(overtime)):
            owed += base * Fraction(_premium(terms, position + number))
            owed += 0 if self._pay.time_is_paid else self._rate
        if overtime:
            amount = to_whole_minor(ledger.owed + owed) - to_whole_minor(ledger.owed)
            ledger.owed += owed
            paid = hourly(owed / overtime, scale)
            yield PayLine(agent, day, "overtime", terms.per, amount, overtime, paid)
        if holidays and not self._pay.time_is_paid:
            once, paid = to_whole_minor(self._rate * holidays), hourly(self._rate, scale)
            yield PayLine(agent, day, "holiday_premium", "above the norm", once, holidays, paid)

    def _bases(self, overtime: int) -> list[Fraction]:
        """What the premium of each overtime minute is a share of, in the order they were worked."""
        if self._book.terms.overtime_base == "rate":
            return [self._rate] * overtime
        contract, bases = self._tour.agent.contract, list[Fraction]()
        for stretch in self._book.time_of(contract, self._shift).stretches:
            if self._book.terms.overtime_on_holidays or HOLIDAY not in stretch.marks:
                bands = self._book.premiums_of(contract, stretch.marks, self._rate)
                bases += [self._rate + sum(bands.values())] * stretch.minutes
        last = len(bases) - self._taken + overtime
        return bases[last - overtime : last]


def _premium(terms: OvertimeTerms, position: int) -> Fraction:
    """Premium of the overtime minute at a position, from 0."""
    for tier in terms.tiers:
        if tier.minutes is None or position < tier.minutes:
            return Fraction(tier.premium)
        position -= tier.minutes
    raise ValueError(f"the last tier of {terms.per} overtime must have no end")
