"""The shape of an export format, and the registry that finds every one."""

from abc import ABC, abstractmethod

from models.base import Noun
from models.plan import Plan
from models.registry import Registry


class ExportFormat(Noun, ABC):
    """Turns a plan into files of one format."""

    kind: str

    @abstractmethod
    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return content by file name.

        Raises
        ------
        SmenaError
            If this machine lacks what the format needs.
        """


#: Every format; importing :mod:`planner.export.formats` fills it.
EXPORT_FORMATS: Registry[type[ExportFormat]] = Registry("export format")
