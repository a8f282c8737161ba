"""Who is there in each interval, for whom, and how that compares with what was asked."""

from collections import Counter

from models.horizon import Horizon
from models.plan import Coverage
from models.requirement import Requirement
from models.staffing_terms import StaffingTerms
from models.tour import Roster
from planner.roster.candidate_shifts import spanned_intervals, worked_intervals
from planner.roster.late_work import work_off
from planner.roster.rows_live import total_required
from planner.roster.share_out import share_out

Skills = frozenset[str]


def on_duty_by_skills(horizon: Horizon, roster: Roster) -> tuple[Counter[Skills], ...]:
    """Agents at work and not on a break, per interval, by their skills.

    Shifts begun before the period count for the hours they reach into it.
    """
    present: tuple[Counter[Skills], ...] = tuple(Counter() for _ in range(horizon.intervals))
    for tour in roster.tours:
        for shift in (*tour.agent.history, *tour.worked):
            for interval in worked_intervals(horizon, shift):
                present[interval][tour.agent.skills] += 1
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
    present: tuple[Counter[Skills], ...], requirement: Requirement
) -> dict[str, tuple[int, ...]]:
    """Return what each need can count on, per interval: agents by pool, agent-minutes by channel.

    Live pools share people out: nobody is counted in two.  Deferred channels share the
    minutes live work leaves.
    """
    live = [share_out(counts, requirement.live, i) for i, counts in enumerate(present)]
    result = {need.pool: tuple(shared[need.pool] for shared in live) for need in requirement.live}
    return result | work_off(present, requirement).given


def coverage_of(
    horizon: Horizon,
    present: tuple[Counter[Skills], ...],
    requirement: Requirement,
    terms: StaffingTerms,
    on_shift: tuple[int, ...],
    deferred_short_minutes: int,
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
    """
    hours = horizon.interval_minutes / 60
    required = total_required(requirement, terms.min_at_work)
    # nobody whom the minimum on shift asks for is one too many
    wanted = total_required(requirement, terms.min_agents)
    total = tuple(here.total() for here in present)
    short = over = 0
    for interval, (need, there) in enumerate(zip(required, total, strict=True)):
        shared = share_out(present[interval], requirement.live, interval)
        missing = sum(max(0, one.agents[interval] - shared[one.pool]) for one in requirement.live)
        away = terms.min_agents - on_shift[interval] if requirement.open_intervals[interval] else 0
        short += max(missing, need - there, away, 0)
        over += max(0, there - wanted[interval])
    deferred = deferred_short_minutes / 60
    return Coverage(
        required=required,
        on_duty=total,
        required_hours=sum(required) * hours,
        scheduled_hours=sum(total) * hours,
        understaffed_hours=short * hours + deferred,
        overstaffed_hours=over * hours,
        deferred_short_hours=deferred,
    )
