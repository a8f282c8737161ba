"""The plan a workbook belongs to, and what was edited in it."""

from pathlib import Path

from models.errors import BadInputError, InputProblem
from planner.plan_file import ReadPlan, read_plan
from planner.workbook.edits import EditedRoster, read_edits


def read_workbook(workbook: Path, plan: Path | None = None) -> tuple[ReadPlan, EditedRoster]:
    """Read a roster workbook against its plan.

    Parameters
    ----------
    workbook
        ``roster.xlsx`` as somebody edited it.
    plan
        A ``plan.json``, or the folder it is in; the folder of the workbook where left out.

    Raises
    ------
    BadInputError
        If the plan is not there, or with every mistake in either file.
    """
    folder = plan or workbook.parent
    file = folder / "plan.json" if folder.is_dir() or plan is None else folder
    if not file.exists():
        message = f'the plan it was made from is not at "{file}"'
        allowed = "plan.json in the same folder, or its place named with --plan"
        raise BadInputError([InputProblem(workbook.name, message, allowed)])
    read = read_plan(file)
    return read, read_edits(workbook, read.scenario, read.roster, read.required)
