"""Not more people at once than there are desks or licences."""

from decimal import ROUND_HALF_UP
from typing import Literal

from pydantic import Field

from models.example import Example
from models.money import share_of_minor
from models.rule import RULES, CoverageRow, Frame
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.coverage_reading import heads, stretches
from planner.rules.staffed_hours import StaffedHours
from planner.rules.wording import counted, most_allowed

_TOO_MANY = Text(en="each hour of a person too many", ru="каждый час каждого лишнего")


@RULES.register
class MaxSeats(StaffedHours):
    """At most so many agents are on duty in every interval of certain hours.

    Parameters
    ----------
    seats
        Most agents at once: desks, headsets, licences.
    skill
        Only those with the skill take a seat; everyone where left out.
    count_breaks
        Whether an agent on a break keeps the seat.
    only_open
        Whether intervals in which the desk is closed are left alone: a seat is one then, too.
    agents, contracts, hours, weekdays, dates, price
        See :class:`planner.rules.staffed_hours.StaffedHours`; the price is that of one agent
        too many for an hour.
    """

    kind: Literal["max_seats"] = "max_seats"
    seats: int = Field(ge=0, le=10_000)
    skill: str | None = None
    count_breaks: bool = True
    only_open: bool = False

    def rows(self, frame: Frame) -> tuple[CoverageRow, ...]:
        """One row per interval."""
        hour = self.price_minor(frame)
        price = None if hour is None else share_of_minor(hour, frame.horizon.interval_minutes, 60)
        return tuple(
            CoverageRow(
                interval,
                None,
                self.skill,
                shortfall_price_minor=price,
                counts_breaks=self.count_breaks,
                agents=self.agents,
                contracts=self.contracts,
                maximum=self.seats,
            )
            for interval in self.meant_intervals(frame)
        )

    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Count who is there, interval by interval."""
        there = heads(self, frame, roster, self.skill, counts_breaks=self.count_breaks)
        many = [head for head in there if head.skilled > self.seats]
        each = 0
        if self.price is not None:
            hour = int((self.price * frame.minor_per_unit).quantize(1, ROUND_HALF_UP))
            each = share_of_minor(hour, frame.horizon.interval_minutes, 60)
        whom, most = self._whom, most_allowed(self.seats)
        return tuple(
            Violation(
                rule=self.kind,
                agent=None,
                date=stretch.date,
                text=Text(
                    en=f"{stretch.when_en}: {stretch.head.skilled} on duty{whom.en}, {most.en}",
                    ru=f"{stretch.when_ru}: на смене{whom.ru} {stretch.head.skilled}, {most.ru}",
                ),
                hard=self.price is None,
                penalty_minor=stretch.intervals * (stretch.head.skilled - self.seats) * each,
            )
            for stretch in stretches(frame, many)
        )

    def explain(self) -> Text:
        """Say how many, when and at what price."""
        when, whom = self.when(_TOO_MANY), self._whom
        if self.seats == 0:
            return Text(en=f"Nobody on duty{whom.en}{when.en}.", ru=f"Никого на смене{whom.ru}{when.ru}.")
        most = counted(self.seats, ("person", "people"), ("человека", "человек", "человек"))
        return Text(
            en=f"At most {most.en} on duty at once{whom.en}{when.en}.",
            ru=f"Одновременно на смене{whom.ru} не более {most.ru}{when.ru}.",
        )

    @property
    def _whom(self) -> Text:
        en, ru = (f" with {self.skill}", f" с навыком {self.skill}") if self.skill else ("", "")
        if not self.count_breaks:
            en, ru = f"{en} (breaks not counted)", f"{ru} (без тех, кто на перерыве)"
        return Text(en=f"{self.among.en}{en}", ru=f"{self.among.ru}{ru}")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """One desk for two, hard and priced."""
        one: dict[str, object] = {"seats": 1}
        day: dict[str, object] = {"seats": 1, "hours": "08:00-14:00"}
        priced: dict[str, object] = {"seats": 1, "price": "90.60"}
        phone: dict[str, object] = {"seats": 1, "skill": "phone"}
        two: dict[str, object] = {"seats": 1, "agents": ["a", "b"]}
        students: dict[str, object] = {"seats": 0, "contracts": ["student"]}
        early: dict[str, object] = {"seats": 1, "hours": "00:00-10:00"}
        return (
            Example(one, ("D.", ".D"), True, "one after the other"),
            Example(one, ("M", "E"), True, "M leaves at 14:00, when E comes"),
            Example(one, ("M", "D"), False, "both are there from 8 to 14"),
            Example(day, ("D", "E"), True, "the second comes when the hours are over"),
            Example(priced, ("M", "D"), True, "6 h of one too many", penalty_minor=6 * 9_060),
            Example(phone, ("D", "D"), True, "only one of them takes a seat", skills=(("phone",), ())),
            Example(two, ("D", ".", "D"), True, "the third one takes none of these seats"),
            Example(two, ("D", "M", "."), False, "both are there from 8 to 14"),
            Example(students, ("D", "M"), True, "nobody here has the contract"),
            Example(early, ("M", "."), False, "edge: the eve's night still sits there", history=("", "N")),
            Example(early, ("D", "."), True, "edge: the eve's night leaves at 08:00", history=("", "N")),
        )
