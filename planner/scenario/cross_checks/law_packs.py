"""Law packs asked for dates or lines they know nothing of."""

from collections.abc import Iterator

from models.errors import InputProblem
from planner.packs.refusal import refusals
from planner.scenario.draft import Draft


def law_packs_that_cannot_answer(draft: Draft) -> Iterator[InputProblem]:
    """Packs out of their dates, asked for twice, or with lines they do not have left out."""
    dates = draft.dates
    if dates:
        for found in refusals(tuple(draft.law_packs), dates[0], dates[-1]):
            yield InputProblem(draft.place(*found.path), found.message, found.allowed)
