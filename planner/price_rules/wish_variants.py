"""A person's own conditions left out one by one; each wish granted and dropped."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.agent import Agent
from models.agent import ShiftRequest as Request
from models.rule import Rule
from models.scenario import Scenario
from models.text import Text
from planner.price_rules.granted_wish import GrantedWish
from planner.price_rules.variant import Change, Variant
from planner.rules.availability import Availability
from planner.rules.days_off import DaysOff
from planner.rules.fixed_shift import FixedShift
from planner.rules.shift_request import ShiftRequest

_WITHOUT = Text(en="without it", ru="без этого")
_GRANTED = Text(en="granted instead of dropped", ru="исполнить вместо отказа")


def condition_variants(scenario: Scenario) -> Iterator[Variant]:
    """Leave out each leave, settled day and span of hours of a named person."""
    for agent in scenario.agents:
        for place, away in enumerate(agent.leave):
            if not _touches(scenario, away.first_date, away.last_date):
                continue
            rule: Rule = DaysOff(first_date=away.first_date, last_date=away.last_date, reason=away.kind)
            left: dict[str, object] = {"leave": (*agent.leave[:place], *agent.leave[place + 1 :])}
            yield _condition(scenario, agent, f"leave:{agent.id}:{away.first_date}", rule, left)
        for place, day in enumerate(agent.fixed_shifts):
            if not _touches(scenario, day.date, day.date):
                continue
            rule = FixedShift(date=day.date, pattern=day.pattern, start_at=day.start, off=day.off)
            left = {"fixed_shifts": (*agent.fixed_shifts[:place], *agent.fixed_shifts[place + 1 :])}
            yield _condition(scenario, agent, f"fixed:{agent.id}:{day.date}", rule, left)
        if agent.availability is not None:
            rule = Availability(spans=agent.availability)
            yield _condition(scenario, agent, f"hours:{agent.id}", rule, {"availability": None})


def request_variants(scenario: Scenario) -> Iterator[Variant]:
    """Grant each wish, and drop it: the difference is what granting it costs."""
    for agent in scenario.agents:
        for place, wish in enumerate(agent.requests):
            if not _touches(scenario, wish.date, wish.date):
                continue
            dropped = _with_agent(
                scenario, agent, {"requests": (*agent.requests[:place], *agent.requests[place + 1 :])}
            )
            granted = dropped.model_copy(update={"rules": (*scenario.rules, _granted(agent, wish))})
            yield Variant(
                f"request:{agent.id}:{wish.date}",
                "request",
                _named(agent, _request_rule(wish).explain()),
                _GRANTED,
                without=Change(dropped, "looser"),
                having=Change(granted, "tighter", same_roster=True),
            )


def _condition(scenario: Scenario, agent: Agent, key: str, rule: Rule, left: Mapping[str, object]) -> Variant:
    change = Change(_with_agent(scenario, agent, left), "looser")
    return Variant(key, "condition", _named(agent, rule.explain()), _WITHOUT, without=change)


def _with_agent(scenario: Scenario, agent: Agent, fields: Mapping[str, object]) -> Scenario:
    own = agent.model_copy(update=dict(fields))
    return scenario.model_copy(
        update={"agents": tuple(own if one is agent else one for one in scenario.agents)}
    )


def _request_rule(wish: Request) -> ShiftRequest:
    return ShiftRequest(date=wish.date, wish=wish.wish, pattern=wish.pattern, price=wish.price)


def _granted(agent: Agent, wish: Request) -> GrantedWish:
    # the wish marks by its price what it would forbid, so the price must not be 0
    rule = ShiftRequest(date=wish.date, wish=wish.wish, pattern=wish.pattern, price=Decimal(1))
    return GrantedWish(wish=rule, agents=(agent.id,))


def _named(agent: Agent, said: Text) -> Text:
    name = agent.name or agent.id
    return Text(en=f"{name}: {said.en.rstrip('.')}", ru=f"{name}: {said.ru.rstrip('.')}")


def _touches(scenario: Scenario, first: dt.date, last: dt.date) -> bool:
    horizon = scenario.horizon
    return horizon.day_of(last) >= 0 and horizon.day_of(first) < horizon.days
