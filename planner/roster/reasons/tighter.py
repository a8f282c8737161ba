"""A rule one step tighter, found from what its looser steps are."""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import ValidationError

from models.rule import Frame, TourRule
from planner.roster.reasons.legal_tours import LegalTours

#: Steps tried per field, smallest first: counts, planning intervals, hours, a day.
_STEPS = (1, 15, 30, 60, 1440)
#: Steps on the way to one that matters with the shifts there are.
_MOST_STEPS = 12
#: Fields that say whom a rule binds, when, and at what price, not how much it asks.
_NO_AMOUNT = {"kind", "agents", "contracts", "source", "valid_from", "valid_to", "price", "number"}


def tightened(rule: TourRule, frame: Frame) -> TourRule | None:
    """Return the rule whose first looser step is this one; ``None`` where there is none.

    Every rule knows its looser steps (:meth:`models.rule.TourRule.loosened`), so the next
    tighter one needs no knowledge of its own: whichever neighbour leads back here.
    """
    return next(
        (one for one in _neighbours(rule) if next(one.loosened(frame), None) == rule),
        None,
    )


def first_tighter(legal: LegalTours, rule: TourRule) -> TourRule | None:
    """Tighten until it matters with these shifts; ``None`` where it never does in a dozen steps."""
    step = rule
    dates = tuple(legal.frame.horizon.date_of(day) for day in range(legal.frame.horizon.days))
    for _ in range(_MOST_STEPS):
        tighter = tightened(step, legal.frame)
        if tighter is None or tighter.never_kept_in(dates):
            return None
        if not legal.same(rule, tighter):
            return tighter
        step = tighter
    return None


def first_looser(legal: LegalTours, rule: TourRule) -> TourRule | None:
    """Loosen until it matters with these shifts."""
    for _, step in zip(range(_MOST_STEPS), rule.loosened(legal.frame), strict=False):
        if not legal.same(rule, step):
            return step
    return None


def _neighbours(rule: TourRule) -> Iterator[TourRule]:
    """Rules that differ in one amount by one step."""
    fields = rule.model_dump()
    for size in _STEPS:
        for name, value in fields.items():
            if name in _NO_AMOUNT or isinstance(value, bool) or not isinstance(value, int | Decimal):
                continue
            for step in (-size, size):
                try:
                    yield type(rule).model_validate({**fields, name: value + step})
                except ValidationError:
                    continue
