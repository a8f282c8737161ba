"""Whether the files contacts are counted in are there and can be used."""

from collections.abc import Iterator

from models.channel import Channel
from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.forecast.coverage import history_too_short
from planner.scenario.draft import Draft
from planner.scenario.missing_file import NAMED_FILE, missing_file

#: Fields without which a file is read all the same, only more of it.
_PARTS = frozenset({"first_date", "last_date"})


def history_files(draft: Draft) -> Iterator[InputProblem]:
    """History files that are missing or no files; otherwise everything wrong inside them.

    A history with a mistake in the scenario is not read: without its zone, say, every row would
    be one more mistake.
    """
    for i, channel in draft.channels:
        history = channel.history
        if history is None or _is_cut(draft, i, channel):
            continue
        first, last = history.first_date, history.last_date
        if first and last and last < first:
            place = draft.place("channels", i, "history", "last_date")
            message = Text(
                en=f"the history ends on {last}, before it begins on {first}",
                ru=f"история кончается {last}, раньше, чем начинается: {first}",
            )
            yield InputProblem(place, message)
            continue
        missing = missing_file(draft.folder, history.file, may_be_folder=history.source != "csv")
        if missing:
            place = draft.place("channels", i, "history", "file")
            yield InputProblem(place, missing, NAMED_FILE)
        elif draft.histories is not None:
            try:
                draft.histories(history)
            except BadInputError as error:
                yield from error.problems


def short_histories(draft: Draft) -> Iterator[InputProblem]:
    """Histories with too few days before the period to forecast from."""
    horizon = draft.horizon
    for i, channel in draft.channels:
        # beside a forecast made elsewhere any history is welcome
        if channel.forecast.outside is not None or channel.history is None or horizon is None:
            continue
        if draft.histories is None or not draft.whole("channels"):
            continue
        try:
            counted = draft.histories(channel.history)
        except BadInputError:
            continue
        if too_short := history_too_short(channel, counted, horizon):
            yield InputProblem(draft.place("channels", i, "history"), *too_short)


def _is_cut(draft: Draft, position: int, channel: Channel) -> bool:
    """Whether a mistake took something from the history that its reading depends on."""
    written = draft.data["channels"][position].get("history")
    known = type(channel.history).model_fields if channel.history is not None else {}
    if not isinstance(written, dict) or channel.history is None:
        return False
    lost = (written.keys() & known.keys()) - channel.history.model_fields_set
    return bool(lost - _PARTS)
