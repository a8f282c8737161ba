"""Why an interval is short: everybody, one by one."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.explain.covering import works_in
from planner.explain.desk import Missing, PlannedDesk
from planner.explain.stood_aside import StoodAside, Verdict, closer_look, first_look

_ORDER: dict[Verdict, int] = {
    "saves": 0,
    "too_dear": 1,
    "not_as_is": 2,
    "break": 3,
    "barred": 4,
    "no_shift": 5,
    "there": 6,
}


@dataclass(frozen=True)
class IntervalReasons:
    """One interval: who is missing, what that costs, and why each person is not there.

    ``on_duty`` counts people at work; ``left_out`` those whose other tours nobody had time to look at.
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
    """Look at everybody, or at one person: their tours as they are first, then all others.

    What somebody's tour as it is stands in the way of takes no search and is told of everybody; whether
    another tour would do is looked into while there is time, for those nearest to it first.

    Parameters
    ----------
    desk, interval
        The plan and the interval.
    keep_going
        Whether there is still time for another person's other tours.
    tell
        Receives how many people's other tours of how many were looked at.
    agent
        Only this person, where given.
    """
    horizon = desk.frame.horizon
    places = range(len(desk.roster.tours)) if agent is None else (desk.place(agent),)
    people = {place: first_look(desk, place, interval) for place in places}
    waiting = [place for place, one in people.items() if not one.is_closer]
    waiting.sort(key=lambda place: (len({found.rule for found in people[place].broken}), place))
    for done, place in enumerate(waiting):
        if not keep_going():
            break
        tell(done, len(waiting))
        people[place] = closer_look(desk, place, interval, people[place])
    on_duty = sum(
        works_in(horizon, shift, interval)
        for tour in desk.roster.tours
        for shift in (*tour.agent.history, *tour.worked)
    )
    missing = tuple(one for one in desk.missing if one.interval == interval)
    listed = sorted(
        people.values(), key=lambda one: (_ORDER[one.verdict], one.exchange_minor or 0, one.agent)
    )
    left_out = sum(not one.is_closer for one in listed)
    return IntervalReasons(interval, on_duty, missing, tuple(listed), left_out)
