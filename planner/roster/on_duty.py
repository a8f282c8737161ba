"""Who is there in each interval, for whom, and how that compares with what was asked."""

from collections import Counter
from collections.abc import Callable

from models.horizon import Horizon
from models.plan import Coverage
from models.requirement import LiveNeed, Requirement
from models.tour import Roster
from planner.roster.candidate_shifts import worked_intervals
from planner.roster.rows_live import can_serve, total_required

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


def on_duty_by_need(
    present: tuple[Counter[Skills], ...], requirement: Requirement
) -> dict[str, tuple[int, ...]]:
    """Agents each need can count on, per interval, by pool or deferred channel.

    Live pools share people out: nobody is counted in two.  Deferred work is done by the
    same people in the time live work leaves, so all who have the skill count there.
    """
    live = [_share(counts, requirement.live, i) for i, counts in enumerate(present)]
    result = {need.pool: tuple(shared[need.pool] for shared in live) for need in requirement.live}
    for backlog in requirement.backlog:
        skill = backlog.skill
        result[backlog.channel] = _count(present, _has(skill))
    return result


def coverage_of(
    horizon: Horizon,
    present: tuple[Counter[Skills], ...],
    requirement: Requirement,
    min_agents: int,
    deferred_short_minutes: int,
) -> Coverage:
    """Compare who is there with what live work asks, interval by interval.

    Parameters
    ----------
    horizon, present
        Days, and who is there (see :func:`on_duty_by_skills`).
    requirement
        What is asked of this plan.
    min_agents
        Agents on duty while open, whatever the load.
    deferred_short_minutes
        Deferred work nobody can do in time; counted as understaffing.
    """
    hours = horizon.interval_minutes / 60
    required = total_required(requirement, min_agents)
    total = _count(present, lambda _: True)
    short = over = 0
    for interval, (need, there) in enumerate(zip(required, total, strict=True)):
        shared = _share(present[interval], requirement.live, interval)
        missing = sum(max(0, one.agents[interval] - shared[one.pool]) for one in requirement.live)
        short += max(missing, need - there, 0)
        over += max(0, there - need)
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


def _count(present: tuple[Counter[Skills], ...], counts: Callable[[Skills], bool]) -> tuple[int, ...]:
    return tuple(sum(n for skills, n in here.items() if counts(skills)) for here in present)


def _share(counts: Counter[Skills], needs: tuple[LiveNeed, ...], interval: int) -> Counter[str]:
    """Give each person to one pool: first where they are short, the least flexible people first."""
    shared: Counter[str] = Counter({need.pool: 0 for need in needs})
    choices = {skills: tuple(need for need in needs if can_serve(skills, need)) for skills in counts}
    for skills in sorted(counts, key=lambda one: (len(choices[one]), sorted(one))):
        for _ in range(counts[skills] if choices[skills] else 0):
            pool = min(
                choices[skills],
                key=lambda need: (shared[need.pool] - need.agents[interval], -need.load_erlangs[interval]),
            )
            shared[pool.pool] += 1
    return shared


def _has(skill: str | None) -> Callable[[Skills], bool]:
    return lambda skills: skill is None or skill in skills
