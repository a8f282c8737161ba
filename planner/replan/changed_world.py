"""The scenario, demand and roster after the changes, before anybody's shifts are changed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.agent import Agent, FixedShift, Leave
from models.demand import ChannelDemand
from models.horizon import Horizon
from models.past_shifts import past_shifts
from models.rule import Rule
from models.scenario import Scenario
from models.simulation import ExtraCover
from models.tour import Roster, RosterAgent, Tour
from planner.plan_file import ReadPlan
from planner.replan.changed_demand import changed_demand
from planner.replan.changes import Absence, Changes, Joiner, Leaver, Lock, VolumeChange
from planner.replan.named_people import with_named_people
from planner.rules.notice import Notice

#: A person and a day of the period.
Cell = tuple[str, int]


@dataclass(frozen=True)
class ChangedWorld:
    """What is planned for again.

    Parameters
    ----------
    scenario, demands, added_cover
        After the changes.
    published
        The roster people know, with those who join and no shift of theirs.
    unchanged
        The scenario without the changes, people hired among its agents.
    locked
        Days that stay as published.
    away
        Days on which the published shift cannot be worked by its owner any more.
    notice
        Days within the notice period.
    """

    scenario: Scenario
    demands: tuple[ChannelDemand, ...]
    added_cover: tuple[ExtraCover, ...]
    published: Roster
    unchanged: Scenario
    locked: frozenset[Cell]
    away: frozenset[Cell]
    notice: frozenset[int]


def changed_world(plan: ReadPlan, changes: Changes) -> ChangedWorld:
    """Apply changes to a plan's scenario, demand and roster."""
    named, roster = with_named_people(plan.scenario, plan.roster)
    horizon = named.horizon
    known_day = horizon.day_of(changes.known_on) if changes.known_on is not None else 0
    agents = {agent.id: agent for agent in named.agents}
    away: set[Cell] = set()
    tours = {tour.agent.agent: tour for tour in roster.tours}
    for change in changes.changes:
        if isinstance(change, Absence):
            tour = tours[change.agent]
            agents[change.agent] = _absent(agents[change.agent], change, tour, named, known_day)
            away |= {(change.agent, day) for day in _days_missed(change, tour, named, known_day)}
        elif isinstance(change, Leaver):
            agents[change.agent] = _gone(agents[change.agent], change.last_date)
            after = range(max(known_day, horizon.day_of(change.last_date) + 1), horizon.days)
            away |= {(change.agent, day) for day in after if tours[change.agent].shifts[day] is not None}
        elif isinstance(change, Joiner):
            joined = change.person.model_copy(update={"first_day": change.first_date})
            agents[joined.id] = joined
            tours[joined.id] = Tour(on_roster(named, joined), (None,) * horizon.days)
    volumes = [change for change in changes.changes if isinstance(change, VolumeChange)]
    locks = [change for change in changes.changes if isinstance(change, Lock)]
    return ChangedWorld(
        scenario=named.model_copy(
            update={
                "agents": tuple(agents.values()),
                "rules": tuple(_excused(rule, away, horizon) for rule in named.rules),
            }
        ),
        demands=tuple(changed_demand(demand, volumes, horizon) for demand in plan.demands),
        added_cover=plan.added_cover,
        published=Roster(tuple(tours.values())),
        unchanged=named,
        locked=frozenset(_locked(named, tours.keys(), locks, known_day)) - away,
        away=frozenset(away),
        notice=frozenset(range(known_day, min(horizon.days, known_day + changes.notice_days))),
    )


def _excused(rule: Rule, away: set[Cell], horizon: Horizon) -> Rule:
    """A rule that holds people to published days, without the days that cannot be kept any more."""
    if not isinstance(rule, Notice):
        return rule
    dates = {horizon.date_of(day) for person, day in away if person in rule.agents}
    return rule.model_copy(update={"free_dates": tuple(sorted({*rule.free_dates, *dates}))})


def _absent(agent: Agent, change: Absence, tour: Tour, scenario: Scenario, known_day: int) -> Agent:
    """Put an absence among a person's leave; what was settled or wished for those days is void."""
    horizon = scenario.horizon
    first = change.first_date
    fixed = [day for day in agent.fixed_shifts if not change.first_date <= day.date <= change.last_date]
    if _worked_into(tour, horizon.day_of(first), horizon.day_start(horizon.day_of(first)), known_day):
        # the shift of the eve has begun before anything was known; leave would forbid it
        fixed.append(FixedShift(date=first, off=True))
        first += dt.timedelta(days=1)
    leave = agent.leave
    if first <= change.last_date:
        leave = (*leave, Leave(first_date=first, last_date=change.last_date, kind=change.reason))
    wishes = tuple(wish for wish in agent.requests if not change.first_date <= wish.date <= change.last_date)
    return agent.model_copy(update={"leave": leave, "fixed_shifts": tuple(fixed), "requests": wishes})


def _worked_into(tour: Tour, day: int, midnight: int, known_day: int) -> bool:
    """Whether the shift of the day before, worked already, runs past a midnight."""
    eve = tour.shifts[day - 1] if 0 < day <= known_day else None
    return eve is not None and eve.end_minute > midnight


def _days_missed(change: Absence, tour: Tour, scenario: Scenario, known_day: int) -> Iterable[int]:
    """Days whose published shift the absence takes away: those that share a minute with it."""
    horizon = scenario.horizon
    begin = horizon.day_start(horizon.day_of(change.first_date))
    end = horizon.day_start(horizon.day_of(change.last_date) + 1)
    for day, shift in enumerate(tour.shifts):
        if shift is not None and day >= known_day and shift.start_minute < end and begin < shift.end_minute:
            yield day


def _gone(agent: Agent, last: dt.date) -> Agent:
    fixed = tuple(day for day in agent.fixed_shifts if day.date <= last)
    wishes = tuple(wish for wish in agent.requests if wish.date <= last)
    return agent.model_copy(update={"last_day": last, "fixed_shifts": fixed, "requests": wishes})


def on_roster(scenario: Scenario, agent: Agent) -> RosterAgent:
    """A person of a scenario as rosters name them."""
    history = past_shifts(scenario.horizon, scenario.night, agent.worked_before)
    person = RosterAgent(agent.id, agent.name or agent.id, agent.contract, frozenset(agent.skills))
    return replace(person, history=history, external_ids=dict(agent.external_ids), grade=agent.grade)


def _locked(
    scenario: Scenario, people: Iterable[str], locks: Iterable[Lock], known_day: int
) -> Iterable[Cell]:
    """Days before anything was known, and days settled by the changes."""
    horizon, people = scenario.horizon, tuple(people)
    for person in people:
        yield from ((person, day) for day in range(max(0, known_day)))
    for lock in locks:
        first, last = (horizon.day_of(date) for date in (lock.first_date, lock.last_date))
        for person in lock.agents or people:
            yield from ((person, day) for day in range(max(0, first), min(horizon.days, last + 1)))
