"""Whether the file of days that differ is there and can be used."""

from collections.abc import Iterator

from models.calendar import HolidayCalendar
from models.errors import BadInputError, InputProblem
from planner.calendar.override_file import read_overrides
from planner.scenario.draft import Draft
from planner.scenario.missing_file import NAMED_FILE, missing_file


def unreadable_overrides(draft: Draft) -> Iterator[InputProblem]:
    """A file of overrides that is not there, or has mistakes."""
    settings = draft.sections.get("holidays")
    if not isinstance(settings, HolidayCalendar) or settings.overrides_file is None:
        return
    missing = missing_file(draft.folder, settings.overrides_file)
    if missing:
        yield InputProblem(draft.place("holidays", "overrides_file"), missing, NAMED_FILE)
        return
    try:
        read_overrides(draft.folder / settings.overrides_file)
    except BadInputError as error:
        yield from error.problems
