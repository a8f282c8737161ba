"""The files an export consists of: one, or all those of a folder in the order a person counts."""

import re
from dataclasses import dataclass
from pathlib import Path

from planner.history.file_text import refuse_other_formats
from planner.history.problems import FileProblems

#: More than a million rows have, far less than a disk holds.
MAX_BYTES = 8 * 1024**3
MAX_PARTS = 10_000


@dataclass(frozen=True)
class ExportPart:
    """One file of an export.

    Parameters
    ----------
    name
        What messages call it.
    path
        Where it is.
    number
        Its place among the parts, from 0.
    ends_with_newline
        Whether its last line was finished.
    """

    name: str
    path: Path
    number: int
    ends_with_newline: bool


def export_parts(name: str, path: Path) -> list[ExportPart]:
    """List the files of an export, hidden ones aside; part 10 follows part 9.

    Raises
    ------
    BadInputError
        Missing, unreadable, empty, above 8 GiB together, not text, a device, or a folder
        without files.
    """
    problems = FileProblems(name)
    try:
        if path.is_dir():
            paths = [one for one in path.iterdir() if one.is_file() and not one.name.startswith(".")]
            names = [f"{name.rstrip('/')}/{one.name}" for one in paths]
        else:
            paths, names = [path], [name]
        found = sorted(zip(names, paths, strict=True), key=lambda pair: _counted(pair[0]))
        if not 1 <= len(found) <= MAX_PARTS:
            raise problems.error(f"the folder has {len(found)} files", f"1 to {MAX_PARTS} files")
        total = sum(one.stat().st_size for _, one in found)
        if total > MAX_BYTES:
            message = f"the export has {total / 1024**3:.1f} GiB, above the {MAX_BYTES // 1024**3} GiB read"
            raise problems.error(message, "a shorter export, or counts added up per interval")
        return [_part(label, one, number) for number, (label, one) in enumerate(found)]
    except FileNotFoundError:
        raise problems.error("there is no such file", "a path relative to the scenario file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise problems.error(f"the file cannot be read: {reason}") from error


def _part(name: str, path: Path, number: int) -> ExportPart:
    problems = FileProblems(name)
    if not path.is_file():
        if path.exists():
            raise problems.error("this is a device, not a file")
        raise problems.error("there is no such file", "a path relative to the scenario file")
    with path.open("rb") as stream:
        head = stream.read(65_536)
        refuse_other_formats(head, problems)
        if not head.strip():
            raise problems.error("the file is empty", "an export, as the other system wrote it")
        stream.seek(-1, 2)
        return ExportPart(name, path, number, ends_with_newline=stream.read(1) in b"\r\n")


def _counted(name: str) -> list[tuple[int, str]]:
    """Sort key by which numbers inside a name count as numbers."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,18})", name)]
