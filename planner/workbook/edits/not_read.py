"""What somebody changed in a workbook that is not read back: said, so that nobody relies on it."""

from collections.abc import Iterator, Mapping

from models.errors import InputProblem
from models.horizon import Horizon
from models.text import Text
from models.tour import Roster, Tour
from planner.workbook.edits.entries import entry_text
from planner.workbook.edits.grid_cells import GridCells
from planner.workbook.edits.opened import OpenedBook
from planner.workbook.grid_codes import GridCodes
from planner.workbook.page import address
from planner.workbook.texts import TEXTS

_MORE = Text(en=", and so in {count} more cells", ru=", и ещё в {count} яч.")


def package_notices(opened: OpenedBook) -> Iterator[InputProblem]:
    """Macros are never run, and other workbooks never asked."""
    if opened.package.has_macros:
        message = Text(
            en="the workbook has macros; they are not run", ru="в книге есть макросы; они не выполняются"
        )
        yield InputProblem(opened.path.name, message)
    if opened.package.has_outside_links:
        message = Text(
            en="the workbook refers to other workbooks; they are not read",
            ru="книга ссылается на другие книги; они не читаются",
        )
        yield InputProblem(opened.path.name, message)


def overwritten(
    grid: GridCells, roster: Roster, codes: GridCodes, horizon: Horizon, leave_days: Mapping[str, int]
) -> Iterator[InputProblem]:
    """Names, contracts and totals beside the grid that do not say what they should.

    A total that is no formula any more is fine while it is right.

    Parameters
    ----------
    grid
        As it stands in the file.
    roster, horizon
        As edited, and its axis.
    codes
        Those of the grid.
    leave_days
        Days of leave of each person, as edited.
    """
    labels, totals = [], []
    for tour in roster.tours:
        said = _labels(tour)
        counted = _totals(tour, codes, horizon, leave_days[tour.agent.agent])
        for column, head in grid.heads.names.items():
            value = grid.beside.get((tour.agent.agent, column))
            cell = f"{grid.heads.sheet}!{address(grid.rows[tour.agent.agent], column)}"
            for key, text in said.items():
                if head == TEXTS[grid.language][key] and entry_text(value) != text.strip():
                    labels.append((cell, value))
            for key, number in counted.items():
                if head == TEXTS[grid.language][key] and not _follows(value, number):
                    totals.append((cell, value))
    for found, message in (
        (labels, Text(en='"{value}" is not what the plan says', ru='"{value}" не то, что в плане')),
        (totals, Text(en='"{value}" is not what the grid adds up to', ru='"{value}" не сумма сетки')),
    ):
        if found:
            cell, value = found[0]
            more = _MORE.format(count=len(found) - 1) if len(found) > 1 else ""
            why = Text(en="; only the days are read", ru="; читаются только дни")
            yield InputProblem(
                f"{grid.file}: {cell}", message.format(value=entry_text(value)[:40]) + more + why
            )


def _labels(tour: Tour) -> Mapping[str, str]:
    return {"name": tour.agent.name or tour.agent.agent, "contract": tour.agent.contract}


def _totals(tour: Tour, codes: GridCodes, horizon: Horizon, leave_days: int) -> Mapping[str, float]:
    worked = len(tour.worked)
    return {
        "shifts": worked,
        "nights": sum(codes.of(horizon, shift).is_night for shift in tour.worked),
        "hours": sum(shift.paid_minutes for shift in tour.worked) / 60,
        "days_off": len(tour.shifts) - worked - leave_days,
        "leave_days": leave_days,
    }


def _follows(value: object, number: float) -> bool:
    """Whether a total is a formula still, or the right number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return abs(value - number) < 0.01
    return not isinstance(value, str) or value.startswith("=")
