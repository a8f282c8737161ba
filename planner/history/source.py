"""The shape of a history source, and the registry that finds every kind of source."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar

from models.base import Noun
from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from models.registry import Registry


class HistorySource(Noun, ABC):
    """Reads one kind of file.

    Attributes
    ----------
    settings
        Fields of :class:`models.channel.HistoryFile` it uses beside ``file``, ``source``,
        ``where``, ``first_date`` and ``last_date``; others are refused.
    """

    settings: ClassVar[frozenset[str]] = frozenset()
    kind: str

    @abstractmethod
    def read(self, file: HistoryFile, path: Path, desk: Desk) -> ContactHistory:
        """Count contacts per interval of the desk; raise ``BadInputError`` with every problem."""


#: Every kind of source; importing :mod:`planner.history` fills it.
SOURCES: Registry[type[HistorySource]] = Registry("history source")
