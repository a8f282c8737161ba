"""A roster workbook read back: what somebody changed on its grid.

=================  ====================================================================
``opened``         the file, opened with suspicion
``plan_mark``      which plan it was made from
``grid_cells``     the grid found on it: what every cell says, and where it stands
``entries``        what was typed, read as shifts and days off
``breaks``         where the breaks of new shifts lie
``read_edits``     the door: the roster as edited, and every edit with its cell
=================  ====================================================================
"""

from planner.workbook.edits.read_edits import Edit, EditedRoster, read_edits

__all__ = ["Edit", "EditedRoster", "read_edits"]
