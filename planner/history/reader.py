"""A reader that reads each history once, however many stages ask for it."""

from pathlib import Path

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from models.errors import BadInputError
from planner.history.read import read_history


class HistoryReader:
    """Reads histories of one scenario and keeps what it counted: aggregates, never rows.

    Parameters
    ----------
    base_dir, desk
        As given to :func:`planner.history.read.read_history`.
    """

    def __init__(self, base_dir: Path, desk: Desk) -> None:
        self._base_dir = base_dir
        self._desk = desk
        self._found: dict[str, ContactHistory | BadInputError] = {}

    def __call__(self, file: HistoryFile) -> ContactHistory:
        """Read a history, or recall it; see :func:`planner.history.read.read_history`.

        Raises
        ------
        BadInputError
            Everything wrong with the file, each time it is asked for.
        """
        key = f"{file.model_dump_json()} {sorted(file.model_fields_set)}"
        if key not in self._found:
            try:
                self._found[key] = read_history(file, self._base_dir, self._desk)
            except BadInputError as error:
                self._found[key] = error
        found = self._found[key]
        if isinstance(found, BadInputError):
            raise found
        return found
