"""A copy of a workbook in which every bad cell is red and says in a comment what is wrong.

Somebody may put things right in the copy itself.  So only a copy nobody has saved since is written
over, or taken away once nothing is wrong; one that somebody has worked in stays.
"""

import datetime as dt
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from models.errors import InputProblem
from models.text import Language, Text
from planner.scenario.book.book_bytes import book_bytes
from planner.scenario.book.look import WRONG
from planner.scenario.book.places import cell_in

#: Copies are made of workbooks that unpack to no more; a larger one would take too much memory.
MAX_UNPACKED = 20_000_000
_MOST_LETTERS = 1_000
#: What a copy says of itself until somebody saves it.
_MADE_BY, _STAMP = "Smena: marked copy", dt.datetime.combine(dt.date(2026, 1, 1), dt.time())
_CORE, _MOST_CORE = "docProps/core.xml", 100_000


def marked_copy(path: Path, problems: Iterable[InputProblem], language: Language = "en") -> Path | None:
    """Write the copy beside the workbook, over an older untouched one; the workbook itself is only read.

    Parameters
    ----------
    path
        The workbook.
    problems
        What is wrong in it; those of other files are not marked.
    language
        Language of the comments.

    Returns
    -------
    Path or None
        The copy; ``None`` where no mistake is in a cell, the workbook is too large, or nothing can
        be written there.
    """
    said: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        cell = cell_in(problem.place) if problem.place.en.startswith(f"{path.name}: ") else None
        if cell is not None:
            allowed = Text.same(" (") + problem.allowed + ")" if problem.allowed else ""
            said.setdefault(cell, []).append((problem.message + allowed).in_language(language))
    remove_marked_copy(path)
    if not said or _unpacked(path) > MAX_UNPACKED:
        return None
    copy = _free_name(path)
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


def remove_marked_copy(path: Path) -> Path | None:
    """Take away the copy an earlier check left beside a workbook, unless somebody has saved it since.

    Returns
    -------
    Path or None
        The copy that was taken away.
    """
    copy = path.with_name(f"{path.stem}.errors.xlsx")
    if not _is_untouched(copy):
        return None
    try:
        copy.unlink()
    except OSError:  # open in a program that locks it
        return None
    return copy


def _free_name(path: Path) -> Path:
    """Name of the copy that is not taken by one somebody has worked in."""
    names = (f"{path.stem}.errors{number}.xlsx" for number in ("", *range(2, 1_000)))
    return next(copy for name in names if not (copy := path.with_name(name)).exists() or _is_untouched(copy))


def _is_untouched(copy: Path) -> bool:
    """Whether a copy says it was made by Smena, at the time only Smena writes."""
    try:
        with zipfile.ZipFile(copy) as archive:
            core = archive.read(_CORE) if archive.getinfo(_CORE).file_size < _MOST_CORE else b""
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False
    return _MADE_BY.encode() in core and f"{_STAMP.isoformat()}Z</dcterms:modified>".encode() in core


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
    workbook.properties.lastModifiedBy = _MADE_BY
    target.write_bytes(book_bytes(workbook, _STAMP))


def _unpacked(path: Path) -> int:
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (OSError, zipfile.BadZipFile):
        return MAX_UNPACKED + 1
