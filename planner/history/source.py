"""The shape of a history source, and the registry that finds every kind of source."""

from abc import ABC, abstractmethod
from pathlib import Path

from models.base import Noun
from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from models.registry import Registry


class HistorySource(Noun, ABC):
    """Reads one kind of file."""

    kind: str

    @abstractmethod
    def read(self, file: HistoryFile, path: Path, desk: Desk) -> ContactHistory:
        """Count contacts per interval of the desk; raise ``BadInputError`` with every problem."""


#: Every kind of source; importing :mod:`planner.history` fills it.
SOURCES: Registry[type[HistorySource]] = Registry("history source")
