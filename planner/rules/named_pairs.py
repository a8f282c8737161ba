"""What rules about named people together share: their price, and the rows of an interval."""

from abc import ABC
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP
from typing import Literal

from models.money import Amount, share_of_minor
from models.rule import CoverageRow, CoverageRule, Frame
from models.text import Text

#: While anyone is on shift, or only when a shift begins.
Scope = Literal["throughout", "same_start"]
#: Names and what each of them counts in a row.
Weights = tuple[tuple[str, int], ...]


class NamedPairs(CoverageRule, ABC):
    """A rule about who may, or must, be on shift beside whom, at any hour.

    Whoever is on a break is still there.  Shifts begun before the period count while they
    run into it.

    Parameters
    ----------
    price
        Cost of an hour in which the rule is broken, in currency units (of a shift, where
        only beginnings are looked at); the rule is hard where left out.
    """

    price: Amount | None = None

    def price_minor(self, frame: Frame, scope: Scope) -> int | None:
        """Price of an interval, or of a shift."""
        if self.price is None:
            return None
        whole = int((self.price * frame.minor_per_unit).to_integral_value(ROUND_HALF_UP))
        return whole if scope == "same_start" else share_of_minor(whole, frame.horizon.interval_minutes, 60)

    def rows_of(
        self, frame: Frame, weights: Iterable[Weights], scope: Scope, least: int | None, most: int | None
    ) -> Iterator[CoverageRow]:
        """One row per interval and set of weights."""
        price, starts = self.price_minor(frame, scope), scope == "same_start"
        begins = enumerate(frame.horizon.interval_starts)
        valid = [interval for interval, start in begins if self.holds_on(frame.horizon.local(start).date())]
        for named in weights:
            for interval in valid:
                yield CoverageRow(
                    interval,
                    least,
                    shortfall_price_minor=price,
                    counts_breaks=True,
                    maximum=most,
                    named=named,
                    counts_starts=starts,
                )

    def each_minor(self, frame: Frame, *, per_shift: bool) -> int:
        """Price of one unit in one interval, as a reader of the roster counts it."""
        if self.price is None:
            return 0
        unit = int((self.price * frame.minor_per_unit).quantize(1, ROUND_HALF_UP))
        return unit if per_shift else share_of_minor(unit, frame.horizon.interval_minutes, 60)

    def or_else(self, text: Text, unit: Text) -> Text:
        """Add to an explanation what a breach costs."""
        if self.price is None:
            return text
        return Text(
            en=f"{text.en.rstrip('.')}, or {self.price:f} for {unit.en}.",
            ru=f"{text.ru.rstrip('.')}, или {self.price:f} за {unit.ru}.",
        )


def listed(names: Iterable[str], last: str) -> str:
    """Write names as a sentence does: ``ana, bob and eve``."""
    *first, final = names
    return f"{', '.join(first)} {last} {final}" if first else final
