"""Factors that may have been meant as percentages."""

from collections.abc import Iterator

from models.errors import InputProblem
from models.text import Text
from planner.scenario.draft import Draft

#: A factor beyond these says that contacts or handle times halve or double: it may be a slip.
_LIKELY = (0.5, 2.0)


def unlikely_levers(draft: Draft) -> Iterator[InputProblem]:
    """Growth or handle times that halve or double: 15 or 0.15 where 15 % more, 1.15, was meant."""
    for i, channel in draft.channels:
        levers = (
            (("growth",), channel.growth, Text(en="contacts are", ru="число обращений")),
            (
                ("forecast", "aht_factor"),
                channel.forecast.aht_factor,
                Text(en="handle times are", ru="время обработки"),
            ),
        )
        for key, factor, what in levers:
            if factor > 0 and not _LIKELY[0] <= factor <= _LIKELY[1]:
                message = what + Text(
                    en=f" multiplied by {factor:g} ({100 * (factor - 1):+.4g} %): is that meant?",
                    ru=f" умножается на {factor:g} ({100 * (factor - 1):+.4g} %): так и задумано?",
                )
                hint = Text(
                    en="a factor: 1.15 for 15 % more, 0.85 for 15 % less",
                    ru="множитель: 1.15, если на 15 % больше, 0.85, если на 15 % меньше",
                )
                yield InputProblem(draft.place("channels", i, *key), message, hint)
