"""Rules that nobody can keep in the period, whoever works what."""

import datetime as dt
from collections.abc import Iterator

from models.errors import InputProblem
from planner.scenario.draft import Draft


def rules_nobody_can_keep(draft: Draft) -> Iterator[InputProblem]:
    """Rules in force that ask for more than the period has; each rule says that of itself."""
    dates = tuple(draft.dates)
    if not dates or not draft.whole("period", "rules"):
        return
    for i, rule in draft.rules:
        begins, ends = rule.valid_from or dt.date.min, rule.valid_to or dt.date.max
        own = tuple(date for date in dates if begins <= date <= ends)
        reason = rule.never_kept_in(own) if own else None
        if reason is not None:
            yield InputProblem(draft.place("rules", i), reason)
