"""Who is there in each interval, for whom, and how that compares with what was asked."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

from models.horizon import Horizon
from models.plan import Coverage
from models.productivity import TeamProductivity
from models.requirement import Requirement
from models.staffing_terms import StaffingTerms
from models.tour import Roster
from planner.roster.candidate_shifts import spanned_intervals, worked_intervals
from planner.roster.late_work import work_off
from planner.roster.rows_live import total_required, total_useful
from planner.roster.share_out import share_out

Skills = frozenset[str]


def on_duty_by_skills(
    horizon: Horizon, roster: Roster, team: TeamProductivity | None = None
) -> tuple[Counter[Skills], ...]:
    """Agents at work and not on a break, per interval, by their skills.

    Shifts begun before the period count for the hours they reach into it.  With ``team`` they are
    counted in its parts of an agent, by what each does; else by heads.
    """
    present: tuple[Counter[Skills], ...] = tuple(Counter() for _ in range(horizon.intervals))
    for tour in roster.tours:
        for shift in (*tour.agent.history, *tour.worked):
            parts = 1 if team is None else team.parts(tour.agent, shift.day)
            for interval in worked_intervals(horizon, shift):
                present[interval][tour.agent.skills] += parts
    return present


def on_shift_counts(horizon: Horizon, roster: Roster) -> tuple[int, ...]:
    """Agents whose shift spans each interval, those on a break included."""
    counts = [0] * horizon.intervals
    for tour in roster.tours:
        for shift in (*tour.agent.history, *tour.worked):
            for interval in spanned_intervals(horizon, shift):
                counts[interval] += 1
    return tuple(counts)


def supply_by_need(
    present: tuple[Counter[Skills], ...], requirement: Requirement, parts: int = 1
) -> dict[str, tuple[int | Fraction, ...]]:
    """Return what each need can count on, per interval: agents by pool, agent-minutes by channel.

    Live pools share people out: nobody is counted in two.  Deferred channels share the
    minutes live work leaves.  Where an agent counts as several ``parts``, ``present`` is in parts,
    and pools may have fractions of an agent.
    """
    live = [share_out(counts, requirement.live, i, parts) for i, counts in enumerate(present)]
    result: dict[str, tuple[int | Fraction, ...]] = {
        need.pool: tuple(_agents(shared[need.pool], parts) for shared in live) for need in requirement.live
    }
    return result | work_off(present, requirement, parts).given


def _agents(count: int, parts: int) -> int | Fraction:
    return count if parts == 1 else Fraction(count, parts)


def coverage_of(
    horizon: Horizon,
    present: tuple[Counter[Skills], ...],
    requirement: Requirement,
    terms: StaffingTerms,
    on_shift: tuple[int, ...],
    deferred_short_minutes: int,
    service_short_hours: float = 0.0,
    does: tuple[Counter[Skills], ...] = (),
    parts: int = 1,
) -> Coverage:
    """Compare who is there with what live work asks, interval by interval.

    Parameters
    ----------
    horizon, present
        Days, and who is there (see :func:`on_duty_by_skills`).
    requirement
        What is asked of this plan.
    terms
        Hold the least number at work and on shift while open, whatever the load.
    on_shift
        Agents on shift, breaks included (see :func:`on_shift_counts`).
    deferred_short_minutes
        Deferred work nobody can do in time; counted as understaffing.
    service_short_hours
        Agent-hours missing from targets over a day or the period (see
        :func:`planner.roster.service_kept.goal_outcomes`); counted as understaffing.
    does, parts
        Where an agent counts as several parts: who is there in parts.  Live work and surplus are
        held against those, minima against the people.
    """
    hours = horizon.interval_minutes / 60
    required = total_required(requirement, terms.min_at_work)
    # nobody whom the minimum on shift asks for is one too many
    enough = total_useful(requirement, terms.min_agents)
    total = tuple(here.total() for here in present)
    worked = tuple(here.total() for here in does) or total
    short = over = 0
    for interval, (there, doing) in enumerate(zip(total, worked, strict=True)):
        shared = share_out((does or present)[interval], requirement.live, interval, parts)
        missing = sum(max(0, one.agents[interval] * parts - shared[one.pool]) for one in requirement.live)
        idle = away = 0
        if requirement.open_intervals[interval]:
            idle, away = terms.min_at_work - there, terms.min_agents - on_shift[interval]
        short += max(missing, idle * parts, away * parts, 0)
        over += max(0, doing - enough[interval] * parts)
    short_hours, over_hours = short * hours / parts, over * hours / parts
    deferred = deferred_short_minutes / 60
    return Coverage(
        required=required,
        on_duty=total,
        required_hours=sum(required) * hours,
        scheduled_hours=sum(total) * hours,
        understaffed_hours=short_hours + deferred + service_short_hours,
        overstaffed_hours=over_hours,
        deferred_short_hours=deferred,
        working=tuple(
            # parts of an agent divide a hundred
            Decimal(_counting(doing, there, interval, requirement, terms, parts)) / parts
            for interval, (there, doing) in enumerate(zip(total, worked, strict=True))
        )
        if does
        else (),
    )


def _counting(
    doing: int, there: int, interval: int, requirement: Requirement, terms: StaffingTerms, parts: int
) -> int:
    """Parts of an agent that people there count as beside the number required.

    As many more or fewer than required as they do more or less than live work asks, or as there
    are more or fewer of them than the minimum at work, whichever is worse.
    """
    asked = sum(need.agents[interval] for need in requirement.live)
    least = terms.min_at_work if requirement.open_intervals[interval] else 0
    if least == 0:
        return doing
    return max(asked, least) * parts + min(doing - asked * parts, (there - least) * parts)
