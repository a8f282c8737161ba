"""A burden several people share: which shifts are of it, who shares it, what each has had."""

import datetime as dt
from abc import ABC
from collections import Counter
from fractions import Fraction
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from models.clock import WEEKDAYS, Weekday
from models.errors import BadValueError
from models.fair_shares import fair_shares
from models.member import Member
from models.rule import CoverageRow, CoverageRule, Frame
from models.shift import Shift
from models.text import Text
from models.tour import Roster
from planner.rules.wording import weekday_names

_WEEKEND: tuple[Weekday, ...] = ("sat", "sun")
_RU = {"nights": "ночи", "weekends": "выходные", "holidays": "праздники", "patterns": "смены"}


class SharedBurden(CoverageRule, ABC):
    """What rules about fair shares have in common.

    The burden is as many shifts as the period needs.  A fair share of it goes by contracted hours,
    and by the days of the period the person is there: not on leave, and employed.  Who had more
    before, as the fairness ledger says, gets so many fewer now.  Only named agents take part: people
    yet to be hired have no past.  Where the rule is valid for a part of the period, only shifts that
    begin within it are shared, by the days within it.

    Parameters
    ----------
    agents, contracts
        Who shares the burden; everyone named where left out.
    burden
        Its name in the ledger; that of ``counted`` where left out.
    counted
        ``nights``: night shifts; ``weekends``: shifts that begin on ``weekdays``; ``holidays``:
        shifts that begin on a public holiday; ``patterns``: shifts of ``patterns``.
    patterns, weekdays
        See ``counted``.
    expected
        Shifts of the burden in the period, all people together; counted from the requirement
        where left out (nothing is asked until it is known).
    leave_counts
        Whether leave makes a share smaller.
    """

    says_whom: ClassVar[bool] = False

    burden: str = Field(default="", max_length=60)
    counted: Literal["nights", "weekends", "holidays", "patterns"] = "nights"
    patterns: tuple[str, ...] = ()
    weekdays: tuple[Weekday, ...] = Field(default=_WEEKEND, min_length=1)
    expected: int | None = Field(default=None, ge=0, le=1_000_000)
    leave_counts: bool = True

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if (self.counted == "patterns") != bool(self.patterns):
            raise BadValueError(
                Text(
                    en='patterns go with counted = "patterns", and it with them',
                    ru='patterns бывает только при counted = "patterns", и там без него нельзя',
                )
            )
        return self

    @property
    def label(self) -> str:
        """Name of the burden in the ledger."""
        return self.burden or self.counted

    @property
    def label_text(self) -> Text:
        """The same as a reader sees it."""
        return Text(en=self.label, ru=_RU.get(self.label, self.label))

    def sharers(self, frame: Frame) -> tuple[Member, ...]:
        """Who shares the burden."""
        return tuple(one for one in frame.team if not one.is_vacancy and self.binds(one.name, one.contract))

    def dates(self, frame: Frame) -> tuple[dt.date, ...]:
        """Dates of the period on which the rule holds."""
        days = (frame.horizon.date_of(day) for day in range(frame.horizon.days))
        return tuple(date for date in days if self.holds_on(date))

    def shares(self, frame: Frame) -> dict[str, Fraction]:
        """Share of each of them, by name; empty where nobody is there."""
        return fair_shares(self.sharers(frame), self.dates(frame), leave_counts=self.leave_counts)

    def rows(self, frame: Frame) -> tuple[CoverageRow, ...]:
        """None: nothing is asked of single hours."""
        return ()

    def counts_shift(self, frame: Frame, shift: Shift) -> bool:
        """Whether a shift is one of the burden."""
        if not self.holds_on(frame.horizon.date_of(shift.day)):
            return False
        if self.counted == "nights":
            return shift.is_night
        if self.counted == "patterns":
            return shift.pattern in self.patterns
        if self.counted == "holidays":
            return frame.horizon.date_of(shift.day) in frame.holidays
        return WEEKDAYS[frame.horizon.weekday(shift.day)] in self.weekdays

    def worked_by(self, frame: Frame, roster: Roster) -> Counter[str]:
        """Shifts of the burden each of those who share it works in the period, as a reader counts."""
        names = {one.name for one in self.sharers(frame)}
        return Counter(
            tour.agent.agent
            for tour in roster.tours
            if tour.agent.vacancy is None and tour.agent.agent in names
            for shift in tour.worked
            if self._reads_as_burden(frame, shift)
        )

    def _reads_as_burden(self, frame: Frame, shift: Shift) -> bool:
        begun = frame.horizon.date_of(shift.day)
        if begun < (self.valid_from or begun) or begun > (self.valid_to or begun):
            return False
        return {
            "nights": shift.is_night,
            "patterns": shift.pattern in self.patterns,
            "holidays": begun in frame.holidays,
            "weekends": any(WEEKDAYS.index(day) == begun.weekday() for day in self.weekdays),
        }[self.counted]

    def what(self) -> Text:
        """The burden as the beginning of a sentence."""
        days = weekday_names(self.weekdays)
        what = {
            "nights": Text(en="Night shifts", ru="Ночные смены"),
            "weekends": Text(en=f"Shifts on {days.en}", ru=f"Смены в дни: {days.ru}"),
            "holidays": Text(en="Shifts on public holidays", ru="Смены в праздники"),
            "patterns": Text(en=f"Shifts {', '.join(self.patterns)}", ru=f"Смены {', '.join(self.patterns)}"),
        }[self.counted]
        name = f" ({self.burden})" if self.burden else ""
        return Text(en=f"{what.en}{name}", ru=f"{what.ru}{name}")

    def by_what(self) -> Text:
        """What shares go by, and how many shifts there are."""
        leave = Text(en="hours and leave", ru="часам договора и отпускам")
        if not self.leave_counts:
            leave = Text(en="hours", ru="часам договора")
        of_en, of_ru = "", ""
        if self.expected is not None:
            of_en, of_ru = f", {self.expected} in all", f", всего {self.expected}"
        return Text(en=f"by contracted {leave.en}{of_en}", ru=f"по {leave.ru}{of_ru}")
