"""Overtime of a finished tour, read shift by shift with running totals, as a payroll clerk would."""

import datetime as dt
from collections import defaultdict, deque
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
from planner.pay.regular_rate import REGULAR_RATE, has_differentials, is_differential
from planner.pay.rounding import to_whole_minor
from planner.pay.week_norm import week_minutes


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
    accounting period owes is rounded as a whole; its lines, one for each tier, are the
    differences.  Where overtime is a share of the regular rate, the week's last day has what that
    adds, and a week the period cuts short is settled as it stands then.

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
            if (terms.per, number) not in ledgers:
                ledgers[terms.per, number] = _new_ledger(book, tour, terms, 7 * week - weekday)
            ledger = ledgers[terms.per, number]
            if day < 0:
                left.count(ledger)
            else:
                lines[day] += left.paid(ledger, terms)
    if has_differentials(book, tour.agent.contract):
        for week in range((book.horizon.days - 1 + weekday) // 7 + 1):
            days = range(7 * week - weekday, 7 * week - weekday + 7)
            last = min(days[-1], book.horizon.days - 1)
            worked = [shifts[day] for day in days if day in shifts]
            overtime = [line for day in days for line in lines.get(day, ())]
            if line := _regular_rate_line(book, tour, last, worked, overtime):
                lines[last].append(line)
    return lines


def _regular_rate_line(
    book: PayBook, tour: Tour, day: int, shifts: list[Shift], overtime: list[PayLine]
) -> PayLine | None:
    """What the overtime of a week is paid beside the bare rate: premiums on the hour's differentials."""
    hours = [one for one in overtime if one.component == "overtime"]
    weighted = sum((Fraction(one.minutes or 0) * (one.share or 0) for one in hours), Fraction(0))
    extra, contract = Fraction(0), tour.agent.contract
    for shift in shifts:
        rate = book.pays[contract].minute_rate(_rate_date(book, shift))
        for stretch in book.time_of(contract, shift).stretches:
            added = book.premiums_of(contract, stretch.marks, rate)
            paid = [by for number, by in added.items() if is_differential(book.bands[contract][number])]
            extra += sum(paid, Fraction(0)) * stretch.minutes
    worked = sum(shift.paid_minutes for shift in shifts)
    amount = to_whole_minor(extra / worked * weighted) if worked else 0
    if not amount:
        return None
    name, share = tour.agent.agent, weighted / worked
    return PayLine(name, day, "overtime", REGULAR_RATE, amount, share=share, basis_minor=extra)


def _rate_date(book: PayBook, shift: Shift) -> dt.date:
    """Date whose rate a shift is paid at: of one before the period, the period's first."""
    return max(book.horizon.first_date, book.horizon.date_of(shift.day))


def _new_ledger(book: PayBook, tour: Tour, terms: OvertimeTerms, monday: int) -> _Ledger:
    """Begin to count a day, a week from its first day, or the accounting period."""
    if terms.per == "period":
        before = minutes_before(book, tour.agent, terms)
        return _Ledger(before - opening_balance(book, tour.agent, terms), before)
    if terms.per == "week":
        return _Ledger(week_minutes(book, tour.agent.contract, terms, monday))
    usual = book.pays[tour.agent.contract].contract.weekly_minutes // 5 if terms.per == "day" else 0
    return _Ledger(usual if terms.after_minutes is None else terms.after_minutes)


class _Left:
    """The minutes of one shift no ledger has paid as overtime yet, each with its base."""

    def __init__(self, book: PayBook, tour: Tour, shift: Shift) -> None:
        self._book, self._tour, self._shift = book, tour, shift
        self._pay = book.pays[tour.agent.contract]
        self._rate = self._pay.minute_rate(_rate_date(book, shift))
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
        bases = self._bases(overtime)
        for premium, minutes in _tiers(terms, position, overtime):
            total = sum((base * own for base, own in _next(bases, minutes)), Fraction(0))
            itself = Fraction(0) if self._pay.time_is_paid else self._rate
            owed = itself * minutes + premium * total
            amount = to_whole_minor(ledger.owed + owed) - to_whole_minor(ledger.owed)
            ledger.owed += owed
            paid = hourly(owed / minutes, scale)
            hour = total / minutes * 60
            yield PayLine(agent, day, "overtime", terms.per, amount, minutes, paid, premium, hour)
        if holidays and not self._pay.time_is_paid:
            once, paid = to_whole_minor(self._rate * holidays), hourly(self._rate, scale)
            yield PayLine(agent, day, "holiday_premium", "above the norm", once, holidays, paid)

    def _bases(self, overtime: int) -> deque[tuple[Fraction, int]]:
        """What the premium of overtime minutes is a share of, in the order they were worked, with how many."""
        if self._book.terms.overtime_base != "with_allowances":
            return deque([(self._rate, overtime)])
        contract, bases = self._tour.agent.contract, deque[tuple[Fraction, int]]()
        for stretch in self._book.time_of(contract, self._shift).stretches:
            if self._book.terms.overtime_on_holidays or HOLIDAY not in stretch.marks:
                bands = self._book.premiums_of(contract, stretch.marks, self._rate)
                bases.append((self._rate + sum(bands.values()), stretch.minutes))
        _next(bases, sum(minutes for _, minutes in bases) - self._taken)
        return bases


def _next(bases: deque[tuple[Fraction, int]], minutes: int) -> list[tuple[Fraction, int]]:
    """Take so many minutes from the front."""
    taken = []
    while minutes:
        base, own = bases.popleft()
        if own > minutes:
            bases.appendleft((base, own - minutes))
        taken.append((base, min(own, minutes)))
        minutes -= taken[-1][1]
    return taken


def _tiers(terms: OvertimeTerms, position: int, overtime: int) -> Iterator[tuple[Fraction, int]]:
    """Premium of each tier that overtime minutes reach from a position on, with how many."""
    for tier in terms.tiers:
        own = overtime if tier.minutes is None else min(overtime, max(0, tier.minutes - position))
        if own:
            yield Fraction(tier.premium), own
        overtime -= own
        position = max(0, position - (tier.minutes or 0))
