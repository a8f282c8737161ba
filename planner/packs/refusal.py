"""What a pack cannot answer for: dates it knows nothing of, lines it does not have."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from models.law_pack import LawPack
from models.text import Text


@dataclass(frozen=True)
class Refusal:
    """A mistake in how packs are asked for: where, what, and what is allowed."""

    path: tuple[str | int, ...]
    message: Text
    allowed: Text


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
            message = Text(
                en=f'the pack "{pack.kind}" is asked for twice', ru=f'набор "{pack.kind}" указан дважды'
            )
            yield Refusal(at, message, Text(en="each pack once", ru="каждый набор один раз"))
        seen.setdefault(pack.kind, position)
        yield from _dates(at, pack, first, last)
        known = [line.id for line in pack.lines()]
        for name in pack.without:
            if name not in known:
                message = Text(
                    en=f'the pack "{pack.kind}" has no line "{name}"',
                    ru=f'в наборе "{pack.kind}" нет строки "{name}"',
                )
                yield Refusal((*at, "without"), message, Text.same(", ".join(known)))


def _dates(at: tuple[str | int, ...], pack: LawPack, first: dt.date, last: dt.date) -> Iterator[Refusal]:
    if not (pack.knows(first) and pack.knows(last)):
        end = pack.known_until
        known = Text(
            en=f"from {pack.valid_from}" + (f" to {end}" if end else " on"),
            ru=f"с {pack.valid_from}" + (f" по {end}" if end else ""),
        )
        message = Text(
            en=f'the pack "{pack.kind}" knows the law {known.en}, the period is {first} to {last}',
            ru=f'набор "{pack.kind}" знает закон {known.ru}, а период с {first} по {last}',
        )
        line = f'law_packs = [{{ kind = "{pack.kind}", unchanged_until = {last} }}]'
        until = Text(
            en=f"{line} once you have checked that the law is still the same",
            ru=f"{line}, если вы проверили, что закон не изменился",
        )
        ways = [until] if first >= pack.valid_from else []
        within = Text(en="a period within these dates", ru="период в пределах этих дат")
        none = Text(en="no pack", ru="без набора")
        yield Refusal(at, message, Text(en=", or ", ru=", или ").join([within, *ways, none]))
    since, until_date = pack.accounting_span(first, last)
    if since > first or until_date < last:
        message = Text(
            en=f"the accounting period {since} to {until_date} does not hold the period {first} to {last}",
            ru=f"период с {first} по {last} не умещается в учётный период с {since} по {until_date}",
        )
        allowed = Text(
            en="an accounting period that begins before and ends after the plan",
            ru="учётный период, который начинается раньше плана и кончается позже него",
        )
        yield Refusal(at, message, allowed)
