"""A copy of a workbook in which every bad cell is red and says in a comment what is wrong."""

import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from models.errors import InputProblem
from planner.scenario.book.look import WRONG
from planner.scenario.book.places import cell_in

#: Copies are made of workbooks that unpack to no more; a larger one would take too much memory.
MAX_UNPACKED = 20_000_000
_MOST_LETTERS = 1_000


def marked_copy(path: Path, problems: Iterable[InputProblem]) -> Path | None:
    """Write the copy beside the workbook, over an older one; the workbook itself is only read.

    Parameters
    ----------
    path
        The workbook.
    problems
        What is wrong in it; those of other files are not marked.

    Returns
    -------
    Path or None
        The copy; ``None`` where no mistake is in a cell, the workbook is too large, or nothing can
        be written there.
    """
    said: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        cell = cell_in(problem.place) if problem.place.startswith(f"{path.name}: ") else None
        if cell is not None:
            allowed = f" ({problem.allowed})" if problem.allowed else ""
            said.setdefault(cell, []).append(f"{problem.message}{allowed}")
    copy = path.with_name(f"{path.stem}.errors.xlsx")
    if not said or _unpacked(path) > MAX_UNPACKED:
        return None
    half_written = copy.with_name(f".{copy.name}.part")
    try:
        _mark(path, said, half_written)
        half_written.replace(copy)
    except (
        Exception
    ):  # what openpyxl cannot write again, or a folder nobody may write to: the mistakes are told anyhow
        half_written.unlink(missing_ok=True)
        return None
    return copy


def _mark(path: Path, said: dict[tuple[str, str], list[str]], target: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about pictures and the like, which the copy is without
        workbook = load_workbook(path, keep_links=False)
    for (sheet, cell), messages in said.items():
        marked = workbook[sheet][cell]
        marked.fill = PatternFill("solid", fgColor=WRONG)
        text = "\n".join(messages)[:_MOST_LETTERS]
        marked.comment = Comment(
            text, "Smena", width=380, height=60 + 18 * (text.count("\n") + len(text) // 50)
        )
    first_sheet = next(iter(said))[0]
    workbook.active = workbook.sheetnames.index(first_sheet)
    for page in workbook.worksheets:
        page.sheet_view.tabSelected = page.title == first_sheet
        if any(name == page.title for name, _ in said):
            page.sheet_properties.tabColor = "C00000"
    workbook.save(target)


def _unpacked(path: Path) -> int:
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (OSError, zipfile.BadZipFile):
        return MAX_UNPACKED + 1
