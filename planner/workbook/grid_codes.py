"""The codes of the roster grid: shifts and leave, and where the sheet of codes lists them."""

from dataclasses import dataclass
from functools import cached_property

from openpyxl.utils import quote_sheetname

from models.horizon import Horizon
from models.plan import Plan
from models.scenario import Scenario
from models.shift import Shift
from models.shift_code import ShiftCode, offered_codes, start_clock_minute
from models.text import Language
from models.tour import Roster
from planner.timesheet.absences import LeaveKind, grid_leave_codes
from planner.workbook.texts import TEXTS

#: First row of the list on the sheet of codes.
FIRST_CODE_ROW = 5
CODE_COLUMN, MINUTES_COLUMN, NIGHT_COLUMN = "A", "F", "G"


@dataclass(frozen=True)
class GridCodes:
    """What a cell of the roster grid may hold.

    Parameters
    ----------
    shifts
        By (pattern, start clock minute), in the order of the scenario.
    leave
        By kind of leave.
    language
        Of the workbook.
    """

    shifts: dict[tuple[str, int], ShiftCode]
    leave: dict[LeaveKind, str]
    language: Language

    def of(self, horizon: Horizon, shift: Shift) -> ShiftCode:
        """The code of a shift of the roster."""
        return self.shifts[shift.pattern, start_clock_minute(horizon, shift)]

    @cached_property
    def shift_by_text(self) -> dict[str, ShiftCode]:
        """Codes of shifts as they may be typed, upper case or lower."""
        return {code.code.casefold(): code for code in self.shifts.values()}

    @cached_property
    def leave_by_text(self) -> dict[str, LeaveKind]:
        """Codes of leave as they may be typed."""
        return {code.casefold(): kind for kind, code in self.leave.items()}

    @property
    def listed(self) -> tuple[str, ...]:
        """Every code, in the order of the sheet of codes."""
        return (*(code.code for code in self.shifts.values()), *self.leave.values())

    def shift_cells(self, column: str) -> str:
        """Address of a column of the sheet of codes, along the shifts."""
        return self._cells(column, FIRST_CODE_ROW, len(self.shifts))

    @property
    def leave_cells(self) -> str:
        """Address of the codes of leave."""
        return self._cells(CODE_COLUMN, FIRST_CODE_ROW + len(self.shifts), len(self.leave))

    @property
    def all_cells(self) -> str:
        """Address of every code."""
        return self._cells(CODE_COLUMN, FIRST_CODE_ROW, len(self.listed))

    def _cells(self, column: str, first_row: int, number: int) -> str:
        sheet = quote_sheetname(TEXTS[self.language]["sheet.codes"])
        return f"{sheet}!${column}${first_row}:${column}${first_row + number - 1}"


def grid_codes(scenario: Scenario, roster: Roster, language: Language) -> GridCodes:
    """Name every shift that may be entered, and every kind of leave."""
    shifts = offered_codes(scenario, roster)
    leave = grid_leave_codes([code.code for code in shifts.values()], language)
    return GridCodes(shifts, leave, language)


def plan_codes(plan: Plan) -> GridCodes:
    """Name them for a plan, in the language of its workbook."""
    return grid_codes(plan.scenario, plan.roster, plan.scenario.desk.language)
