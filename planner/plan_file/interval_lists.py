"""The lists of a plan file that hold one entry per interval."""

from collections.abc import Iterator

from models.errors import InputProblem
from models.horizon import Horizon
from planner.plan_file.document import IntervalSection
from planner.plan_file.lengths import entries_found, one_per_interval
from planner.scenario.origins import Origins

#: Key of the section in the file.
_SECTION = "intervals"


def interval_mistakes(horizon: Horizon, section: IntervalSection, origins: Origins) -> Iterator[InputProblem]:
    """Find lists that are longer or shorter than the period: nobody could say which hour an entry is of."""
    for key in IntervalSection.model_fields:
        found = len(getattr(section, key))
        is_left_out = key == "working" and not found
        if found != horizon.intervals and not is_left_out:
            yield InputProblem(
                origins.place((_SECTION, key)),
                entries_found(found),
                one_per_interval(horizon.intervals),
            )
