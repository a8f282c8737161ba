"""Why an interval is short: everybody, one by one."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.explain.covering import works_in
from planner.explain.desk import Missing, PlannedDesk
from planner.explain.stood_aside import StoodAside, stood_aside


@dataclass(frozen=True)
class IntervalReasons:
    """One interval: who is missing, what that costs, and why each person is not there.

    ``on_duty`` counts people at work; ``left_out`` those nobody had time to look at.
    """

    interval: int
    on_duty: int
    missing: tuple[Missing, ...]
    people: tuple[StoodAside, ...]
    left_out: int = 0


def explain_interval(
    desk: PlannedDesk,
    interval: int,
    keep_going: Callable[[], bool],
    tell: Callable[[int, int], None],
    agent: str | None = None,
) -> IntervalReasons:
    """Look at everybody, or at one person.

    Parameters
    ----------
    desk, interval
        The plan and the interval.
    keep_going
        Whether there is still time.
    tell
        Receives how many people of how many were looked at.
    agent
        Only this person, where given.
    """
    horizon = desk.frame.horizon
    places = range(len(desk.roster.tours)) if agent is None else (desk.place(agent),)
    people = []
    for done, place in enumerate(places):
        if not keep_going():
            break
        tell(done, len(places))
        people.append(stood_aside(desk, place, interval))
    on_duty = sum(
        works_in(horizon, shift, interval)
        for tour in desk.roster.tours
        for shift in (*tour.agent.history, *tour.worked)
    )
    missing = tuple(one for one in desk.missing if one.interval == interval)
    order = {"saves": 0, "too_dear": 1, "break": 2, "barred": 3, "no_shift": 4, "there": 5}
    listed = sorted(people, key=lambda one: (order[one.verdict], one.exchange_minor or 0, one.agent))
    return IntervalReasons(interval, on_duty, missing, tuple(listed), len(places) - len(people))
