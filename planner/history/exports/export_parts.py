"""The files an export consists of: one, or all those of a folder in the order a person counts."""

import re
from dataclasses import dataclass
from pathlib import Path

from models.file_trouble import UNREADABLE, reason_of
from models.text import Text
from planner.history.file_text import refuse_other_formats
from planner.history.problems import FileProblems
from planner.history.words import BESIDE_SCENARIO, EMPTY_FILE, NO_SUCH_FILE, SHORTER

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
            raise problems.error(
                Text(en=f"the folder has {len(found)} files", ru=f"файлов в папке: {len(found)}"),
                Text(en=f"1 to {MAX_PARTS} files", ru=f"от 1 до {MAX_PARTS}"),
            )
        total = sum(one.stat().st_size for _, one in found)
        if total > MAX_BYTES:
            message = Text(
                en=f"the export has {total / 1024**3:.1f} GiB, above the {MAX_BYTES // 1024**3} GiB read",
                ru=f"в выгрузке {total / 1024**3:.0f} ГиБ, а читается до {MAX_BYTES // 1024**3} ГиБ",
            )
            raise problems.error(message, SHORTER)
        return [_part(label, one, number) for number, (label, one) in enumerate(found)]
    except FileNotFoundError:
        raise problems.error(NO_SUCH_FILE, BESIDE_SCENARIO) from None
    except (OSError, ValueError) as error:
        raise problems.error(UNREADABLE.format(reason=reason_of(error))) from error


def _part(name: str, path: Path, number: int) -> ExportPart:
    problems = FileProblems(name)
    if not path.is_file():
        if path.exists():
            raise problems.error(Text(en="this is a device, not a file", ru="это устройство, а не файл"))
        raise problems.error(NO_SUCH_FILE, BESIDE_SCENARIO)
    with path.open("rb") as stream:
        head = stream.read(65_536)
        refuse_other_formats(head, problems)
        if not head.strip():
            raise problems.error(
                EMPTY_FILE,
                Text(en="an export, as the other system wrote it", ru="выгрузка, как её записала та система"),
            )
        stream.seek(-1, 2)
        return ExportPart(name, path, number, ends_with_newline=stream.read(1) in b"\r\n")


def _counted(name: str) -> list[tuple[int, str]]:
    """Sort key by which numbers inside a name count as numbers."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,18})", name)]
