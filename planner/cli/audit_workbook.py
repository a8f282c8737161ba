"""What the edits of a roster workbook break, and what they cost."""

from dataclasses import dataclass, replace

from models.expectation import Expectation
from models.violation import Violation
from planner.again import expect, recheck
from planner.plan_file import ReadPlan
from planner.workbook.edits import EditedRoster


@dataclass(frozen=True)
class Gap:
    """A stretch in which more people are missing than were in the plan; minutes of the axis."""

    start_minute: int
    end_minute: int
    agents: int


@dataclass(frozen=True)
class WorkbookAudit:
    """A workbook's roster against the plan it was made from; money in minor units.

    Parameters
    ----------
    read, edited
        The plan, and what the workbook says.
    findings
        Of the roster as edited.
    cost_minor, planned_cost_minor
        Pay by the clock, edited and as planned.
    now, planned
        What the formulas expect of both rosters.
    """

    read: ReadPlan
    edited: EditedRoster
    findings: tuple[Violation, ...]
    cost_minor: int
    planned_cost_minor: int
    now: Expectation
    planned: Expectation

    @property
    def paid_minutes(self) -> tuple[int, int]:
        """Paid minutes as edited, and as planned."""
        rosters = (self.edited.roster, self.read.roster)
        now, then = (sum(shift.paid_minutes for _, shift in roster.worked()) for roster in rosters)
        return now, then

    def cell_of(self, found: Violation) -> str:
        """Where a finding stands: the person's day, or the date of its column."""
        horizon = self.read.scenario.horizon
        day = min(max(horizon.day_of(found.date), 0), horizon.days - 1)
        return self.edited.grid.cell(found.agent, day)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Stretches in which more people are missing than as planned, in order."""
        horizon = self.read.scenario.horizon
        gaps: list[Gap] = []
        for start, required, now, then in zip(
            horizon.interval_starts,
            self.now.coverage.required,
            self.now.coverage.on_duty,
            self.planned.coverage.on_duty,
            strict=True,
        ):
            more = max(0, required - now) - max(0, required - then)
            if more <= 0:
                continue
            end = start + horizon.interval_minutes
            if gaps and gaps[-1].end_minute == start and gaps[-1].agents == more:
                gaps[-1] = replace(gaps[-1], end_minute=end)
            else:
                gaps.append(Gap(start, end, more))
        return tuple(gaps)


def audit_workbook(read: ReadPlan, edited: EditedRoster, planned: Expectation) -> WorkbookAudit:
    """Check and price the roster of a workbook beside what is expected of the plan it was made from."""
    findings, cost = recheck(read.scenario, edited.roster, read.required, read.demands, read.added_cover)
    now = expect(replace(read, roster=edited.roster)) if edited.edits else planned
    return WorkbookAudit(read, edited, findings, cost.total_minor, planned.cost.total_minor, now, planned)
