"""A roster workbook read back: what somebody changed on its grid.

=================  ====================================================================
``opened``         the file, opened with suspicion
``plan_mark``      which plan it was made from
``grid_heads``     where the grid stands: its sheet, the dates, a column for each
``grid_cells``     what every cell of it says, and where it stands
``look_alikes``    codes in either case, with stray spaces, in letters that only look right
``clock_times``    shifts typed by their times
``entries``        what was typed, read as shifts and days off
``breaks``         where the breaks of new shifts lie
``not_read``       what was changed elsewhere, and is not read
``same_cell``      whether a cell still says what was written
``as_written``     cells changed elsewhere, found by drawing the plan's workbook again
``read_edits``     the door: the roster as edited, and every edit with its cell
=================  ====================================================================
"""

from planner.workbook.edits.as_written import changed_elsewhere
from planner.workbook.edits.read_edits import Edit, EditedRoster, read_edits

__all__ = ["Edit", "EditedRoster", "changed_elsewhere", "read_edits"]
