"""Rules about one agent's tour that are hard, or may be broken at a price."""

import datetime as dt
from abc import ABC
from collections.abc import Iterable
from decimal import ROUND_HALF_UP

from models.money import Amount, share_of_minor
from models.rule import RULES, Frame, TourRule
from models.text import Text
from models.tour import Tour
from models.violation import Violation


class PricedTourRule(TourRule, ABC):
    """A rule whose breaches can be counted: hard without a price, a wish with one.

    What one unit of a breach is, each rule says: a day, a night, a weekend, an hour.  The
    price of an hour is charged to the minute; each piece (a shift, a rest) is rounded to
    the minor unit by itself.

    Parameters
    ----------
    price
        Cost of one unit, in currency units; the rule is hard where left out.
    """

    price: Amount | None = None

    @property
    def never_forbids(self) -> bool:
        """Whether the rule has a price."""
        return self.price is not None

    def charge(self, frame: Frame, units: int = 1) -> int | None:
        """Price of a breach in the automaton; ``None`` where the rule is hard."""
        if self.price is None:
            return None
        return units * int((self.price * frame.minor_per_unit).to_integral_value(ROUND_HALF_UP))

    def charge_minutes(self, frame: Frame, minutes: int) -> int | None:
        """Price of one piece of a breach told in minutes; ``None`` where the rule is hard."""
        hour = self.charge(frame)
        return None if hour is None else share_of_minor(hour, minutes, 60)

    def finding(self, frame: Frame, tour: Tour, date: dt.date, text: Text, units: int = 1) -> Violation:
        """What ``check`` says of a breach of so many units."""
        return self._told(tour, date, text, units * self._unit_minor(frame))

    def finding_minutes(
        self, frame: Frame, tour: Tour, date: dt.date, text: Text, pieces: Iterable[int]
    ) -> Violation:
        """What ``check`` says of a breach told in minutes, piece by piece."""
        hour = self._unit_minor(frame)
        return self._told(tour, date, text, sum((2 * hour * piece + 60) // 120 for piece in pieces))

    def _unit_minor(self, frame: Frame) -> int:
        return (
            0 if self.price is None else int((self.price * frame.minor_per_unit).quantize(1, ROUND_HALF_UP))
        )

    def _told(self, tour: Tour, date: dt.date, text: Text, minor: int) -> Violation:
        hard = self.price is None
        return Violation(
            rule=self.kind,
            agent=tour.agent.agent,
            date=date,
            text=text,
            hard=hard,
            penalty_minor=0 if hard else minor,
        )

    def or_else(self, text: Text, en: str, ru: str) -> Text:
        """Add to an explanation what a breach costs, per unit as named."""
        if self.price is None:
            return text
        return Text(
            en=f"{text.en.rstrip('.')}, or {self.price:f} for each {en}.",
            ru=f"{text.ru.rstrip('.')}, или {self.price:f} за {ru}.",
        )


def unmet_wishes(findings: Iterable[Violation]) -> tuple[Violation, ...]:
    """Findings about tours that have a price; shortfalls of the desk have prices of their own."""
    about_tours = {kind for kind in RULES if issubclass(RULES[kind], TourRule)}
    return tuple(found for found in findings if not found.hard and found.rule in about_tours)
