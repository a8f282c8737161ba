"""A scenario that has been read, and the folder its files are looked up in."""

from dataclasses import dataclass
from pathlib import Path

from models.errors import InputProblem
from models.scenario import Scenario
from planner.scenario.origins import Origins


@dataclass(frozen=True)
class LoadedScenario:
    """A scenario without mistakes.

    Parameters
    ----------
    scenario
        The scenario.
    path
        The file it was read from.
    origins
        Where each value was written, for messages of later stages.
    notices
        What is worth saying about it though nothing is wrong.
    """

    scenario: Scenario
    path: Path
    origins: Origins
    notices: tuple[InputProblem, ...] = ()

    @property
    def base_dir(self) -> Path:
        """Folder that history files are named relative to."""
        return self.path.parent
