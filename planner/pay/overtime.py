"""Overtime for the roster's search: an automaton over days with prices."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, cast

from models.clock import WEEKDAYS
from models.cost import PayLine
from models.overtime_terms import OvertimeTerms, OvertimeTier
from models.rule import Frame, State, Step
from models.shift import Shift
from planner.pay.bands_of import HOLIDAY
from planner.pay.hourly import hourly
from planner.pay.pay_book import PayBook
from planner.pay.regular_rate import WeekPay, differentials, has_differentials
from planner.pay.rounding import carried, to_whole_minor
from planner.pay.week_norm import week_minutes


class Total(NamedTuple):
    """What is remembered of a week or an accounting period.

    Parameters
    ----------
    balance
        Minutes counted, less those that are no overtime.
    holidays
        Those of them on public holidays, where these are never overtime.
    rest
        What rounding has left over of the overtime owed so far.
    """

    balance: int
    holidays: int = 0
    rest: Fraction = Fraction(0)


class OvertimeState(NamedTuple):
    """The week and the accounting period, and whether every day of the week so far was worked.

    ``pay`` is what the regular rate of the week needs; ``None`` where nothing hangs on it.
    """

    week: Total | None
    period: Total | None
    unbroken: bool
    pay: WeekPay | None = None


class _Work(NamedTuple):
    """Minutes of a shift not yet taken by a way of accounting; ``kept`` are those at its end it leaves."""

    minutes: int
    holidays: int
    taken: int = 0


@dataclass(frozen=True, eq=False)
class Overtime:
    """Price of overtime under one contract, shift by shift.

    A week's or period's lines are what it owes after a shift, rounded once, less what it owed
    before: they add up to the overtime rounded as a whole.  Beyond the last tier's start every
    minute costs the same, so only what rounding has left over is remembered there, and totals
    are kept as their distance from where overtime begins: people whose norms differ share
    all states but the first.

    Parameters
    ----------
    book, contract
        Terms and rates.
    opening_balance
        Minutes of the accounting period before the plan, less its norm.
    charges
        Shares of every line that on-costs add.
    """

    book: PayBook
    contract: str
    opening_balance: int = 0
    charges: tuple[Fraction, ...] = ()
    _weeks: dict[int, Total] = field(default_factory=dict)

    @property
    def key(self) -> Hashable:
        """What the automaton does, whatever it starts from."""
        return ("overtime", self.contract, self.charges)

    def sees_of_break(self, shift: Shift) -> Hashable:
        """The bands of the paid minutes, where allowances or holidays matter to overtime."""
        terms = self.book.terms
        by_allowances = terms.overtime_base == "with_allowances" or self._new_pay is not None
        if terms.overtime_on_holidays and not by_allowances:
            return None
        return self.book.time_of(self.contract, shift).stretches

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Minutes already worked in the week of day 0; they were paid with the period before."""
        del frame
        first_week = self._new_week(-self._day_of_week(0))
        state = OvertimeState(first_week, self._new_period, self._counts_days, self._new_pay)
        days = {shift.day: shift for shift in history}
        for day in range(-self._day_of_week(0), 0):
            state, _ = self.lines(state, day, days.get(day), agent="")
        week = state.week and state.week._replace(rest=Fraction(0))
        pay = state.pay and state.pay._replace(weighted=Fraction(0))
        return OvertimeState(week, self._new_period, state.unbroken, pay)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Add a day's paid minutes."""
        del frame
        after, lines = self.lines(cast("OvertimeState", state), day, shift, agent="")
        charged = sum(to_whole_minor(share * line.amount_minor) for share in self.charges for line in lines)
        return after, sum(line.amount_minor for line in lines) + charged

    def finish(self, frame: Frame, state: State) -> int | None:
        """Add nothing: overtime is paid as it is worked."""
        del frame, state
        return 0

    def lines(
        self, state: "OvertimeState", day: int, shift: Shift | None, agent: str
    ) -> tuple["OvertimeState", list[PayLine]]:
        """State after a day, and the audit lines of its overtime."""
        week, period, unbroken, pay = state
        found: list[PayLine] = []
        closes_week = self._day_of_week(day) == 6
        if shift is not None:
            work = self._work(shift)
            if by_day := self._by_day[unbroken and closes_week]:
                _, work, found = self._count(by_day, Total(-self._after(by_day)), work, shift, agent)
            if week is not None:
                week, work, lines = self._count(self._terms["week"], week, work, shift, agent)
                found += lines
            if period is not None:
                period, work, lines = self._count(self._terms["period"], period, work, shift, agent)
                found += lines
            if pay is not None:
                pay = self._with_shift(pay, shift, found)
        if pay is not None and (closes_week or day == self.book.horizon.days - 1):
            line = pay.line(agent, day)
            found += [] if line is None else [line]
        if closes_week:
            next_week = self._new_week(day + 1)
            return OvertimeState(next_week, period, self._counts_days, self._new_pay), found
        return OvertimeState(week, period, unbroken and shift is not None, pay), found

    def _with_shift(self, pay: WeekPay, shift: Shift, lines: list[PayLine]) -> WeekPay:
        overtime = [line for line in lines if line.component == "overtime"]
        weighted = sum((Fraction(line.share or 0) * (line.minutes or 0) for line in overtime), Fraction(0))
        own = differentials(self.book, self.contract, shift, self._rate(shift))
        return pay.with_shift(shift.paid_minutes, own, weighted)

    def _count(
        self, terms: OvertimeTerms, total: Total, work: _Work, shift: Shift, agent: str
    ) -> tuple[Total, _Work, list[PayLine]]:
        """Add a shift's minutes to a total: the new one, what is left to count, and what is owed."""
        before = max(0, max(0, total.balance) - total.holidays)
        balance, holidays = total.balance + work.minutes, total.holidays + work.holidays
        after = max(0, max(0, balance) - holidays)
        above = max(0, balance) - max(0, total.balance)
        overtime = after - before
        on_holiday = above - overtime
        lines, rest = [], total.rest
        for tier, minutes, owed in self._owed(terms, before, overtime, work.taken, shift):
            amount, rest = carried(rest, owed)
            paid, share = hourly(owed / minutes, self.book.scale), Fraction(tier.premium)
            lines.append(PayLine(agent, shift.day, "overtime", terms.per, amount, minutes, paid, share))
        pay = self.book.pays[self.contract]
        if on_holiday and not pay.time_is_paid:
            rate = self._rate(shift)
            once = to_whole_minor(rate * on_holiday)
            paid = hourly(rate, self.book.scale)
            lines.append(
                PayLine(agent, shift.day, "holiday_premium", "above the norm", once, on_holiday, paid)
            )
        left = _Work(work.minutes - above, work.holidays - on_holiday, work.taken + overtime)
        return self._shortened(terms, balance, holidays, rest), left, lines

    def _shortened(self, terms: OvertimeTerms, balance: int, holidays: int, rest: Fraction) -> Total:
        """Forget what no later minute can tell."""
        if balance >= 0:
            balance, holidays = max(0, balance - holidays), max(0, holidays - balance)
        last_tier = sum(tier.minutes or 0 for tier in terms.tiers)
        return Total(min(balance, last_tier), holidays, rest)

    def _owed(
        self, terms: OvertimeTerms, before: int, overtime: int, taken: int, shift: Shift
    ) -> Iterator[tuple[OvertimeTier, int, Fraction]]:
        """Minutes of each tier, and their pay, exact.

        They are the last minutes of a shift but ``taken``, the first of them after ``before``.
        """
        rate = self._rate(shift)
        itself = Fraction(0) if self.book.pays[self.contract].time_is_paid else rate
        begin = 0
        for tier in terms.tiers:
            end = overtime + before if tier.minutes is None else begin + tier.minutes
            first, last = max(begin, before) - before, min(end, before + overtime) - before
            if first < last:
                base = self._base(shift, rate, overtime + taken - last, overtime + taken - first)
                yield tier, last - first, itself * (last - first) + Fraction(tier.premium) * base
            begin = end

    def _base(self, shift: Shift, rate: Fraction, from_end: int, until: int) -> Fraction:
        """What overtime premiums are shares of, over minutes counted back from the shift's end."""
        if self.book.terms.overtime_base != "with_allowances":
            return rate * (until - from_end)
        total, place = Fraction(0), 0
        for stretch in reversed(self.book.time_of(self.contract, shift).stretches):
            if HOLIDAY in stretch.marks and not self.book.terms.overtime_on_holidays:
                continue
            minutes = max(0, min(until, place + stretch.minutes) - max(from_end, place))
            if minutes:
                allowances = self.book.premiums_of(self.contract, stretch.marks, rate).values()
                total += minutes * sum(allowances, rate)
            place += stretch.minutes
        return total

    def _work(self, shift: Shift) -> _Work:
        if self.book.terms.overtime_on_holidays:
            return _Work(shift.paid_minutes, 0)
        holidays = self.book.time_of(self.contract, shift).minutes_in(HOLIDAY)
        return _Work(shift.paid_minutes, min(holidays, shift.paid_minutes))

    def _rate(self, shift: Shift) -> Fraction:
        date = max(self.book.horizon.date_of(shift.day), self.book.horizon.first_date)
        return self.book.pays[self.contract].minute_rate(date)

    def _after(self, terms: OvertimeTerms) -> int:
        """Minutes of a day that are no overtime."""
        if terms.after_minutes is not None:
            return terms.after_minutes
        weekly = self.book.pays[self.contract].contract.weekly_minutes
        return weekly // 5 if terms.per == "day" else 0

    def _new_week(self, first_day: int) -> Total | None:
        """A week that begins on a day; one after the period is never worked."""
        if "week" not in self._terms:
            return None
        if first_day not in self._weeks:
            day = min(first_day, self.book.horizon.days - 1)
            allowed = week_minutes(
                self.book, self.contract, self._terms["week"], day - self._day_of_week(day)
            )
            self._weeks[first_day] = Total(-allowed)
        return self._weeks[first_day]

    @cached_property
    def _terms(self) -> dict[str, OvertimeTerms]:
        return {one.per: one for one in self.book.overtime[self.contract]}

    @cached_property
    def _by_day(self) -> dict[bool, OvertimeTerms | None]:
        """What a day is counted by, an ordinary one and the seventh in a row."""
        day = self._terms.get("day")
        return {False: day, True: self._terms.get("seventh_day", day)}

    @cached_property
    def _new_period(self) -> Total | None:
        return Total(self.opening_balance) if "period" in self._terms else None

    @cached_property
    def _new_pay(self) -> WeekPay | None:
        return WeekPay() if has_differentials(self.book, self.contract) else None

    @cached_property
    def _counts_days(self) -> bool:
        return "seventh_day" in self._terms

    def _day_of_week(self, day: int) -> int:
        """Place of a day in the working week, from 0."""
        first = WEEKDAYS.index(self.book.terms.week_starts)
        return (self.book.horizon.weekday(day) - first) % 7
