"""Days that differ from the country's calendar, read from a file beside the scenario."""

from pathlib import Path

from models.scenario import Scenario
from planner.calendar.override_file import read_overrides


def with_overrides_read(scenario: Scenario, folder: Path) -> Scenario:
    """Put the dates of ``holidays.overrides_file`` among the overrides; those written win.

    Parameters
    ----------
    scenario
        As written.
    folder
        Folder the file is named relative to.

    Raises
    ------
    BadInputError
        The file cannot be used; every mistake in it.
    """
    settings = scenario.holidays
    if settings.overrides_file is None:
        return scenario
    days = {override.date: override for override in read_overrides(folder / settings.overrides_file)}
    days |= {override.date: override for override in settings.overrides}
    read = settings.model_copy(update={"overrides": tuple(days.values()), "overrides_file": None})
    return scenario.model_copy(update={"holidays": read})
