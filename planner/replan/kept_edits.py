"""Edits of a roster workbook, as changes that stay while the rest is planned again."""

from collections.abc import Iterable

from models.horizon import Horizon
from planner.replan.changes import Absence, AnyChange, Lock
from planner.workbook.edits import Edit


def kept_edits(edits: Iterable[Edit], horizon: Horizon) -> tuple[AnyChange, ...]:
    """Lock every edited day as it was entered; where leave was entered the person is away."""
    kept: list[AnyChange] = []
    for edit in edits:
        date = horizon.date_of(edit.day)
        if edit.leave is None:
            kept.append(Lock(agents=(edit.agent,), first_date=date, last_date=date))
        else:
            kept.append(Absence(agent=edit.agent, first_date=date, last_date=date, reason=edit.leave))
    return tuple(kept)
