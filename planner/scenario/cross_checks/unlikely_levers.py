"""Factors that may have been meant as percentages."""

from collections.abc import Iterator

from models.errors import InputProblem
from planner.scenario.draft import Draft

#: A factor beyond these says that contacts or handle times halve or double: it may be a slip.
_LIKELY = (0.5, 2.0)


def unlikely_levers(draft: Draft) -> Iterator[InputProblem]:
    """Growth or handle times that halve or double: 15 or 0.15 where 15 % more, 1.15, was meant."""
    for i, channel in draft.channels:
        levers = (
            (("growth",), channel.growth, "contacts"),
            (("forecast", "aht_factor"), channel.forecast.aht_factor, "handle times"),
        )
        for key, factor, what in levers:
            if factor > 0 and not _LIKELY[0] <= factor <= _LIKELY[1]:
                message = f"{what} are multiplied by {factor:g} ({100 * (factor - 1):+.4g} %): is that meant?"
                hint = "a factor: 1.15 for 15 % more, 0.85 for 15 % less"
                yield InputProblem(draft.place("channels", i, *key), message, hint)
