"""Why somebody has this tour: what it costs and earns, which rules bind it, what else was possible."""

from dataclasses import dataclass

from models.rule import TourRule
from models.shift import Shift
from models.text import Text
from models.violation import Violation
from planner.explain.desk import PlannedDesk
from planner.explain.one_agent import best_tour
from planner.explain.own_tour import with_tour
from planner.explain.this_tour import AnythingBut, seen
from planner.roster.reasons.tighter import tightened
from planner.rules.bound import tour_rules

#: Other tours looked at.
_OTHERS = 3


@dataclass(frozen=True)
class OtherTour:
    """Another tour of the person: what it would cost more, and the days that differ."""

    extra_minor: int
    days: tuple[tuple[int, Shift | None, Shift | None], ...]


@dataclass(frozen=True)
class TourReasons:
    """One person's tour.

    Parameters
    ----------
    agent, name
        Who.
    shifts, nights, paid_minutes
        What is worked.
    cost_minor
        Pay and cost per head.
    earned_minor
        Priced shortfalls and broken priced rules there would be without the person's shifts.
    at_limit
        Rules the tour could not keep if they asked one step more.
    refused
        Wishes not met, with their prices.
    others
        The cheapest other tours; empty where the tour breaks rules.
    """

    agent: str
    name: str
    shifts: int
    nights: int
    paid_minutes: int
    cost_minor: int
    earned_minor: int
    at_limit: tuple[Text, ...]
    refused: tuple[Violation, ...]
    others: tuple[OtherTour, ...]


def explain_tour(desk: PlannedDesk, agent: str, cost_minor: int) -> TourReasons:
    """Say why somebody has this tour.

    Parameters
    ----------
    desk, agent
        The plan, and whose tour.
    cost_minor
        The person's pay and cost per head.
    """
    place = desk.place(agent)
    tour = desk.roster.tours[place]
    spec = None
    if tour.agent.vacancy is None:
        spec = next((one for one in desk.scenario.agents if one.id == agent), None)
    rules = tour_rules(desk.scenario, tour.agent, spec)
    findings = [found for rule in rules for found in rule.check(desk.frame, tour)]
    return TourReasons(
        agent=agent,
        name=tour.agent.name,
        shifts=len(tour.worked),
        nights=sum(shift.is_night for shift in tour.worked),
        paid_minutes=sum(shift.paid_minutes for shift in tour.worked),
        cost_minor=cost_minor,
        earned_minor=_earned(desk, place),
        at_limit=tuple(dict.fromkeys(rule.explain() for rule in rules if _binds(desk, rule, place))),
        refused=tuple(found for found in findings if not found.hard and found.penalty_minor),
        others=_others(desk, place),
    )


def _earned(desk: PlannedDesk, place: int) -> int:
    """Price of what nobody would be there for without the person's shifts."""
    problem, ledger = desk.translation.problem, desk.ledger
    without = [() if number == place else (tour,) for number, tour in enumerate(desk.tours)]
    everybody = [(tour,) for tour in desk.tours]
    prices = []
    for tours in (without, everybody):
        levels = ledger.levels(tours, desk.settled_sides(tours)).tolist()
        prices.append(sum(row.price.at(level) for row, level in zip(problem.rows, levels, strict=True)))
    return prices[0] - prices[1]


def _binds(desk: PlannedDesk, rule: TourRule, place: int) -> bool:
    """Whether the tour would break the rule, did it ask one step more."""
    tour = desk.roster.tours[place]
    tighter = None if rule.asked_dates(desk.frame) else tightened(rule, desk.frame)
    return tighter is not None and any(found.hard for found in tighter.check(desk.frame, tour))


def _others(desk: PlannedDesk, place: int) -> tuple[OtherTour, ...]:
    tour = desk.roster.tours[place]
    now = with_tour(desk, place, tour.shifts)
    if now is None:
        return ()
    known, others = [seen(tour.shifts)], list[OtherTour]()
    for _ in range(_OTHERS):
        other = best_tour(desk, place, (AnythingBut(tuple(known)),))
        if other is None:
            break
        known.append(seen(other.shifts))
        days = tuple(
            (day, old, new)
            for day, (old, new) in enumerate(zip(tour.shifts, other.shifts, strict=True))
            if seen((old,)) != seen((new,))
        )
        others.append(OtherTour(other.objective_minor - now, days))
    return tuple(others)
