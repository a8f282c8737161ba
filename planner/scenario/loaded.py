"""A scenario that has been read, and the folder its files are looked up in."""

from dataclasses import dataclass
from pathlib import Path

from models.errors import InputProblem
from models.scenario import Scenario
from planner.history.reader import HistoryReader
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
    histories
        Reads contact histories; those the checks have read are not read again.
    notices
        What is worth saying about it though nothing is wrong.
    """

    scenario: Scenario
    path: Path
    origins: Origins
    histories: HistoryReader
    notices: tuple[InputProblem, ...] = ()
