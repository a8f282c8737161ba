"""Vacations whose pay nobody can work out."""

from collections.abc import Iterator

from models.errors import InputProblem
from models.shown_names import shown_names
from models.text import Text
from planner.scenario.draft import Draft

#: People named before the rest are only counted.
_NAMED = 6


def vacations_without_pay(draft: Draft) -> Iterator[InputProblem]:
    """People paid by the hour with a vacation in the period and no average pay of a day: it costs nothing."""
    if not draft.dates:
        return
    first, last = draft.dates[0], draft.dates[-1]
    hourly = {contract.name for _, contract in draft.contracts if contract.pay == "hourly"}
    found = [
        (i, agent)
        for i, agent in draft.agents
        if agent.contract in hourly
        and agent.average_daily_pay is None
        and any(
            one.kind == "vacation" and one.first_date <= last and one.last_date >= first
            for one in agent.leave
        )
    ]
    if not found:
        return
    names = shown_names(agent for _, agent in found)
    told = ", ".join(list(names.values())[:_NAMED])
    more = f" +{len(names) - _NAMED}" if len(names) > _NAMED else ""
    yield InputProblem(
        draft.place("agents", found[0][0]),
        Text(
            en=f"paid by the hour, on vacation and without average_daily_pay: {told}{more}; "
            "their vacation pay is not in the cost",
            ru=f"оплата по часам, есть отпуск, но нет average_daily_pay: {told}{more}; "
            "отпускные в стоимость не входят",
        ),
    )
