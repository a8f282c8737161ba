"""What a desk asks that can be left out by itself: its load day by day, its rules, everybody's conditions."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from models.conflict import ConflictMember
from models.requirement import LiveNeed, Requirement
from models.rule import CoverageRule, Frame, Rule, TourRule
from models.scenario import Scenario
from models.shown_names import shown_names
from models.text import Text
from models.tour import RosterAgent
from planner.roster.reasons.applied import applied
from planner.roster.reasons.condition import Condition, conditions_of
from planner.rules.max_weekly_minutes import MaxWeeklyMinutes
from planner.rules.wording import date_text

#: A scenario and what is asked of it.
Stated = tuple[Scenario, Requirement]
#: So many more may be hired where the limit of a vacancy is left out.
_MANY_HIRES = 50


@dataclass(frozen=True)
class DeskCondition:
    """One condition; ``without`` takes it out of a scenario and of what is asked of it."""

    member: ConflictMember
    without: Callable[[Stated], Stated]


def desk_conditions(scenario: Scenario, frame: Frame, asked: Requirement) -> tuple[DeskCondition, ...]:
    """Everything that may stand in the way of the desk as a whole, its load first."""
    hard = tuple(_load(scenario, asked)) if scenario.prices.hard_coverage else ()
    return (*hard, *_rules(scenario, frame), *_contracts(scenario), *_people(scenario, frame))


def _load(scenario: Scenario, asked: Requirement) -> Iterator[DeskCondition]:
    horizon = scenario.horizon
    dates = [horizon.local(minute).date() for minute in horizon.interval_starts]
    for need in asked.live:
        most: dict[dt.date, int] = {}
        for date, number in zip(dates, need.agents, strict=True):
            most[date] = max(number, most.get(date, 0))
        for date, number in most.items():
            if number or any(dates[goal.intervals[0]] == date for goal in need.goals):
                yield DeskCondition(_load_member(need, date, number), _WithoutDay(need.pool, date))
    if scenario.staffing.min_agents:
        least = scenario.staffing.min_agents
        text = Text(
            en=f"At least {least} on duty while the desk is open.",
            ru=f"Не менее {least} на смене в часы работы.",
        )
        yield DeskCondition(ConflictMember("min_agents", text), _without_minimum)
    for late in asked.backlog:
        text = Text(en=f"Deadlines of {late.channel}.", ru=f"Сроки канала {late.channel}.")
        yield DeskCondition(ConflictMember("deadlines", text), _WithoutBacklog(late.channel))


def _load_member(need: LiveNeed, date: dt.date, number: int) -> ConflictMember:
    when = date_text(date)
    text = Text(
        en=f"Work of {need.pool} on {when.en}: up to {number} there at once.",
        ru=f"Работа канала {need.pool} {when.ru}: одновременно до {number} чел.",
    )
    return ConflictMember("coverage", text, (date,))


@dataclass(frozen=True)
class _WithoutDay:
    """Leaves the load of one pool on one date out."""

    pool: str
    date: dt.date

    def __call__(self, stated: Stated) -> Stated:
        scenario, asked = stated
        horizon = scenario.horizon
        dates = [horizon.local(minute).date() for minute in horizon.interval_starts]

        def spared(need: LiveNeed) -> LiveNeed:
            if need.pool != self.pool:
                return need
            agents = tuple(
                0 if date == self.date else number for date, number in zip(dates, need.agents, strict=True)
            )
            goals = tuple(goal for goal in need.goals if dates[goal.intervals[0]] != self.date)
            return replace(need, agents=agents, goals=goals)

        return scenario, replace(asked, live=tuple(map(spared, asked.live)))


def _without_minimum(stated: Stated) -> Stated:
    scenario, asked = stated
    free = scenario.staffing.model_copy(update={"min_agents": 0, "break_cover": None})
    return scenario.model_copy(update={"staffing": free}), asked


@dataclass(frozen=True)
class _WithoutBacklog:
    channel: str

    def __call__(self, stated: Stated) -> Stated:
        scenario, asked = stated
        left = tuple(one for one in asked.backlog if one.channel != self.channel)
        return scenario, replace(asked, backlog=left)


def _rules(scenario: Scenario, frame: Frame) -> Iterator[DeskCondition]:
    people = shown_names(scenario.agents)
    for rule in scenario.rules:
        if isinstance(rule, CoverageRule) and all(
            row.shortfall_price_minor is not None for row in rule.rows(frame)
        ):
            continue
        if isinstance(rule, TourRule) and rule.never_forbids:
            continue
        shown = rule.with_names(people)
        said, names = shown.explain(), ", ".join((*shown.agents, *shown.contracts))
        whom = f" ({names})" if names and isinstance(rule, TourRule) else ""
        text = Text(en=f"{said.en.rstrip('.')}{whom}.", ru=f"{said.ru.rstrip('.')}{whom}.")
        yield DeskCondition(ConflictMember(rule.kind, text), _WithoutRule(rule))


@dataclass(frozen=True)
class _WithoutRule:
    rule: Rule

    def __call__(self, stated: Stated) -> Stated:
        scenario, asked = stated
        left = tuple(one for one in scenario.rules if one != self.rule)
        return scenario.model_copy(update={"rules": left}), asked


def _contracts(scenario: Scenario) -> Iterator[DeskCondition]:
    held = {one.contract for one in scenario.agents} | {one.contract for one in scenario.vacancies}
    for contract in scenario.contracts:
        if contract.overtime_allowed or contract.name not in held:
            continue
        said = MaxWeeklyMinutes(minutes=contract.weekly_minutes).explain()
        text = Text(
            en=f"{said.en.rstrip('.')} (contract {contract.name}).",
            ru=f"{said.ru.rstrip('.')} (договор {contract.name}).",
        )
        yield DeskCondition(ConflictMember("max_weekly_minutes", text), _WithOvertime(contract.name))


@dataclass(frozen=True)
class _WithOvertime:
    contract: str

    def __call__(self, stated: Stated) -> Stated:
        scenario, asked = stated
        contracts = tuple(
            one.model_copy(update={"overtime_allowed": True}) if one.name == self.contract else one
            for one in scenario.contracts
        )
        return scenario.model_copy(update={"contracts": contracts}), asked


def _people(scenario: Scenario, frame: Frame) -> Iterator[DeskCondition]:
    """What binds one person alone, and how many may be hired."""
    for agent in scenario.agents:
        person = RosterAgent(agent.id, agent.name or agent.id, agent.contract, frozenset(agent.skills))
        for condition in conditions_of(scenario, frame, person):
            if condition.origin != "own":
                continue

            dates = () if condition.rule is None else condition.rule.asked_dates(frame)
            text = Text(en=f"{person.name}: {condition.text.en}", ru=f"{person.name}: {condition.text.ru}")
            member = ConflictMember(condition.kind, text, dates)
            yield DeskCondition(member, _WithoutOwn(person, condition))
    for vacancy in scenario.vacancies:
        text = Text(
            en=f"At most {vacancy.max_hires} hired: {vacancy.name}.",
            ru=f"Нанять не больше {vacancy.max_hires}: {vacancy.name}.",
        )
        yield DeskCondition(ConflictMember("max_hires", text), _WithMoreHires(vacancy.name))


@dataclass(frozen=True)
class _WithoutOwn:
    """Leaves out a leave, settled day, span of hours or notice of one person."""

    person: RosterAgent
    condition: Condition

    def __call__(self, stated: Stated) -> Stated:
        scenario, asked = stated
        return applied(scenario, self.person, self.condition, ()), asked


@dataclass(frozen=True)
class _WithMoreHires:
    vacancy: str

    def __call__(self, stated: Stated) -> Stated:
        scenario, asked = stated
        vacancies = tuple(
            one.model_copy(update={"max_hires": one.max_hires + _MANY_HIRES})
            if one.name == self.vacancy
            else one
            for one in scenario.vacancies
        )
        return scenario.model_copy(update={"vacancies": vacancies}), asked
