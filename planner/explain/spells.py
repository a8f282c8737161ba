"""The worst short hours: runs of intervals in which as many are missing for the same thing."""

from dataclasses import dataclass

from planner.explain.desk import PlannedDesk


@dataclass(frozen=True)
class Spell:
    """A run of short intervals; ``price_minor`` is what it costs in the plan's objective."""

    name: str
    first: int
    last: int
    number: int
    price_minor: int

    @property
    def intervals(self) -> int:
        """How many intervals."""
        return self.last - self.first + 1


def short_spells(desk: PlannedDesk, most: int) -> tuple[tuple[Spell, ...], int]:
    """Gather the short intervals of a plan, the dearest first; and how many more there are."""
    spells: list[Spell] = []
    for name in dict.fromkeys(one.name for one in desk.missing):
        for one in (own for own in desk.missing if own.name == name):
            price = one.number * one.price_minor
            last = spells[-1] if spells and spells[-1].name == name else None
            same_day = last is not None and _date(desk, last.last) == _date(desk, one.interval)
            if last is not None and same_day and (last.last + 1, last.number) == (one.interval, one.number):
                spells[-1] = Spell(name, last.first, one.interval, one.number, last.price_minor + price)
            else:
                spells.append(Spell(name, one.interval, one.interval, one.number, price))
    spells.sort(key=lambda spell: (-spell.price_minor, spell.first, spell.name))
    return tuple(spells[:most]), max(0, len(spells) - most)


def _date(desk: PlannedDesk, interval: int) -> object:
    horizon = desk.frame.horizon
    return horizon.local(horizon.interval_starts[interval]).date()
