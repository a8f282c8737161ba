"""The stage itself: a history file of any known kind in, counted contacts out."""

from pathlib import Path

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.history.source import SOURCES
from planner.history.stated_settings import check_settings


def read_history(file: HistoryFile, base_dir: Path, desk: Desk) -> ContactHistory:
    """Read a contact history.

    Parameters
    ----------
    file
        Which file, what kind, which columns, what part of it.
    base_dir
        Folder relative paths start from: that of the scenario file.
    desk
        Its zone and interval are those of the answer; notes are in its language.

    Returns
    -------
    ContactHistory
        One row per date in the desk's zone, dates without gaps, contacts per interval.

    Raises
    ------
    BadInputError
        Everything wrong with the file, with line numbers.
    """
    if file.source not in tuple(SOURCES):
        problem = InputProblem(
            f"{file.file}: source",
            Text(
                en=f'"{file.source}" is not a kind of history',
                ru=f'вида истории "{file.source}" нет',
            ),
            Text.same(", ".join(SOURCES)),
        )
        raise BadInputError([problem])
    source = SOURCES[file.source].model_validate({"kind": file.source})
    check_settings(file, source.settings)
    return source.read(file, base_dir / file.file, desk)
