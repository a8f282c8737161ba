"""The hours a coverage rule asks about: its fields, and the intervals they mean for rows."""

import datetime as dt
from abc import ABC
from decimal import ROUND_HALF_UP

from pydantic import Field

from models.clock import WEEKDAYS, ClockSpan, Weekday
from models.money import Amount
from models.rule import CoverageRule, Frame
from models.text import Text
from planner.rules.wording import date_text

_MISSING = Text(en="each hour an agent is missing", ru="каждый час нехватки сотрудника")


class StaffedHours(CoverageRule, ABC):
    """What coverage rules share: when they ask, and the price of falling short.

    An interval is meant when it begins within the hours by the clock on the wall.  Hours
    that cross midnight belong to the date they begin on; the dates on which a rule is valid
    go from midnight to midnight all the same.  A shift covers an interval when
    the agent is available during the whole of it; the shifts worked before the period
    count where they run into it.

    Parameters
    ----------
    agents, contracts
        Who counts: those named or holding one of the contracts, and nobody else; everyone on duty
        where both are left out.
    hours
        Span of the clock; the whole day where left out.
    weekdays, dates
        Days that are meant; all where left out.
    only_open
        Whether intervals in which the desk is closed are left alone.
    price
        Cost of one agent missing for an hour, in currency units; the rule is hard where
        left out.
    """

    hours: ClockSpan | None = None
    weekdays: tuple[Weekday, ...] = Field(default=WEEKDAYS, min_length=1)
    dates: tuple[dt.date, ...] = ()
    only_open: bool = True
    price: Amount | None = None

    def meant_intervals(self, frame: Frame) -> tuple[int, ...]:
        """Intervals the rows are about."""
        meant = []
        for interval, start in enumerate(frame.horizon.interval_starts):
            if self.only_open and frame.open_intervals and not frame.open_intervals[interval]:
                continue
            local = frame.horizon.local(start)
            date, clock = local.date(), local.hour * 60 + local.minute
            if self.hours is not None:
                length = self.hours.end_unwrapped - self.hours.start
                if (clock - self.hours.start) % 1440 >= length:
                    continue
                date -= dt.timedelta(days=clock < self.hours.start)
            asked = WEEKDAYS[date.weekday()] in self.weekdays and (not self.dates or date in self.dates)
            if asked and self.holds_on(local.date()):
                meant.append(interval)
        return tuple(meant)

    def price_minor(self, frame: Frame) -> int | None:
        """Price of an hour in minor units."""
        if self.price is None:
            return None
        return int((self.price * frame.minor_per_unit).to_integral_value(ROUND_HALF_UP))

    @property
    def among(self) -> Text:
        """Who counts, as a part of a sentence; empty where everyone does."""
        if not self.agents and not self.contracts:
            return Text(en="", ru="")
        en = ", ".join((*self.agents, *(f"contract {name}" for name in self.contracts)))
        ru = ", ".join((*self.agents, *(f"договор {name}" for name in self.contracts)))
        return Text(en=f" (among {en})", ru=f" (из числа: {ru})")

    def when(self, unit: Text = _MISSING) -> Text:
        """The end of an explaining sentence: hours, days, and the price of a unit, as named."""
        en, ru = [], []
        if self.hours is not None:
            en.append(f"{self.hours}")
            ru.append(f"{self.hours}")
        if len(self.weekdays) < 7:
            names = dict(zip(WEEKDAYS, ("пн", "вт", "ср", "чт", "пт", "сб", "вс"), strict=True))
            en.append("+".join(self.weekdays))
            ru.append("+".join(names[day] for day in self.weekdays))
        if self.dates:
            en.append("on " + ", ".join(date_text(date).en for date in self.dates))
            ru.append("даты: " + ", ".join(date_text(date).ru for date in self.dates))
        if self.only_open:
            en.append("while the desk is open")
            ru.append("пока служба открыта")
        if self.price is not None:
            en.append(f"or {self.price:f} for {unit.en}")
            ru.append(f"или {self.price:f} за {unit.ru}")
        return Text(en="".join(f", {part}" for part in en), ru="".join(f", {part}" for part in ru))
