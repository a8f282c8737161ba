"""The shifts that may be added to a roster, one at a time, and what they cost."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from models.expectation import Expectation
from models.plan import Plan
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from models.violation import Violation
from planner.again import expect
from planner.audit import audit
from planner.pay.price import price
from planner.roster.candidate_shifts import candidate_shifts, worked_intervals
from planner.roster.row_prices import row_prices

#: Shifts looked at for one interval, those that close most first.
_MOST_TRIED = 120


@dataclass(frozen=True)
class AddedShift:
    """A shift more and what it changes; money in minor units.

    ``extra_minor`` is pay, wishes, surplus and shortfall together, ``extra_pay_minor`` pay alone.
    From the price ``pays_from_minor`` of an hour short on it pays for itself.
    """

    extra_minor: int
    extra_pay_minor: int
    pays_from_minor: int


@dataclass(frozen=True)
class AddedShifts:
    """All shifts one could add to a plan's roster, everything else left as it is."""

    plan: Plan
    expected: Expectation

    def cheapest(self, interval: int, skill: str | None) -> AddedShift | None:
        """The legal shift over an interval that costs the least per short hour it closes.

        Rules by their own checks, pay by the clock; the engine is not asked.  The interval counts
        as short, whether or not the plan was asked for more there.
        """
        coverage, horizon = self.expected.coverage, self.plan.scenario.horizon

        def closes(shift: Shift) -> int:
            return sum(
                i == interval or coverage.required[i] > coverage.counted[i]
                for i in worked_intervals(horizon, shift)
            )

        tried = sorted(self._over(interval, skill), key=lambda one: (-closes(one[1]), one[1].paid_minutes))
        priced = []
        for tour, shift in tried[:_MOST_TRIED]:
            more = _with_shift(tour, shift)
            if self._keeps_own_rules(tour, more):
                extra = self._pay(more) - self._pay(tour)
                priced.append((extra / closes(shift), extra, more.agent.agent, shift, more))
        for *_, more in sorted(priced, key=lambda one: one[:4]):
            roster = self._with(more)
            if not any(found.hard for found in self._audit(roster) - self._findings):
                return self._added(roster, interval)
        return None

    def _added(self, roster: Roster, interval: int) -> AddedShift:
        step, prices = self.plan.scenario.horizon.interval_minutes, row_prices(self.plan.scenario)
        expected = expect(replace(self.plan, roster=roster))
        before, after = self.expected.coverage, expected.coverage
        extra_pay = expected.cost.total_minor - self.expected.cost.total_minor
        wishes = _penalties(self._audit(roster)) - _penalties(self._findings)
        surplus = round((after.overstaffed_hours - before.overstaffed_hours) * 60 * prices.parts / step)
        own = extra_pay + wishes + surplus * prices.over_part
        late = round((before.deferred_short_hours - after.deferred_short_hours) * 60)
        hours = before.understaffed_hours - after.understaffed_hours
        closed = round(hours * 60) - late
        closed_parts = round((hours * 60 - late) * prices.parts) // step
        is_asked = before.required[interval] > before.counted[interval]
        minutes = max(step, late + closed + (0 if is_asked else step))
        return AddedShift(
            extra_minor=own - closed_parts * prices.short_part - late * prices.short_minute,
            extra_pay_minor=extra_pay,
            pays_from_minor=max(0, -(-own * 60 // minutes)),
        )

    def _over(self, interval: int, skill: str | None) -> Iterator[tuple[Tour, Shift]]:
        """Whom a shift over an interval leaves otherwise as they are: those off that day with the skill."""
        for tour in self._tours:
            if skill is None or skill in tour.agent.skills:
                for shift in self._by_interval.get(interval, ()):
                    if tour.shifts[shift.day] is None:
                        yield tour, shift

    @cached_property
    def _by_interval(self) -> dict[int, list[Shift]]:
        found: dict[int, list[Shift]] = {}
        for shift in candidate_shifts(self.plan.scenario, self.expected.frame.open_intervals):
            for interval in worked_intervals(self.plan.scenario.horizon, shift):
                found.setdefault(interval, []).append(shift)
        return found

    @cached_property
    def _tours(self) -> tuple[Tour, ...]:
        """Everybody on the roster, and one hire more where a vacancy allows it."""
        scenario, tours = self.plan.scenario, self.plan.roster.tours
        hired = Counter(tour.agent.vacancy for tour in tours)
        none: tuple[None, ...] = (None,) * scenario.period.days
        return (
            *tours,
            *(
                Tour(
                    RosterAgent(f"{own.name}+", own.name, own.contract, frozenset(own.skills), own.name),
                    none,
                )
                for own in scenario.vacancies
                if hired[own.name] < own.max_hires
            ),
        )

    def _with(self, more: Tour) -> Roster:
        name = more.agent.agent
        return Roster((*(tour for tour in self.plan.roster.tours if tour.agent.agent != name), more))

    def _keeps_own_rules(self, tour: Tour, more: Tour) -> bool:
        before, after = (
            {found for found in self._audit(Roster((one,))) if found.agent == tour.agent.agent}
            for one in (tour, more)
        )
        return not any(found.hard for found in after - before)

    @cached_property
    def _findings(self) -> frozenset[Violation]:
        return self._audit(self.plan.roster)

    def _audit(self, roster: Roster) -> frozenset[Violation]:
        frame = self.expected.frame
        return frozenset(audit(self.plan.scenario, roster, frame.open_intervals, holidays=frame.holidays))

    def _pay(self, tour: Tour) -> int:
        if tour not in self.plan.roster.tours and not tour.worked:
            return 0
        return price(self.plan.scenario, self.expected.calendar, Roster((tour,))).total_minor


def _with_shift(tour: Tour, shift: Shift) -> Tour:
    shifts = list(tour.shifts)
    shifts[shift.day] = shift
    return replace(tour, shifts=tuple(shifts))


def _penalties(findings: frozenset[Violation]) -> int:
    return sum(found.penalty_minor for found in findings)
