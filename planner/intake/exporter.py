"""The shape of an exporter, and the registry that finds every kind."""

from abc import ABC, abstractmethod

from models.base import Noun
from models.plan import Plan
from models.registry import Registry


class Exporter(Noun, ABC):
    """Turns a plan into one or more files of a feed."""

    kind: str

    @abstractmethod
    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return content by file name; equal plans give equal bytes."""


#: Every kind of exporter; importing :mod:`planner.intake.exporters` fills it.
EXPORTERS: Registry[type[Exporter]] = Registry("exporter")
