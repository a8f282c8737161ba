"""What was typed into the cells of a grid, read as shifts and days off."""

from dataclasses import dataclass

from models.errors import InputProblem
from models.shift_code import ShiftCode
from planner.scenario.suggest import did_you_mean
from planner.timesheet.absences import LeaveKind
from planner.workbook.grid_codes import GridCodes


@dataclass(frozen=True)
class Entry:
    """A cell's meaning: a shift, leave, or a day off where both are ``None``."""

    shift: ShiftCode | None = None
    leave: LeaveKind | None = None


def read_entry(value: object, codes: GridCodes, place: str) -> Entry | InputProblem:
    """Read one cell; codes may be typed in upper case or lower, with spaces around them."""
    text = _text(value)
    folded = text.casefold()
    if not text:
        return Entry()
    if text.startswith("="):
        return InputProblem(place, f"{text[:40]} is a formula", _allowed(codes))
    if folded in codes.shift_by_text:
        return Entry(codes.shift_by_text[folded])
    if folded in codes.leave_by_text:
        return Entry(leave=codes.leave_by_text[folded])
    guess = did_you_mean(text, set(codes.listed))
    return InputProblem(place, f'"{text[:40]}" is neither a shift nor leave{guess}', _allowed(codes))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _allowed(codes: GridCodes) -> str:
    return f"{', '.join(codes.listed)}, or an empty cell for a day off"
