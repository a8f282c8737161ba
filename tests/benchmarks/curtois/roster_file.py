"""The roster of an answer, and the table it is written as."""

from pathlib import Path

from planner.solver.answer import Solution
from planner.solver.problem import TourProblem
from tests.benchmarks.curtois.nouns import Instance
from tests.benchmarks.curtois.translate import employees_alike

#: Per employee, in the order of the instance, per day the shift worked or ``None``.
Roster = tuple[tuple[str | None, ...], ...]


def roster_of(instance: Instance, problem: TourProblem, solution: Solution) -> Roster:
    """Give each tour of a solution to an employee of its profile."""
    names = [shift.name for shift in instance.shifts]
    by_employee: dict[str, tuple[str | None, ...]] = {}
    for alike, tours in zip(employees_alike(instance), solution.tours, strict=True):
        for employee, tour in zip(alike, tours, strict=True):
            by_employee[employee.name] = tuple(
                None if duty is None else names[problem.duties[duty].label] for duty in tour
            )
    return tuple(by_employee[employee.name] for employee in instance.employees)


def roster_text(roster: Roster) -> str:
    """One line per employee, one tab-separated cell per day, empty for a day off.

    Readers take a line of empty cells for no line at all, so an employee without any shift
    has a dot in the first cell.
    """
    lines = ["\t".join(shift or "" for shift in row) for row in roster]
    return "".join(f"{line if line.strip() else '.' + line}\n" for line in lines)


def write_roster(path: Path, roster: Roster) -> None:
    """Write the table."""
    path.write_text(roster_text(roster), encoding="utf-8", newline="\n")
