"""Cover a plan was made with on top of the formulas, read back."""

from models.errors import InputProblem
from models.scenario import Scenario
from models.simulation import ExtraCover
from models.text import Text
from planner.plan_file.document import AddedCoverRow
from planner.plan_file.lengths import entries_found, one_per_interval
from planner.scenario.origins import Origins


def read_added_cover(
    scenario: Scenario, rows: tuple[AddedCoverRow, ...], origins: Origins
) -> tuple[tuple[ExtraCover, ...], list[InputProblem]]:
    """Read what was added by channel, and what is wrong with it."""
    names = [channel.name for channel in scenario.channels]
    intervals, problems = scenario.horizon.intervals, []
    seen: set[str] = set()
    for number, row in enumerate(rows):
        place = origins.place(("added_cover", number, "channel"))
        if row.channel not in names:
            problems.append(InputProblem(place, _no_channel(row.channel), Text.same(", ".join(names))))
        elif row.channel in seen:
            problems.append(InputProblem(place, _twice(row.channel)))
        seen.add(row.channel)
        for key in ("agents", "work_minutes"):
            found = len(getattr(row, key))
            if found != intervals:
                place = origins.place(("added_cover", number, key))
                problems.append(InputProblem(place, entries_found(found), one_per_interval(intervals)))
    covers = tuple(
        ExtraCover(channel=row.channel, agents=row.agents, work_minutes=row.work_minutes) for row in rows
    )
    return covers, problems


def _no_channel(name: str) -> Text:
    return Text(en=f'there is no channel "{name}"', ru=f'нет канала "{name}"')


def _twice(name: str) -> Text:
    return Text(en=f'"{name}" stands here twice', ru=f'"{name}" указан здесь дважды')
