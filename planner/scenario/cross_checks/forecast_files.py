"""Whether forecasts made elsewhere are there and can be used."""

from collections.abc import Iterator

from models.errors import BadInputError, InputProblem
from planner.forecast.coverage import outside_too_short
from planner.forecast.outside_file import read_outside
from planner.scenario.draft import Draft
from planner.scenario.missing_file import NAMED_FILE, missing_file


def forecast_files(draft: Draft) -> Iterator[InputProblem]:
    """Forecast files that are missing or no files, or everything wrong inside; else too short ones."""
    for i, channel in draft.channels:
        outside = channel.forecast.outside
        if outside is None:
            continue
        missing = missing_file(draft.folder, outside.file)
        if missing:
            place = draft.place("channels", i, "forecast", "outside", "file")
            yield InputProblem(place, missing, NAMED_FILE)
        elif draft.histories is not None:
            try:
                read = read_outside(outside, draft.histories)
            except BadInputError as error:
                yield from error.problems
                continue
            if draft.horizon and (too_short := outside_too_short(read.expected, draft.horizon)):
                place = draft.place("channels", i, "forecast", "outside", "file")
                yield InputProblem(place, *too_short)
