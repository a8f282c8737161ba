"""Shifts before the period that cannot have been worked as they are written."""

from collections.abc import Iterator

from models.agent import Agent
from models.errors import InputProblem
from models.past_shifts import past_shifts
from models.pay_terms import NightTerms
from models.shift import Shift
from models.text import Text
from planner.scenario.cross_checks.dates import MOST_LOOK_BACK_DAYS
from planner.scenario.draft import Draft


def worked_before_overlaps(draft: Draft) -> Iterator[InputProblem]:
    """Two shifts of one person at the same time."""
    for i, agent in draft.agents:
        shifts = _placed(draft, agent)
        for later, (j, shift) in enumerate(shifts):
            for k, other in shifts[:later]:
                if shift.start_minute < other.end_minute and other.start_minute < shift.end_minute:
                    place = draft.place("agents", i, "worked_before", j)
                    message = Text(
                        en=f"{agent.id} was at work already then, by worked_before[{k + 1}]",
                        ru=f"{agent.id} в это время уже на смене: worked_before[{k + 1}]",
                    )
                    allowed = Text(
                        en="shifts that do not overlap", ru="смены, которые не накладываются друг на друга"
                    )
                    yield InputProblem(place, message, allowed)


def worked_before_paid(draft: Draft) -> Iterator[InputProblem]:
    """More minutes paid than the shift lasted; a night the clocks went back lasted an hour longer."""
    for i, agent in draft.agents:
        for j, shift in _placed(draft, agent):
            lasted = shift.end_minute - shift.start_minute
            if shift.paid_minutes > lasted:
                place = draft.place("agents", i, "worked_before", j, "paid_minutes")
                message = Text(
                    en=f"{shift.paid_minutes} minutes are paid, but the shift lasted {lasted}",
                    ru=f"оплачено минут: {shift.paid_minutes}, а смена длилась {lasted}",
                )
                yield InputProblem(place, message, Text(en=f"at most {lasted}", ru=f"не больше {lasted}"))


def _placed(draft: Draft, agent: Agent) -> list[tuple[int, Shift]]:
    """Past shifts on the axis of minutes, with their positions; dates reported elsewhere are left out."""
    horizon = draft.horizon
    if horizon is None:
        return []
    first = horizon.first_date
    return [
        (j, past_shifts(horizon, NightTerms(), (worked,))[0])
        for j, worked in enumerate(agent.worked_before)
        if 0 < (first - worked.date).days <= MOST_LOOK_BACK_DAYS
    ]
