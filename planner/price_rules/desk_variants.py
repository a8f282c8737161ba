"""The scenario without the desk's minimum on duty, or without a contract's weekly limit."""

from collections.abc import Iterator

from models.scenario import Scenario
from models.text import Text
from planner.price_rules.variant import Change, Relation, Variant
from planner.rules.max_weekly_minutes import MaxWeeklyMinutes

_WITHOUT = Text(en="without it", ru="без него")
_OVERTIME = Text(en="overtime allowed", ru="сверхурочные разрешены")


def desk_variants(scenario: Scenario) -> Iterator[Variant]:
    """Leave out what the desk and its contracts ask beside the listed rules."""
    least = scenario.staffing.min_agents
    if least > 0:
        free = scenario.staffing.model_copy(update={"min_agents": 0, "break_cover": None})
        # whoever the minimum asked for becomes one too many, which may have a price
        relation: Relation = "other" if scenario.prices.overstaffed_hour else "looser"
        change = Change(scenario.model_copy(update={"staffing": free}), relation)
        what = Text(
            en=f"At least {least} on duty while the desk is open",
            ru=f"Не менее {least} на смене в часы работы",
        )
        yield Variant("min_agents", "rule", what, _WITHOUT, without=change)
    held = {agent.contract for agent in scenario.agents}
    held |= {vacancy.contract for vacancy in scenario.vacancies}
    for place, contract in enumerate(scenario.contracts):
        if contract.overtime_allowed or contract.name not in held:
            continue
        limit = MaxWeeklyMinutes(minutes=contract.weekly_minutes).explain()
        what = Text(
            en=f"{limit.en.rstrip('.')} (contract {contract.name})",
            ru=f"{limit.ru.rstrip('.')} (договор {contract.name})",
        )
        own = contract.model_copy(update={"overtime_allowed": True})
        contracts = (*scenario.contracts[:place], own, *scenario.contracts[place + 1 :])
        # overtime may be priced in ways that touch weeks within the limit too
        change = Change(scenario.model_copy(update={"contracts": contracts}), "other", same_roster=True)
        yield Variant(f"overtime:{contract.name}", "rule", what, _OVERTIME, without=change)
