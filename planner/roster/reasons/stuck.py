"""People without a legal tour: which of their conditions conflict, in nouns and sentences."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.conflict import Conflict, ConflictMember
from models.errors import EngineError
from models.horizon import Horizon
from models.rule import Frame, TourRule
from models.scenario import Scenario
from models.text import Language, Text
from models.tour import RosterAgent
from planner.roster.reasons.condition import Condition, conditions_of
from planner.roster.reasons.find import Found, Member, find_conflict
from planner.roster.reasons.legal_tours import History, LegalTours
from planner.rules.wording import date_text

#: Conflicts told about one person that share no condition.
_MOST_CONFLICTS = 3


@dataclass(frozen=True)
class Stuck:
    """People alike in everything, none of whom has a legal tour; ``found`` is never empty."""

    people: tuple[RosterAgent, ...]
    legal: LegalTours
    conditions: tuple[Condition, ...]
    found: tuple[Found, ...]

    @property
    def sample(self) -> RosterAgent:
        """Anyone of them."""
        return self.people[0]

    def conflicts(self) -> tuple[Conflict, ...]:
        """What conflicts, told of each of them."""
        horizon = self.legal.frame.horizon
        told = [_members(one, self.conditions, horizon) for one in self.found]
        return tuple(Conflict(person.agent, members) for person in self.people for members in told)


def examine(scenario: Scenario, frame: Frame, people: tuple[RosterAgent, ...]) -> Stuck:
    """Find the conflicts of people without a legal tour; no two share a condition."""
    legal, sample = LegalTours(scenario, frame), people[0]
    conditions = left = conditions_of(scenario, frame, sample)
    conflicts: list[Found] = []
    while len(conflicts) < _MOST_CONFLICTS:
        found = find_conflict(legal, left, sample.history)
        if found is None:
            break
        conflicts.append(found)
        gone = {member.condition for member in found.members}
        left = tuple(replace(one, parts=()) if n in gone else one for n, one in enumerate(left))
    if not conflicts:
        raise EngineError(
            f"no legal tour was found for {sample.agent}, though no rules conflict; please report this"
        )
    return Stuck(people, legal, conditions, tuple(conflicts))


def explain_conflicts(agent: RosterAgent, conflicts: Iterable[Conflict], language: Language) -> str:
    """Say what conflicts for whom."""
    listed = [
        "; ".join(member.text.in_language(language).rstrip(".") for member in conflict.members)
        for conflict in conflicts
    ]
    if language == "ru":
        told = " Отдельно от этого: ".join(f"Вместе невыполнимы: {one}." for one in listed)
        return f"{agent.name}: ни один график не допустим. {told} Без любого из этих условий остальные выполнимы."
    told = " Apart from that: ".join(f"These cannot all be kept together: {one}." for one in listed)
    return f"{agent.name}: no legal tour exists. {told} Without any one of them the others can be kept."


def _members(found: Found, conditions: tuple[Condition, ...], horizon: Horizon) -> tuple[ConflictMember, ...]:
    members = [_member(member, conditions[member.condition], horizon) for member in found.members]
    return (*members, *_of_history(found.history, horizon))


def _member(member: Member, condition: Condition, horizon: Horizon) -> ConflictMember:
    frame = Frame(horizon)
    rules = [part for n in member.parts if isinstance(part := condition.parts[n], TourRule)]
    dates = tuple(sorted({date for rule in rules for date in rule.asked_dates(frame)}))
    text = condition.text
    if len(rules) == 1:
        text = rules[0].explain()
    elif dates:
        text = _narrowed(text, dates)
    return ConflictMember(condition.kind, text, dates)


def _narrowed(text: Text, dates: tuple[dt.date, ...]) -> Text:
    en = ", ".join(date_text(date).en for date in dates)
    ru = ", ".join(date_text(date).ru for date in dates)
    return Text(en=f"{text.en.rstrip('.')}: {en}.", ru=f"{text.ru.rstrip('.')}: {ru}.")


def _of_history(history: History, horizon: Horizon) -> tuple[ConflictMember, ...]:
    if not history:
        return ()
    dates = tuple(horizon.date_of(shift.day) for shift in history)
    text = Text(en="Shifts worked before the period", ru="Смены до начала периода")
    return (ConflictMember("history", _narrowed(text, dates), dates),)
