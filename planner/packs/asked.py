"""The rules that the packs of a scenario ask for, with the lines they come from."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from models.agent import Agent
from models.law_line import AskedRule, LawLine
from models.law_pack import LawPack, Span
from models.rule import RULES, Rule
from models.scenario import Scenario
from models.text import Language, Text
from planner.packs.norm_bound import NormOf, norm_shares
from planner.packs.whom import Bound, bound_by, by_fact

_TO_CHECK = Text(en="to be checked", ru="требует проверки")


@dataclass(frozen=True)
class LawRule:
    """A rule that a line of law asks for in a scenario."""

    pack: str
    line: LawLine
    asked: AskedRule
    rule: Rule


def law_rules(scenario: Scenario, norm_of: NormOf) -> tuple[LawRule, ...]:
    """Every rule the packs of a scenario ask for in its period, in the order of the packs."""
    first, last = _period(scenario)
    return tuple(
        LawRule(pack.kind, line, asked, rule)
        for pack in scenario.law_packs
        for line in pack.applied_lines()
        if line.in_force(first, last)
        for asked in line.rules
        for rule in _rules(scenario, pack, line, asked, norm_of)
    )


def article_text(line: LawLine, language: Language) -> str:
    """Write the article of a line, and whether somebody should check it first."""
    article = line.article.in_language(language)
    return article if line.certainty == "read" else f"{article} ({_TO_CHECK.in_language(language)})"


def _rules(
    scenario: Scenario, pack: LawPack, line: LawLine, asked: AskedRule, norm_of: NormOf
) -> Iterator[Rule]:
    bound = ((), line.contracts) if line.contracts else bound_by(line.whom, scenario)
    if bound is None:
        return
    common: dict[str, Any] = {
        **asked.fields,
        "source": article_text(line, scenario.desk.language),
        "valid_from": line.valid_from,
        "valid_to": line.valid_to,
    }
    for (agents, contracts), more in _variants(scenario, pack, asked, bound, norm_of):
        # what a variant says of its dates holds within those of the line
        yield RULES[asked.kind].model_validate({**common, **more, "agents": agents, "contracts": contracts})


def _variants(
    scenario: Scenario, pack: LawPack, asked: AskedRule, bound: Bound, norm_of: NormOf
) -> Iterator[tuple[Bound, dict[str, Any]]]:
    """Whom a rule binds with which further fields: hours of the norm, dates, what was used before."""
    first, last = _period(scenario)
    span = pack.accounting_span(first, last)
    groups: tuple[tuple[Bound, dict[str, Any]], ...] = ((bound, {}),)
    if asked.begins:
        groups = ((bound, {asked.begins: span[0]}),)
    elif asked.norm:
        since = {"since": span[0]} if span[0] < first else {}
        groups = tuple(
            (share.people, {asked.norm: share.minutes, **(since if share.adds_up_before else {})})
            for share in norm_shares(scenario, bound, span, norm_of)
        )
    for people, fields in groups:
        for begins, dates in _stretches(asked, first, last):
            if not asked.used_before or begins > first:
                yield people, {**fields, **dates}
                continue
            fact = partial(_minutes_before, begins=span[0]) if asked.begins else _overtime_before
            for some, minutes in by_fact(scenario, people, fact):
                yield some, {**fields, **dates, **({asked.used_before: minutes} if minutes else {})}


def _overtime_before(agent: Agent) -> int:
    return agent.overtime_minutes_this_year


def _minutes_before(agent: Agent, begins: dt.date) -> int:
    """Minutes of the accounting period before the plan that no shift known accounts for."""
    known = sum(
        worked.length_minutes if worked.paid_minutes is None else worked.paid_minutes
        for worked in agent.worked_before
        if worked.date >= begins
    )
    return max(0, (agent.accounting_minutes or 0) - known)


def _stretches(
    asked: AskedRule, first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, dict[str, dt.date]]]:
    """Years or months a rule begins anew with: first date of each, and the dates that keep it there."""
    if asked.renews is None:
        yield first, {}
        return
    begins = first.replace(day=1) if asked.renews == "month" else first.replace(month=1, day=1)
    while begins <= last:
        following = _following(begins, asked.renews)
        dates = {"valid_from": begins} if begins > first else {}
        if following <= last:
            dates["valid_to"] = following - dt.timedelta(days=1)
        yield begins, dates
        begins = following


def _following(begins: dt.date, renews: Literal["year", "month"]) -> dt.date:
    if renews == "year" or begins.month == 12:
        return dt.date(begins.year + 1, 1, 1)
    return begins.replace(month=begins.month + 1)


def _period(scenario: Scenario) -> Span:
    first = scenario.period.first_date
    return first, first + dt.timedelta(days=scenario.period.days - 1)
