"""Norm hours of an accounting period: what each person may work in it, days away taken off."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.agent import Agent
from models.law_pack import Span
from models.scenario import Scenario
from planner.packs.whom import EVERYONE, Bound

#: Norm minutes between two dates, both included, of a week of so many minutes.
NormOf = Callable[[dt.date, dt.date, int], int]
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class NormShare:
    """Norm minutes of some people: what they may still work, without and with what lies before.

    ``adds_up_before`` says whether shifts worked before the plan count against the minutes;
    where somebody wrote how much that was, it has been taken off already.
    """

    people: Bound
    minutes: int
    adds_up_before: bool


def norm_shares(scenario: Scenario, bound: Bound, accounting: Span, norm_of: NormOf) -> tuple[NormShare, ...]:
    """Say how many minutes the accounting period has for whom.

    Parameters
    ----------
    scenario
        People, contracts and leave.
    bound
        Whom the line binds at all.
    accounting
        First and last date of the accounting period.
    norm_of
        Norm of the calendar.

    Returns
    -------
    tuple of NormShare
        Disjoint groups of people; contracts as a whole where all of theirs are alike.

    Notes
    -----
    Days away, and days outside employment, are no days of the norm: TK RF art. 104 asks for
    the norm of the time the person is there, and absence that the law keeps the job for
    shortens it (letters of Rostrud).
    """
    groups: dict[tuple[int, bool], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for contract in scenario.contracts:
        name, week = contract.name, contract.weekly_minutes
        whole = norm_of(*accounting, week)
        people = {
            agent.id: _share(agent, accounting, week, norm_of)
            for agent in scenario.agents
            if agent.contract == name
        }
        for vacancy in scenario.vacancies:
            if vacancy.contract == name:
                begins = (vacancy.first_day or accounting[0], accounting[1])
                people[vacancy.name] = (_within(begins, accounting, week, norm_of), True)
        entire = bound == EVERYONE or name in bound[1]
        if entire and set(people.values()) <= {(whole, True)}:
            groups[whole, True][1].add(name)
            continue
        for person, share in people.items():
            if entire or person in bound[0]:
                groups[share][0].add(person)
    return tuple(
        NormShare((tuple(sorted(people)), tuple(sorted(contracts))), minutes, adds_up)
        for (minutes, adds_up), (people, contracts) in sorted(groups.items())
    )


def _share(agent: Agent, accounting: Span, week: int, norm_of: NormOf) -> tuple[int, bool]:
    employed = (agent.first_day or accounting[0], agent.last_day or accounting[1])
    there = _within(employed, accounting, week, norm_of)
    there -= sum(
        _within((max(first, employed[0]), min(last, employed[1])), accounting, week, norm_of)
        for first, last in _days_away(agent)
    )
    if agent.accounting_minutes is None:
        return there, True
    return max(0, there - agent.accounting_minutes), False


def _within(span: Span, accounting: Span, week: int, norm_of: NormOf) -> int:
    """Norm of the part of a span that lies in the accounting period."""
    first, last = max(span[0], accounting[0]), min(span[1], accounting[1])
    return norm_of(first, last, week) if first <= last else 0


def _days_away(agent: Agent) -> Iterator[Span]:
    """Spans of leave, none counting a day twice."""
    free_from = dt.date.min
    for first, last in sorted((leave.first_date, leave.last_date) for leave in agent.leave):
        begin = max(first, free_from)
        if begin <= last:
            yield begin, last
            free_from = last + _DAY
