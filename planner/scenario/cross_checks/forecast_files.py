"""Whether forecasts made elsewhere are there and can be used."""

from collections.abc import Iterator
from functools import partial

from models.errors import BadInputError, InputProblem
from planner.forecast.outside_file import read_outside
from planner.history.read import read_history
from planner.scenario.cross_checks.missing_file import NAMED_FILE, missing_file
from planner.scenario.draft import Draft


def forecast_files(draft: Draft) -> Iterator[InputProblem]:
    """Forecast files that are missing or no files; otherwise everything wrong inside them."""
    for i, channel in draft.channels:
        outside = channel.forecast.outside
        if outside is None:
            continue
        missing = missing_file(draft, outside.file)
        if missing:
            place = draft.place("channels", i, "forecast", "outside", "file")
            yield InputProblem(place, missing, NAMED_FILE)
        elif draft.desk is not None and draft.whole("desk"):
            try:
                read_outside(outside, partial(read_history, base_dir=draft.folder, desk=draft.desk))
            except BadInputError as error:
                yield from error.problems
