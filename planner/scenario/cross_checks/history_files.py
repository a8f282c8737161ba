"""Whether the files contacts are counted in are there and can be used."""

from collections.abc import Iterator

from models.channel import HistoryFile
from models.errors import BadInputError, InputProblem
from planner.history.read import read_history
from planner.scenario.draft import Draft


def history_files(draft: Draft) -> Iterator[InputProblem]:
    """History files that are missing or no files; otherwise everything wrong inside them."""
    for i, channel in draft.channels:
        history = channel.history
        if history is None:
            continue
        first, last = history.first_date, history.last_date
        if first and last and last < first:
            place = draft.place("channels", i, "history", "last_date")
            yield InputProblem(place, f"the history ends on {last}, before it begins on {first}")
            continue
        missing = _missing(draft, history)
        if missing:
            place = draft.place("channels", i, "history", "file")
            yield InputProblem(place, missing, "a file, named relative to the scenario's folder")
        elif draft.desk is not None and draft.whole("desk"):
            try:
                read_history(history, draft.folder, draft.desk)
            except BadInputError as error:
                yield from error.problems


def _missing(draft: Draft, history: HistoryFile) -> str:
    try:
        path = draft.folder / history.file
        if not path.exists():
            return f'there is no file "{history.file}" (looked in "{draft.folder}")'
        return "" if path.is_file() else f'"{history.file}" is a folder or a device, not a file'
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return f'"{history.file}" cannot be read: {reason}'
