"""Nights, weekends, holidays and shifts nobody likes, shared fairly."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor
from typing import Literal

from pydantic import Field

from models.example import Example
from models.fair_shares import fair_shares
from models.member import Member
from models.money import Amount
from models.rule import RULES, Frame, PeriodRow
from models.shift import Shift
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.shared_burden import SharedBurden

#: The third and every later shift above a share cost this many times as much as the first.
_DEAREST = 3


@RULES.register
class Fairness(SharedBurden):
    """Each has a fair share of a burden; shifts above it cost a price, each one more than the last.

    Shares are seldom whole: of a shift that is partly above the share, only that part counts.
    The rule is always a wish; what may not be at any price says
    :class:`planner.rules.fairness_spread.FairnessSpread` without one.

    Parameters
    ----------
    agents, contracts, burden, counted, patterns, weekdays, expected, leave_counts
        See :class:`planner.rules.shared_burden.SharedBurden`.
    price
        Cost of the first shift above the fair share and the tolerance, in currency units; the
        second costs twice, every further one three times as much.  What each shift costs is
        rounded to the minor unit.
    tolerance
        Shifts above the fair share that cost nothing.
    """

    kind: Literal["fairness"] = "fairness"
    price: Amount
    tolerance: int = Field(default=0, ge=0, le=100)

    def period_rows(self, frame: Frame) -> tuple[PeriodRow, ...]:
        """One row per person: shifts above the fair share, each step dearer than the last."""
        if self.expected is None:
            return ()
        team, shares = self.sharers(frame), self.shares(frame)
        each = int((self.price * frame.minor_per_unit).to_integral_value(ROUND_HALF_UP))

        def counts(shift: Shift) -> bool:
            return self.counts_shift(frame, shift)

        rows = []
        for one in team if len(shares) > 1 and each else ():
            had = Fraction(one.balance(self.burden or self.counted))
            share = self.expected * shares[one.name] - had + self.tolerance
            first = max(0, floor(share))
            prices = [
                (level, floor(each * (_above(level + 1 - share) - _above(level - share)) + Fraction(1, 2)))
                for level in range(first, first + _DEAREST + 1)
            ]
            steps = tuple((level, price) for level, price in prices if price)
            rows.append(PeriodRow(one.name, counts, ((one.name, 1),), 0, steps))
        return tuple(rows)

    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Count everyone's shifts, say what a fair share would be, and price the rest."""
        days = [frame.horizon.date_of(day) for day in range(frame.horizon.days)]
        valid = [date for date in days if (self.valid_from or date) <= date <= (self.valid_to or date)]
        shares = fair_shares(self.sharers(frame), valid, leave_counts=self.leave_counts)
        if self.expected is None or len(shares) < 2:
            return ()
        read = self.worked_by(frame, roster)
        each = int((self.price * frame.minor_per_unit).quantize(1, ROUND_HALF_UP))
        findings = []
        for person in self.sharers(frame):
            before = person.balance(self.label)
            fair = self.expected * shares[person.name] - Fraction(before)
            minor = 0
            for number in range(1, read[person.name] + 1):
                # the part of this shift within the first, the second and any further one above the share
                top = number - fair - self.tolerance
                cost = Fraction(0)
                for below, times in enumerate((1, 2)):
                    part = min(top, Fraction(below + 1)) - max(top - 1, Fraction(below))
                    cost += times * each * max(Fraction(0), part)
                cost += 3 * each * max(Fraction(0), top - max(top - 1, Fraction(2)))
                minor += (2 * cost.numerator + cost.denominator) // (2 * cost.denominator)
            if minor > 0:
                findings.append(
                    Violation(
                        rule=self.kind,
                        agent=None,
                        date=valid[0],
                        text=self._told(frame.shown(person.name), read[person.name], fair, before),
                        hard=False,
                        penalty_minor=minor,
                    )
                )
        return tuple(findings)

    def _told(self, name: str, worked: int, fair: Fraction, before: Decimal) -> Text:
        share = Decimal(fair.numerator) / fair.denominator
        had = Text(en="", ru="")
        if before:
            number = f"{before:+.2f}"
            had = Text(en=f", {number} from before", ru=f", {_comma(number)} с прошлых периодов")
        free = Text(en="", ru="")
        if self.tolerance:
            free = Text(en=f", {self.tolerance} more tolerated", ru=f", допуск {self.tolerance}")
        label = self.label_text
        return Text(
            en=f"{name}, {label.en}: {worked}, a fair share is {share:.1f} (of {self.expected}{had.en}{free.en})",
            ru=f"{name}, {label.ru}: {worked}, справедливая доля {_comma(f'{share:.1f}')} "
            f"(из {self.expected}{had.ru}{free.ru})",
        )

    def explain(self) -> Text:
        """Say what is shared, and what more than a fair share costs."""
        what, by = self.what(), self.by_what()
        more_en, more_ru = "", ""
        if self.tolerance:
            more_en, more_ru = f" and {self.tolerance} more", f" и ещё {self.tolerance}"
        return Text(
            en=f"{what.en} are shared fairly {by.en}; above the fair share{more_en} "
            f"the first costs {self.price:f}, the second twice that, each further one three times.",
            ru=f"{what.ru} делятся справедливо, {by.ru}; сверх справедливой доли{more_ru} "
            f"первая стоит {self.price:f}, вторая вдвое, каждая следующая втрое больше.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Two people and their nights; a part-timer; a ledger; a leave."""
        nights: dict[str, object] = {"price": "100", "expected": 2}
        three: dict[str, object] = {"price": "100", "expected": 3}
        weekend: dict[str, object] = {"counted": "weekends", "price": "10", "expected": 2, "tolerance": 1}
        friday: dict[str, object] = {"counted": "weekends", "weekdays": ["fri"], "price": "7", "expected": 0}
        late: dict[str, object] = {
            "counted": "patterns",
            "patterns": ["E"],
            "burden": "late",
            "price": "6",
            "expected": 4,
        }
        holidays: dict[str, object] = {"counted": "holidays", "price": "50", "expected": 0}
        monday, tuesday = dt.date(2026, 1, 5), dt.date(2026, 1, 6)
        half = (Member("a", "standard", 2400), Member("b", "part", 1200))
        owed = (
            Member("a", "standard", 2400, balances=(("nights", Decimal("1.5")),)),
            Member("b", "standard", 2400, balances=(("nights", Decimal("-1.5")),)),
        )
        away = (
            Member("a", "standard", 2400),
            Member("b", "standard", 2400, away=frozenset((monday, tuesday))),
        )
        return (
            Example(nights, ("N.", ".N"), True, "one night each"),
            Example(nights, ("N.N", "..."), True, "one above a share of one", penalty_minor=10_000),
            Example(
                nights, ("N.N.N.N.N", "........."), True, "four above: 1 + 2 + 3 + 3", penalty_minor=90_000
            ),
            Example(
                nights, ("N", "."), True, "edge: nights before the period are the ledger's", history=("N", "")
            ),
            Example({"price": "9"}, ("N.N", "..."), True, "nobody has said how many nights there are"),
            Example(three, ("N.N", "N.."), True, "half a night above 1.5", penalty_minor=5_000),
            Example(three, ("N.N", "N.."), True, "two and one, hours two to one", team=half),
            Example(
                three, ("N..", "N.N"), True, "the part-timer has one above", penalty_minor=10_000, team=half
            ),
            Example(nights, ("...", "N.N"), True, "who had fewer before takes both", team=owed),
            Example(
                nights,
                ("N..", "..N"),
                True,
                "from 0.5 to 1.5 above: half at one, half at two",
                team=owed,
                penalty_minor=15_000,
            ),
            Example(three, ("N.N.", "...N"), True, "away half the days, half a share", team=away),
            Example(
                three, ("...N", "N.N."), True, "two are one too many then", team=away, penalty_minor=10_000
            ),
            Example(weekend, (".....DD", "......."), True, "one above is tolerated"),
            Example(
                weekend, (".....DD.....D.", "." * 14), True, "two above, one tolerated", penalty_minor=1_000
            ),
            Example(friday, ("....N..", "......."), True, "a Friday nobody should work", penalty_minor=700),
            Example(late, ("E.E.E..", "......."), True, "three late ones of four", penalty_minor=600),
            Example(
                holidays, ("D.", ".."), True, "a holiday worked", penalty_minor=5_000, holidays=(monday,)
            ),
        )


def _above(excess: Fraction) -> Fraction:
    """Times the price that so much above a share costs: each whole shift once more than the last."""
    if excess <= 0:
        return Fraction(0)
    whole = min(floor(excess), _DEAREST - 1)
    return Fraction(whole * (whole + 1), 2) + (whole + 1) * (excess - whole)


def _comma(number: str) -> str:
    """A decimal number as Russian readers write it."""
    return number.replace(".", ",")
