"""The plan a workbook belongs to, and what was edited in it."""

from pathlib import Path

from models.errors import BadInputError, InputProblem
from models.expectation import Expectation
from models.text import Text
from planner.again import expect
from planner.cli.console import say_notice
from planner.cli.scenario_input import load_plan
from planner.export.whole_plan import whole_plan
from planner.plan_file import ReadPlan
from planner.workbook.edits import EditedRoster, changed_elsewhere, read_edits


def read_workbook(workbook: Path, plan: Path | None = None) -> tuple[ReadPlan, EditedRoster, Expectation]:
    """Read a roster workbook against its plan, of which the formulas' expectation is returned as well.

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
        message = Text(
            en=f'the plan it was made from is not at "{file}"',
            ru=f'плана, из которого она сделана, нет: "{file}"',
        )
        allowed = Text(
            en="plan.json in the same folder, or its place named with --plan",
            ru="plan.json в той же папке или путь к нему в --plan",
        )
        raise BadInputError([InputProblem(workbook.name, message, allowed)])
    read = load_plan(file)
    edited = read_edits(workbook, read.scenario, read.roster, read.required)
    expected = expect(read)
    changed = changed_elsewhere(workbook, whole_plan(read, expected), edited.grid)
    for notice in (*edited.notices, *changed):
        say_notice(notice.in_language(edited.grid.language))
    return read, edited, expected
