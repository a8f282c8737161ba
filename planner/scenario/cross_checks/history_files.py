"""Whether the files contacts are counted in are there and can be used."""

from collections.abc import Iterator

from models.errors import BadInputError, InputProblem
from planner.history.read import read_history
from planner.scenario.cross_checks.missing_file import NAMED_FILE, missing_file
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
        missing = missing_file(draft, history.file, may_be_folder=history.source != "csv")
        if missing:
            place = draft.place("channels", i, "history", "file")
            yield InputProblem(place, missing, NAMED_FILE)
        elif draft.desk is not None and draft.whole("desk"):
            try:
                read_history(history, draft.folder, draft.desk)
            except BadInputError as error:
                yield from error.problems
