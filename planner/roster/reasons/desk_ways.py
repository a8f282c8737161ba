"""Ways out of a shortage: more people of a kind, a rule given up, or one a step looser for everyone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.agent import Vacancy
from models.clock import MINUTES_PER_DAY
from models.rule import Frame, TourRule
from models.scenario import Scenario
from models.shown_names import shown_names
from models.text import Text
from planner.roster.reasons.desk_conditions import DeskCondition
from planner.roster.reasons.legal_tours import LegalTours
from planner.roster.reasons.pricing import Asked
from planner.roster.reasons.shortage import Shortage, rules_named
from planner.rules.max_weekly_minutes import MaxWeeklyMinutes

#: Kinds of people tried, and most of one kind.
_MOST_KINDS = 4
_MOST_HIRES = 50
#: Conditions that are no rule one might give up: the load, and the limit more hires are tried beyond.
_NO_CHOICE = {"coverage", "deadlines", "max_hires"}
#: People on a rota for one place around the clock.
_PER_PLACE = 6


@dataclass(frozen=True)
class DeskWay:
    """A changed scenario; where ``vacancy`` is named, how many of its hires are new is told after planning."""

    text: Text
    scenario: Scenario
    vacancy: str | None = None


def more_people(scenario: Scenario, short: tuple[Shortage, ...]) -> Iterator[DeskWay]:
    """Let the plan hire more of each kind of people there are, the commonest first."""
    kinds = Counter((agent.contract, agent.skills) for agent in scenario.agents)
    for vacancy in scenario.vacancies:
        kinds[vacancy.contract, vacancy.skills] += vacancy.max_hires
    places = max(one.missing for one in short)
    room = min(_MOST_HIRES, _PER_PLACE * places)
    for number, ((contract, skills), _) in enumerate(kinds.most_common(_MOST_KINDS), start=1):
        hiring = [
            one.cost_per_head + one.hiring_cost + one.training_cost
            for one in scenario.vacancies
            if one.contract == contract
        ]
        extra = Vacancy.model_construct(
            name=f"extra-{number}",
            contract=contract,
            skills=skills,
            max_hires=room,
            cost_per_head=max(hiring, default=Decimal(0)),
        )
        able_en = f", {', '.join(skills)}" if skills else ""
        yield DeskWay(
            Text(en=f"more agents ({contract}{able_en})", ru=f"больше сотрудников ({contract}{able_en})"),
            scenario.model_copy(update={"vacancies": (*scenario.vacancies, extra)}),
            extra.name,
        )


def without_rules(scenario: Scenario, short: tuple[Shortage, ...]) -> Iterator[DeskWay]:
    """Give up each rule about several people that is not kept."""
    for name, rule in rules_named(scenario):
        if any(one.name == name for one in short):
            left = tuple(other for other in scenario.rules if other != rule)
            said = rule.with_names(shown_names(scenario.agents)).explain()
            text = Text(en=f"without “{said.en.rstrip('.')}”", ru=f"без «{said.ru.rstrip('.')}»")
            yield DeskWay(text, scenario.model_copy(update={"rules": left}))


def without_conditions(scenario: Scenario, asked: Asked, why: tuple[DeskCondition, ...]) -> Iterator[DeskWay]:
    """Give up each condition of a conflict; the load itself is no choice."""
    for condition in why:
        if condition.member.kind in _NO_CHOICE:
            continue
        said = condition.member.text
        text = Text(en=f"without “{said.en.rstrip('.')}”", ru=f"без «{said.ru.rstrip('.')}»")
        yield DeskWay(text, condition.without((scenario, asked.requirement))[0])


def looser_rules(scenario: Scenario, frame: Frame, kinds: frozenset[str] | None = None) -> Iterator[DeskWay]:
    """Loosen each rule about everybody's days by the first step that allows any more tours.

    With ``kinds`` only rules of these.
    """
    legal = LegalTours(scenario, frame)
    for number, rule in enumerate(scenario.rules):
        if not isinstance(rule, TourRule) or rule.never_forbids or rule.asked_dates(frame):
            continue
        if kinds is not None and rule.kind not in kinds:
            continue
        looser = _first_looser(legal, rule)
        if looser is not None:
            rules = (*scenario.rules[:number], looser, *scenario.rules[number + 1 :])
            text = _instead(rule.with_names(shown_names(scenario.agents)), looser)
            yield DeskWay(text, scenario.model_copy(update={"rules": rules}))
    for number, contract in enumerate(scenario.contracts):
        limit = MaxWeeklyMinutes(minutes=contract.weekly_minutes, contracts=(contract.name,))
        if contract.overtime_allowed or contract.weekly_minutes >= 7 * MINUTES_PER_DAY:
            continue
        looser = _first_looser(legal, limit)
        if looser is not None:
            free = contract.model_copy(update={"overtime_allowed": True})
            contracts = (*scenario.contracts[:number], free, *scenario.contracts[number + 1 :])
            other = scenario.model_copy(update={"contracts": contracts, "rules": (*scenario.rules, looser)})
            yield DeskWay(_instead(limit, looser), other)


def _first_looser(legal: LegalTours, rule: TourRule) -> TourRule | None:
    steps = list(rule.loosened(legal.frame))
    low, high = 0, len(steps)
    while low < high:
        middle = (low + high) // 2
        if legal.same(rule, steps[middle]):
            low = middle + 1
        else:
            high = middle
    return steps[low] if low < len(steps) else None


def _instead(old: TourRule, new: TourRule) -> Text:
    before, after = old.explain(), new.explain()
    whom = f" ({', '.join((*old.agents, *old.contracts))})" if old.agents or old.contracts else ""
    return Text(
        en=f"“{after.en.rstrip('.')}” instead of “{before.en.rstrip('.')}”{whom}",
        ru=f"«{after.ru.rstrip('.')}» вместо «{before.ru.rstrip('.')}»{whom}",
    )
