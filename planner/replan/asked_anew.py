"""A plan whose scenario has changed since: what of it, and of the edits made in it, still applies."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.demand import ChannelDemand
from models.horizon import Horizon
from models.scenario import Scenario
from models.shift import Shift
from models.shift_code import start_clock_minute
from models.text import Text
from models.tour import Roster, RosterAgent, Tour
from planner.again import expect
from planner.calendar.hours import open_intervals
from planner.calendar.scenario_calendar import scenario_calendar
from planner.plan_file import ReadPlan
from planner.replan.changed_world import on_roster
from planner.roster.candidate_shifts import candidate_shifts, shifts_at
from planner.timesheet.absences import Away, away_by_agent
from planner.workbook.edits import Edit

_NOBODY = Text(en="{who} is no longer among the people", ru="{who} больше нет среди людей")
_NO_DATE = Text(en="the date is not in the period any more", ru="этой даты больше нет в периоде")
_NO_SHIFT = Text(en="there is no such shift any more", ru="такой смены больше нет")
_AWAY = Text(en="{who} is away or not employed that day", ru="{who} в этот день отсутствует или не работает")


@dataclass(frozen=True)
class AskedAnew:
    """A published plan under another scenario.

    Parameters
    ----------
    plan
        The scenario and demand now asked for, with the published roster and the edits in it as far
        as people, dates and shifts are still there; who is new has no shift yet.
    kept
        Edits that still apply, on the days of the new period.
    lost
        The others, each with the reason.
    """

    plan: ReadPlan
    kept: tuple[Edit, ...]
    lost: tuple[tuple[Edit, Text], ...]


def ask_anew(
    plan: ReadPlan,
    edited: Roster,
    edits: tuple[Edit, ...],
    scenario: Scenario,
    demands: tuple[ChannelDemand, ...],
) -> AskedAnew:
    """Carry a published roster and its edits over into a scenario that has changed since.

    Parameters
    ----------
    plan
        As published.
    edited, edits
        Its roster with the edits in it, and the edits.
    scenario, demands
        What is asked for now.
    """
    old, new = plan.scenario.horizon, scenario.horizon
    people = _people(scenario, edited)
    away = away_by_agent(scenario, list(people.values()))
    shifts = _OfferedShifts(scenario, old)
    cells: dict[tuple[str, int], Shift | None] = {}
    for tour in plan.roster.tours:
        for was, shift in enumerate(tour.shifts):
            day = new.day_of(old.date_of(was))
            cells[tour.agent.agent, day] = None if shift is None else shifts.again(shift, day)
    kept: list[Edit] = []
    lost: list[tuple[Edit, Text]] = []
    for edit in edits:
        day = new.day_of(old.date_of(edit.day))
        after = None if edit.after is None else shifts.typed(edit.after, day)
        why = _lost_because(edit, day, after, new, away)
        if why is not None:
            lost.append((edit, why))
        else:
            kept.append(replace(edit, day=day, after=after))
            cells[edit.agent, day] = after
    roster = Roster(
        tuple(
            Tour(person, tuple(cells.get((agent, day)) for day in range(new.days)))
            for agent, person in people.items()
        )
    )
    same = (scenario.period, scenario.channels) == (plan.scenario.period, plan.scenario.channels)
    # what simulations added was for the promises and intervals of the plan
    added = plan.added_cover if same else ()
    asked = ReadPlan(scenario, roster, plan.document, (), demands, added)
    required = tuple(expect(asked).coverage.required)
    return AskedAnew(replace(asked, required=required), tuple(kept), tuple(lost))


def _people(scenario: Scenario, roster: Roster) -> Mapping[str, RosterAgent]:
    """Everybody of the scenario, and those the plan hired whose vacancy is still there."""
    people = {agent.id: on_roster(scenario, agent) for agent in scenario.agents}
    vacancies = {vacancy.name: vacancy for vacancy in scenario.vacancies}
    for tour in roster.tours:
        vacancy = vacancies.get(tour.agent.vacancy or "")
        if vacancy is not None and tour.agent.agent not in people:
            skills = frozenset(vacancy.skills)
            hired = replace(tour.agent, contract=vacancy.contract, skills=skills, grade=vacancy.grade)
            people[hired.agent] = hired
    return people


def _lost_because(
    edit: Edit, day: int, after: Shift | None, horizon: Horizon, away: Mapping[str, Away]
) -> Text | None:
    """Why an edit does not apply any more; ``None`` where it does."""
    if edit.agent not in away:
        return _NOBODY.format(who=edit.agent)
    if not 0 <= day < horizon.days:
        return _NO_DATE
    if edit.after is not None and after is None:
        return _NO_SHIFT
    date, own = horizon.date_of(day), away[edit.agent]
    works = edit.after is not None
    if (works and own.kind_on(date) is not None) or (
        (works or edit.leave is not None) and not own.is_employed(date)
    ):
        return _AWAY.format(who=edit.agent)
    return None


class _OfferedShifts:
    """Shifts of a scenario that read like those of an older one."""

    def __init__(self, scenario: Scenario, old: Horizon) -> None:
        self._scenario, self._old = scenario, old
        self._patterns = {pattern.name: pattern for pattern in scenario.shift_patterns}
        opened = open_intervals(scenario.opening, scenario_calendar(scenario), scenario.horizon)
        self._offered: dict[tuple[int, str, int], list[Shift]] = {}
        for shift in candidate_shifts(scenario, opened):
            start = start_clock_minute(scenario.horizon, shift)
            self._offered.setdefault((shift.day, shift.pattern, start), []).append(shift)

    def again(self, shift: Shift, day: int) -> Shift | None:
        """The shift on a day of the new period, where it may be worked then."""
        start = start_clock_minute(self._old, shift)
        return self._like(shift, self._offered.get((day, shift.pattern, start), []))

    def typed(self, shift: Shift, day: int) -> Shift | None:
        """The same for one somebody typed: on any day on which its pattern has that start."""
        pattern, start = self._patterns.get(shift.pattern), start_clock_minute(self._old, shift)
        if pattern is None or start not in pattern.start_minutes:
            return None
        horizon = self._scenario.horizon
        if not 0 <= day < horizon.days:
            return None
        return self._like(shift, list(shifts_at(self._scenario, horizon, day, pattern, start)))

    @staticmethod
    def _like(shift: Shift, choices: list[Shift]) -> Shift | None:
        """Of the choices the one whose break lies as it did, else the first."""
        pause = shift.break_start_minute - shift.start_minute
        return min(
            choices,
            key=lambda one: (abs(one.break_start_minute - one.start_minute - pause), one),
            default=None,
        )
