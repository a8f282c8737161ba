"""The team of a scenario, as rules about several people see it."""

import datetime as dt

from models.agent import Agent
from models.member import Member
from models.scenario import Scenario
from models.shown_names import shown_names


def team_of(scenario: Scenario) -> tuple[Member, ...]:
    """Everyone named, and the vacancies."""
    minutes = {contract.name: contract.weekly_minutes for contract in scenario.contracts}
    entries = scenario.fairness_ledger.entries
    names = shown_names(scenario.agents)
    named = tuple(
        Member(
            agent.id,
            agent.contract,
            minutes.get(agent.contract, 0),
            frozenset(agent.skills),
            agent.grade,
            away=frozenset(_away(scenario, agent)),
            balances=tuple((one.burden, one.balance) for one in entries if one.agent == agent.id),
            shown=names[agent.id],
        )
        for agent in scenario.agents
    )
    hires = tuple(
        Member(
            vacancy.name,
            vacancy.contract,
            minutes.get(vacancy.contract, 0),
            frozenset(vacancy.skills),
            vacancy.grade,
            vacancy.max_hires,
            is_vacancy=True,
        )
        for vacancy in scenario.vacancies
        if vacancy.max_hires > 0
    )
    return named + hires


def _away(scenario: Scenario, agent: Agent) -> set[dt.date]:
    """Dates of the period on which an agent is on leave or not employed."""
    dates = (scenario.horizon.date_of(day) for day in range(scenario.period.days))
    return {
        date
        for date in dates
        if any(leave.first_date <= date <= leave.last_date for leave in agent.leave)
        or (agent.first_day is not None and date < agent.first_day)
        or (agent.last_day is not None and date > agent.last_day)
    }
