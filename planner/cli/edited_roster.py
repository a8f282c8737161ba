"""Whether the roster of a plan file is still the one that was planned, and legal."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.expectation import Expectation
from models.money import from_minor, to_minor
from models.money_text import money_text
from models.plural import Plural
from models.text import Text
from planner.again import recheck
from planner.plan_file import ReadPlan

_EDITED = Text(
    en="The roster is not the one that was planned: {shifts} changed, in {intervals} another number of people "
    "is on duty. It costs {now}; the plan said {then}. What stands here is of the roster as it is now.",
    ru="График не тот, что был составлен: изменено смен: {number}, в {intervals} на смене другое число людей. "
    "Он стоит {now}; в плане было {then}. Всё, что здесь написано, относится к графику, какой он теперь.",
)
_BROKEN = Text(
    en="The roster breaks rules {times}; smena audit lists them.",
    ru="График нарушает правила {times}; список покажет smena audit.",
)
_SHIFTS = Plural(("shift", "shifts"), ("смена", "смены", "смен"))
_INTERVALS = Plural(("interval", "intervals"), ("интервале", "интервалах", "интервалах"))
_TIMES = Plural(("time", "times"), ("раз", "раза", "раз"))


@dataclass(frozen=True)
class RosterState:
    """A roster as read, beside what its file says was planned; money in minor units.

    Parameters
    ----------
    shifts_changed
        Shifts that were added, taken away, or are paid otherwise.
    intervals_changed
        Intervals in which another number of people is on duty.
    rules_broken
        How often hard rules are broken, by their own checks.
    cost_minor, planned_cost_minor
        Pay by the clock, and what the file says.
    """

    shifts_changed: int
    intervals_changed: int
    rules_broken: int
    cost_minor: int
    planned_cost_minor: int

    @property
    def is_as_planned(self) -> bool:
        """Whether nothing differs.

        Two people who swap shifts of equal pay on one day go unnoticed here; rules that breaks
        do not.
        """
        return not (
            self.shifts_changed or self.intervals_changed or self.cost_minor != self.planned_cost_minor
        )

    def document(self, currency: str) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "as_planned": self.is_as_planned,
            "shifts_changed": self.shifts_changed,
            "intervals_changed": self.intervals_changed,
            "rules_broken": self.rules_broken,
            "cost": from_minor(self.cost_minor, currency),
            "planned_cost": from_minor(self.planned_cost_minor, currency),
        }


def roster_state(read: ReadPlan, expected: Expectation) -> RosterState:
    """Compare a roster with what its file says of it.

    Parameters
    ----------
    read
        The file as read.
    expected
        What the formulas, and pay by the clock, make of its roster.
    """
    horizon, document = read.scenario.horizon, read.document
    findings, cost = recheck(read.scenario, read.roster, read.required, read.demands, read.added_cover)
    planned = {
        (row["agent"], row["date"], row["paid_minutes"], row["night_minutes"], row["holiday_minutes"])
        for row in document["shift_costs"]
    }
    now = {
        (
            one.agent,
            horizon.date_of(one.day).isoformat(),
            one.paid_minutes,
            one.night_minutes,
            one.holiday_minutes,
        )
        for one in cost.shifts
    }
    there = zip(document["intervals"]["on_duty"], expected.coverage.on_duty, strict=True)
    return RosterState(
        shifts_changed=len({row[:2] for row in planned ^ now}),
        intervals_changed=sum(then != present for then, present in there),
        rules_broken=sum(found.hard for found in findings),
        cost_minor=cost.total_minor,
        planned_cost_minor=to_minor(Decimal(document["cost"]["total"]), cost.currency),
    )


def state_lines(read: ReadPlan, state: RosterState) -> Iterator[str]:
    """Say plainly what is not as planned, and that rules are broken."""
    desk = read.scenario.desk

    def counted(number: int, noun: Plural) -> str:
        return f"{number} {noun.of(number).in_language(desk.language)}"

    if not state.is_as_planned:
        yield _EDITED.in_language(desk.language).format(
            shifts=counted(state.shifts_changed, _SHIFTS),
            number=state.shifts_changed,
            intervals=counted(state.intervals_changed, _INTERVALS),
            now=money_text(state.cost_minor, desk.currency, desk.language),
            then=money_text(state.planned_cost_minor, desk.currency, desk.language),
        )
    if state.rules_broken:
        times = counted(state.rules_broken, _TIMES)
        yield _BROKEN.in_language(desk.language).format(times=times)
