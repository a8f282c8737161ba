"""A small made-up instance in the format of the benchmark, and rosters on it judged by the rules."""

import random
from collections.abc import Sequence

from planner.solver.answer import Answer, Certificate, DutyTour, Solution
from planner.solver.evaluate import Ledger
from planner.solver.problem import Profile, TourProblem
from tests.benchmarks.curtois.nouns import Instance
from tests.benchmarks.curtois.roster_file import Roster
from tests.benchmarks.curtois.translate import employees_alike

#: Two weeks, two types (an early may not follow a late); Bo and Di differ in nothing.
EXAMPLE = """# made up
SECTION_COVER
# Day, ShiftID, Requirement, Weight for under, Weight for over
0,E,2,100,1
0,L,1,100,1
5,E,1,70,3
12,L,-0,100,2

SECTION_SHIFT_OFF_REQUESTS
Ana,1,L,2
Ana,1,L,1

SECTION_HORIZON
14

SECTION_SHIFTS
E,480
L,600,E

SECTION_STAFF
# ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutiveShifts, ...
Ana,E=14|L=3,4800,2880,5,2,2,1
Bo,,5000,0,3,1,1,2
Cy,E=14|L=0,4321,961,5,2,2,0
Di,,5000,0,3,1,1,2

SECTION_DAYS_OFF
Ana,13,0
Bo

SECTION_SHIFT_ON_REQUESTS
Bo,3,E,4
Bo,3,L,1
Di,3,L,1
Di,3,E,4
"""
Row = tuple[str | None, ...]
Tours = tuple[tuple[DutyTour, ...], ...]


def legal_cost(profile: Profile, row: Row) -> int | None:
    """Cost of one employee's roster by its automata; ``None`` where a rule or a total is broken."""
    total = 0
    for automaton in profile.automata:
        state = automaton.start()
        for day, label in enumerate(row):
            step = automaton.step(state, day, label)
            if step is None:
                return None
            state, cost = step
            total += cost
        end = automaton.finish(state)
        if end is None:
            return None
        total += end
    for counter in profile.counters:
        memory, counted = counter.start(), 0
        for day, label in enumerate(row):
            memory, amount = counter.step(memory, day, label)
            assert amount >= 0
            counted += amount
        if not counter.lower <= counted <= counter.upper:
            return None
    return total


def tour_of(problem: TourProblem, row: Row) -> DutyTour:
    """Write one employee's roster as the engine would."""
    number = {(duty.day, problem.labels[duty.day][duty.label]): n for n, duty in enumerate(problem.duties)}
    return tuple(None if shift is None else number[day, shift] for day, shift in enumerate(row))


def tours_of(instance: Instance, problem: TourProblem, roster: Roster) -> Tours:
    """Write a roster as the engine would: tours of each profile."""
    place = {employee.name: number for number, employee in enumerate(instance.employees)}
    return tuple(
        tuple(tour_of(problem, roster[place[employee.name]]) for employee in alike)
        for alike in employees_alike(instance)
    )


def objective_of(problem: TourProblem, tours: Tours) -> int | None:
    """Objective by the automata and rows, without a network; ``None`` where a tour is illegal."""
    levels = Ledger(problem).levels(tours, ())
    total = sum(row.price.at(int(level)) for row, level in zip(problem.rows, levels, strict=True))
    for profile, its_tours in zip(problem.profiles, tours, strict=True):
        for tour in its_tours:
            labels = (
                None if n is None else problem.labels[d][problem.duties[n].label] for d, n in enumerate(tour)
            )
            cost = legal_cost(profile, tuple(None if label is None else str(label) for label in labels))
            if cost is None:
                return None
            total += cost + sum(
                problem.trades[profile.trade].costs[duty] for duty in tour if duty is not None
            )
    return total


def solution_of(instance: Instance, problem: TourProblem, roster: Roster) -> Solution:
    """Bundle a legal roster as an engine would answer it."""
    tours = tours_of(instance, problem, roster)
    objective = objective_of(problem, tours)
    assert objective is not None
    return Solution(tours, (), objective)


def free_of_charge(problem: TourProblem, bound: int) -> Certificate:
    """Prices of nothing, said to prove a bound."""
    rows = tuple(((row,), 0) for row in range(len(problem.rows)))
    return Certificate(1, rows, tuple((None,) * len(profile.counters) for profile in problem.profiles), bound)


def answer_of(problem: TourProblem, solution: Solution, bound: int, by_prices: int = 0) -> Answer:
    """Answer that solution; ``by_prices`` is what the prices are said to prove of the bound."""
    certificate = free_of_charge(problem, by_prices)
    return Answer(solution, bound, "branch_and_bound", "time_limit", 0.1, certificate)


def random_row(dice: random.Random, days: int, shifts: Sequence[str]) -> Row:
    """Any shifts on any days, legal or not."""
    busy = dice.random()
    return tuple(dice.choice(shifts) if dice.random() < busy else None for _ in range(days))
