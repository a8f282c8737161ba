"""The roster as somebody edited it in a workbook, and every edit with its cell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.roster_version import roster_version
from models.scenario import Scenario
from models.shift import Shift
from models.shift_code import ShiftCode
from models.tour import Roster
from planner.roster.candidate_shifts import shifts_at
from planner.timesheet.absences import LeaveKind, away_by_agent
from planner.workbook.edits.breaks import Presence
from planner.workbook.edits.entries import Entry, read_entry
from planner.workbook.edits.grid_cells import GridCells, read_grid
from planner.workbook.edits.not_read import overwritten, package_notices
from planner.workbook.edits.opened import opened
from planner.workbook.edits.plan_mark import read_mark
from planner.workbook.grid_codes import GridCodes, grid_codes


@dataclass(frozen=True)
class Edit:
    """A day that is not as it was planned.

    Parameters
    ----------
    agent, day
        Whose day.
    cell
        Where it stands: ``Roster!F12``.
    before, after
        The shift as planned and as entered; ``None`` is a day off.
    leave
        The leave that was entered, if any.
    """

    agent: str
    day: int
    cell: str
    before: Shift | None
    after: Shift | None
    leave: LeaveKind | None = None


@dataclass(frozen=True)
class EditedRoster:
    """What a workbook says.

    Parameters
    ----------
    roster
        The roster with the edits in it.
    edits
        In the order of the roster.
    grid
        Where everything stands.
    path
        The workbook.
    notices
        What was changed in it that is not read.
    """

    roster: Roster
    edits: tuple[Edit, ...]
    grid: GridCells
    path: Path
    notices: tuple[InputProblem, ...] = ()


def read_edits(path: Path, scenario: Scenario, roster: Roster, required: Sequence[int]) -> EditedRoster:
    """Read the grid of a workbook against the plan it was made from.

    A cell that says what it said keeps its shift as planned, break and all.  The break of a shift
    that was entered lies where the pattern allows it and it leaves fewest people missing, one
    such shift after another in the order of the roster.

    Parameters
    ----------
    path
        The workbook.
    scenario, roster, required
        Those of the plan; people required per interval of its period.

    Raises
    ------
    BadInputError
        With every mistake at once, each with its cell.
    """
    horizon = scenario.horizon
    people = [tour.agent.agent for tour in roster.tours]
    with opened(path) as book:
        language = read_mark(book, roster_version(scenario, roster))
        grid = read_grid(book, horizon, people, language)
        notices = list(package_notices(book))
    codes = grid_codes(scenario, roster, grid.language)
    changed = _changed_entries(grid, codes, scenario, roster)
    presence = Presence(horizon, required)
    presence.add_all(roster)
    before = {
        (tour.agent.agent, day): shift for tour in roster.tours for day, shift in enumerate(tour.shifts)
    }
    for cell in changed:
        if (planned := before[cell]) is not None:
            presence.add(planned, -1)
    after: dict[tuple[str, int], Shift | None] = {}
    for cell, entry in changed.items():
        after[cell] = (
            None if entry.shift is None else _placed(scenario, horizon, cell[1], entry.shift, presence)
        )
    edits = tuple(
        Edit(agent, day, grid.cell(agent, day), before[agent, day], after[agent, day], entry.leave)
        for (agent, day), entry in changed.items()
    )
    made = _with(roster, after)
    notices += overwritten(grid, made, codes, horizon, _leave_days(scenario, made, changed))
    return EditedRoster(made, edits, grid, path, tuple(notices))


def _changed_entries(
    grid: GridCells, codes: GridCodes, scenario: Scenario, roster: Roster
) -> dict[tuple[str, int], Entry]:
    """Cells that do not say what was planned, in the order of the roster."""
    changed: dict[tuple[str, int], Entry] = {}
    problems, horizon = [], scenario.horizon
    away = away_by_agent(scenario, [tour.agent for tour in roster.tours])
    for tour in roster.tours:
        for day, planned in enumerate(tour.shifts):
            agent = tour.agent.agent
            entry = read_entry(grid.values[agent, day], codes, grid.place(agent, day))
            if isinstance(entry, InputProblem):
                problems.append(entry)
            elif entry.shift != (codes.of(horizon, planned) if planned else None) or (
                entry.leave is not None and entry.leave != away[agent].kind_on(horizon.date_of(day))
            ):
                changed[agent, day] = entry
    if problems:
        raise BadInputError(problems)
    return changed


def _leave_days(scenario: Scenario, roster: Roster, changed: dict[tuple[str, int], Entry]) -> dict[str, int]:
    """Days of leave of each person on the grid, as edited."""
    away = away_by_agent(scenario, [tour.agent for tour in roster.tours])
    found = {}
    for tour in roster.tours:
        agent = tour.agent.agent
        found[agent] = sum(
            changed[agent, day].leave is not None
            if (agent, day) in changed
            else shift is None and away[agent].kind_on(scenario.horizon.date_of(day)) is not None
            for day, shift in enumerate(tour.shifts)
        )
    return found


def _placed(scenario: Scenario, horizon: Horizon, day: int, code: ShiftCode, presence: Presence) -> Shift:
    """Put a code on its day, with the best break there is."""
    pattern = next(one for one in scenario.shift_patterns if one.name == code.pattern)
    shift = presence.best(list(shifts_at(scenario, horizon, day, pattern, code.start_clock_minute)))
    presence.add(shift)
    return shift


def _with(roster: Roster, after: dict[tuple[str, int], Shift | None]) -> Roster:
    return Roster(
        tuple(
            replace(
                tour,
                shifts=tuple(
                    after.get((tour.agent.agent, day), shift) for day, shift in enumerate(tour.shifts)
                ),
            )
            for tour in roster.tours
        )
    )
