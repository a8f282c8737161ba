"""Cover a plan was made with on top of the formulas, read back."""

from models.errors import InputProblem
from models.scenario import Scenario
from models.simulation import ExtraCover
from planner.plan_file.document import AddedCoverRow
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
            problems.append(InputProblem(place, f'there is no channel "{row.channel}"', ", ".join(names)))
        elif row.channel in seen:
            problems.append(InputProblem(place, f'"{row.channel}" stands here twice'))
        seen.add(row.channel)
        for key in ("agents", "work_minutes"):
            found = len(getattr(row, key))
            if found != intervals:
                place = origins.place(("added_cover", number, key))
                allowed = f"{intervals}, one per interval of the period"
                problems.append(InputProblem(place, f"found {found} entries", allowed))
    covers = tuple(
        ExtraCover(channel=row.channel, agents=row.agents, work_minutes=row.work_minutes) for row in rows
    )
    return covers, problems
