"""Nobody far ahead of the others in nights, weekends, holidays or shifts nobody likes."""

import datetime as dt
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from math import floor
from typing import Annotated, Literal

from pydantic import Field

from models.example import Example
from models.fair_shares import fair_shares
from models.member import Member
from models.money import Amount
from models.rule import RULES, Frame, PeriodSpread
from models.shift import Shift
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.shared_burden import SharedBurden

#: Shares and the ledger are told in hundredths of a shift.
_PARTS = 100
_HALF = Fraction(1, 2)
Tolerance = Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)]


@RULES.register
class FairnessSpread(SharedBurden):
    """The one with the most of a burden and the one with the least are close together.

    Each is compared with the own fair share (rounded to a hundredth of a shift): shifts worked, more
    what the ledger says, less the share.  From the highest of these numbers to the lowest is the
    spread.  Who is away for the whole period is left out; so should be, by ``agents`` or
    ``contracts``, who may never work such shifts.

    Parameters
    ----------
    agents, contracts, burden, counted, patterns, weekdays, expected, leave_counts
        See :class:`planner.rules.shared_burden.SharedBurden`.
    tolerance
        Spread in shifts that costs nothing.  One shift apart can seldom be helped.
    price
        Cost of a shift of spread above the tolerance, in currency units, charged by the hundredth of
        a shift, each rounded up to the minor unit; the rule is hard where left out.
    """

    kind: Literal["fairness_spread"] = "fairness_spread"
    tolerance: Tolerance = Decimal(1)
    price: Amount | None = None

    def period_spreads(self, frame: Frame) -> tuple[PeriodSpread, ...]:
        """What each begins with, in hundredths of a shift, and what a hundredth of spread costs."""
        if self.expected is None:
            return ()
        shares, expected = self.shares(frame), self.expected
        begins = tuple(
            (
                one.name,
                floor(_PARTS * (Fraction(one.balance(self.label)) - expected * shares[one.name]) + _HALF),
            )
            for one in self.sharers(frame)
            if shares.get(one.name)
        )
        minor = None
        if self.price is not None:
            minor = int((self.price * frame.minor_per_unit / _PARTS).to_integral_value(ROUND_CEILING))
        if len(begins) < 2 or minor == 0:
            return ()

        def counts(shift: Shift) -> bool:
            return self.counts_shift(frame, shift)

        return (PeriodSpread(counts, begins, _PARTS, int(self.tolerance * _PARTS), minor),)

    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Count everyone's shifts, hold them against a fair share, and see who is farthest apart."""
        days = [frame.horizon.date_of(day) for day in range(frame.horizon.days)]
        valid = [date for date in days if (self.valid_from or date) <= date <= (self.valid_to or date)]
        shares = fair_shares(self.sharers(frame), valid, leave_counts=self.leave_counts)
        read = self.worked_by(frame, roster)
        above = {}
        for person in self.sharers(frame):
            if self.expected is not None and shares.get(person.name):
                fair = self.expected * shares[person.name] - Fraction(person.balance(self.label))
                # rounded to the hundredth, halves upwards
                hundredths = (1 - 200 * fair) // 2
                above[person.name] = read[person.name] + Decimal(hundredths) / 100
        if len(above) < 2:
            return ()
        most, least = max(above, key=lambda name: above[name]), min(above, key=lambda name: above[name])
        excess = above[most] - above[least] - self.tolerance
        hundredth_minor = 0
        if self.price is not None:
            hundredth_minor = int(
                (self.price * frame.minor_per_unit / 100).quantize(1, rounding=ROUND_CEILING)
            )
        if excess <= 0 or (self.price is not None and not hundredth_minor):
            return ()
        named = [(name, f"{read[name]}, {above[name]:+.2f}") for name in (most, least)]
        label, told = self.label_text, [f"{frame.shown(name)} ({numbers})" for name, numbers in named]
        return (
            Violation(
                rule=self.kind,
                agent=None,
                date=valid[0],
                text=Text(
                    en=f"{label.en}: shifts and how many above a fair share, {told[0]} and {told[1]}: "
                    f"{above[most] - above[least]:.2f} apart, {self.tolerance:f} tolerated",
                    ru=f"{label.ru}: смены и сколько сверх справедливой доли, {told[0]} и {told[1]}: "
                    f"разрыв {above[most] - above[least]:.2f}, допуск {self.tolerance:f}",
                ),
                hard=self.price is None,
                penalty_minor=int(excess * 100) * hundredth_minor,
            ),
        )

    def explain(self) -> Text:
        """Say what is shared, how far people may be apart, and what more costs."""
        what, by = self.what(), self.by_what()
        most = f"{self.tolerance:f}"
        or_en, or_ru = "", ""
        if self.price is not None:
            or_en, or_ru = f", or {self.price:f} for each more", f", или {self.price:f} за каждую сверх того"
        return Text(
            en=f"{what.en}: from the one with most to the one with least, against fair shares {by.en}, "
            f"the spread in shifts is at most {most}{or_en}.",
            ru=f"{what.ru}: между самым загруженным и наименее загруженным, считая от справедливых долей "
            f"{by.ru}, разрыв в сменах не более {most}{or_ru}.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Two and three people and their nights; a part-timer; a ledger; a leave."""
        hard: dict[str, object] = {"expected": 2}
        none: dict[str, object] = {"expected": 2, "tolerance": "0", "price": "100"}
        three: dict[str, object] = {"expected": 3, "tolerance": "0", "price": "100"}
        friday: dict[str, object] = {
            "counted": "weekends",
            "weekdays": ["fri"],
            "price": "7.01",
            "expected": 1,
            "tolerance": "0.25",
        }
        late: dict[str, object] = {"counted": "patterns", "patterns": ["E"], "burden": "late", "expected": 4}
        holidays: dict[str, object] = {"counted": "holidays", "price": "50", "tolerance": "0", "expected": 1}
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
            Example(hard, ("N.", ".."), True, "one apart is tolerated"),
            Example(hard, ("N.N", "..."), False, "two apart are not"),
            Example(none, ("N..", "..N"), True, "nothing apart"),
            Example(none, ("N.N", "..."), True, "two apart", penalty_minor=20_000),
            Example(none, ("N.N", ".N.", "..."), True, "from two to none", penalty_minor=20_000),
            Example(
                hard, ("N", "."), True, "edge: nights before the period are the ledger's", history=("N", "")
            ),
            Example({"tolerance": "0"}, ("N.N", "..."), True, "nobody has said how many nights there are"),
            Example(three, ("N.N", "N.."), True, "two and one, hours two to one", team=half),
            Example(three, ("N..", "N.N"), True, "-1 and +1", team=half, penalty_minor=20_000),
            Example(none, ("...", "N.N"), True, "-1 + 1.5 and +1 - 1.5", team=owed, penalty_minor=10_000),
            Example(none, ("N..", "..N"), True, "three apart already", team=owed, penalty_minor=30_000),
            Example(three, ("N.N.", "...N"), True, "away half the days, half a share", team=away),
            Example(hard, ("NN", ".."), True, "away all days: nobody to compare with", team=away),
            Example(friday, ("....N..", "......."), True, "0.75 above 0.25", penalty_minor=75 * 8),
            Example(late, ("E.E.E..", "......."), False, "three apart"),
            Example(holidays, ("D.", ".."), True, "one apart", penalty_minor=5_000, holidays=(monday,)),
        )
