"""An Employee Shift Scheduling instance in the engine's terms."""

from collections import defaultdict
from dataclasses import replace

from planner.solver.convex import shortfall_price
from planner.solver.problem import Counter, DayAutomaton, Duty, Profile, Row, TourProblem, Trade
from tests.benchmarks.curtois.automata import Banned, DaysOff, Requests, Runs, Successions
from tests.benchmarks.curtois.counters import ShiftsOfType, Units, Weekends, WorkingTime, units_of
from tests.benchmarks.curtois.nouns import Employee, Instance


def translate(instance: Instance) -> TourProblem:
    """Make each shift type on each day a duty, each cover a row, each employee a tour.

    The objective of a solution is that of its roster: wishes are costs of the tours.
    """
    names = tuple(shift.name for shift in instance.shifts)
    duties = tuple(Duty(day, label) for day in range(instance.days) for label in range(len(names)))
    row_of = {(cover.day, cover.shift): number for number, cover in enumerate(instance.covers)}
    covers = tuple(
        ((row_of[key], 1),) if (key := (duty.day, names[duty.label])) in row_of else () for duty in duties
    )
    rows = tuple(
        Row(
            f"day {cover.day} shift {cover.shift}",
            shortfall_price(cover.requirement, cover.weight_under, cover.weight_over),
        )
        for cover in instance.covers
    )
    successions, units = Successions(instance.shifts), units_of(instance.shifts)
    profiles = tuple(
        Profile(
            ", ".join(employee.name for employee in alike),
            0,
            automata_of(alike[0], instance, successions),
            len(alike),
            len(alike),
            counters=counters_of(alike[0], instance, units),
        )
        for alike in employees_alike(instance)
    )
    trade = Trade((0,) * len(duties), covers)
    return TourProblem(instance.days, (names,) * instance.days, duties, (trade,), profiles, rows)


def employees_alike(instance: Instance) -> tuple[tuple[Employee, ...], ...]:
    """Group employees that only their name tells apart: one group per profile, in its order."""
    groups: dict[Employee, list[Employee]] = defaultdict(list)
    for employee in instance.employees:
        groups[replace(employee, name="")].append(employee)
    return tuple(tuple(group) for group in groups.values())


def automata_of(employee: Employee, instance: Instance, successions: Successions) -> tuple[DayAutomaton, ...]:
    """Rules that a roster of one employee keeps or breaks day by day, and its wishes."""
    never = [shift for shift, most in employee.max_shifts if most == 0]
    free = set(employee.days_off)
    if employee.max_weekends == 0:
        free |= {day for day in range(instance.days) if day % 7 >= 5}
    runs = Runs(
        employee.max_consecutive_shifts,
        employee.min_consecutive_shifts,
        employee.min_consecutive_days_off,
    )
    on, off = employee.shift_on_requests, employee.shift_off_requests
    return (
        runs,
        *([successions] if any(shift.not_followed_by for shift in instance.shifts) else []),
        *([Banned(never)] if never else []),
        *([DaysOff(sorted(free))] if free else []),
        *([Requests(on, off)] if on or off else []),
    )


def counters_of(employee: Employee, instance: Instance, units: Units) -> tuple[Counter, ...]:
    """Totals of one employee that can leave their bounds; the others need no counting.

    A maximum that days or minutes cannot reach does not bind.
    """
    days = instance.days - len(employee.days_off)
    time = WorkingTime(units, employee.min_minutes, employee.max_minutes)
    types = tuple(
        ShiftsOfType(shift, most)
        for shift, most in employee.max_shifts
        if 0 < most < min(days, time.upper // units.of[shift])
    )
    bound_time = time.lower > 0 or time.upper < days * max(units.of.values())
    bound_weekends = 0 < employee.max_weekends < instance.weekends
    return (
        *([time] if bound_time else []),
        *types,
        *([Weekends(employee.max_weekends)] if bound_weekends else []),
    )
