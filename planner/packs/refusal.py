"""What a pack cannot answer for: dates it knows nothing of, lines it does not have."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from models.law_pack import LawPack


@dataclass(frozen=True)
class Refusal:
    """A mistake in how packs are asked for: where, what, and what is allowed."""

    path: tuple[str | int, ...]
    message: str
    allowed: str = ""


def refusals(packs: tuple[tuple[int, LawPack], ...], first: dt.date, last: dt.date) -> Iterator[Refusal]:
    """Everything the packs of a scenario cannot answer for in a period.

    Parameters
    ----------
    packs
        Packs with their positions in the scenario.
    first, last
        The period, both dates included.
    """
    seen: dict[str, int] = {}
    for position, pack in packs:
        at = ("law_packs", position)
        if pack.kind in seen:
            yield Refusal(at, f'the pack "{pack.kind}" is asked for twice', "each pack once")
        seen.setdefault(pack.kind, position)
        yield from _dates(at, pack, first, last)
        known = [line.id for line in pack.lines()]
        for name in pack.without:
            if name not in known:
                message = f'the pack "{pack.kind}" has no line "{name}"'
                yield Refusal((*at, "without"), message, ", ".join(known))


def _dates(at: tuple[str | int, ...], pack: LawPack, first: dt.date, last: dt.date) -> Iterator[Refusal]:
    if first < pack.valid_from or last > pack.known_until:
        message = (
            f'the pack "{pack.kind}" knows the law from {pack.valid_from} to {pack.known_until}, '
            f"the period is {first} to {last}"
        )
        until = f"unchanged_until = {last} once you have checked that the law is still the same"
        ways = [until] if first >= pack.valid_from else []
        yield Refusal(at, message, ", or ".join(["a period within these dates", *ways, "no pack"]))
    since, until_date = pack.accounting_span(first, last)
    if since > first or until_date < last:
        message = f"the accounting period {since} to {until_date} does not hold the period {first} to {last}"
        yield Refusal(at, message, "an accounting period that begins before and ends after the plan")
