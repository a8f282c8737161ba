"""People who work the same hours."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal, Self

from pydantic import model_validator

from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, CoverageRow, Frame
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.coverage_reading import spells, who_is_there
from planner.rules.named_pairs import NamedPairs, Scope, listed

_HOUR = Text(en="each hour one is there without the other", ru="каждый час одного без другого")
_SHIFT = Text(en="each shift that begins alone", ru="каждую смену, начатую поодиночке")


@RULES.register
class AlwaysTogether(NamedPairs):
    """Where the first of the named agents is on shift, so are the others, and the other way round.

    Each is compared with the first.  A leave of one keeps all of them off, unless the rule has
    a price.

    Parameters
    ----------
    agents
        Two or more of them.
    scope
        ``throughout``: they are there in the same hours; ``same_start``: their shifts begin at
        the same time and may end at different ones.
    price
        Cost of an hour (of a shift, for ``same_start``) in which one is there without the other,
        in currency units; the rule is hard where left out.
    """

    kind: Literal["always_together"] = "always_together"
    scope: Scope = "throughout"

    @model_validator(mode="after")
    def _several(self) -> Self:
        if len(set(self.agents)) < 2 or self.contracts:
            raise BadValueError(
                Text(
                    en="name two agents or more, and no contracts",
                    ru="назовите двух сотрудников или больше, без договоров",
                )
            )
        return self

    def rows(self, frame: Frame) -> tuple[CoverageRow, ...]:
        """As many of the first as of each other one."""
        first, *others = dict.fromkeys(self.agents)
        pairs = [((first, 1), (other, -1)) for other in others]
        return tuple(self.rows_of(frame, pairs, self.scope, 0, 0))

    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Look who is there without whom, interval by interval."""
        per_shift = self.scope == "same_start"
        presence = list(who_is_there(self, frame, roster, starting=per_shift))
        each = self.each_minor(frame, per_shift=per_shift)
        return tuple(
            Violation(
                rule=self.kind,
                agent=None,
                date=spell.date,
                text=Text(
                    en=f"{spell.when.en}: {frame.shown(spell.found[0])} is on shift "
                    f"without {frame.shown(spell.found[1])}",
                    ru=f"{spell.when.ru}: {frame.shown(spell.found[0])} на смене, "
                    f"{frame.shown(spell.found[1])} – нет",
                ),
                hard=self.price is None,
                penalty_minor=spell.intervals * each,
            )
            for other in range(1, len(set(self.agents)))
            for spell in spells(frame, self._apart(presence, other))
        )

    def _apart(self, presence: list[Counter[str]], number: int) -> Iterator[tuple[int, tuple[str, str]]]:
        names = tuple(dict.fromkeys(self.agents))
        for interval, there in enumerate(presence):
            pair = names[0], names[number]
            if there[pair[0]] != there[pair[1]]:
                yield interval, pair if there[pair[0]] else (pair[1], pair[0])

    def explain(self) -> Text:
        """Say who, and when."""
        names = tuple(dict.fromkeys(self.agents))
        if self.scope == "same_start":
            text = Text(
                en=f"Shifts of {listed(names, 'and')} begin at the same times.",
                ru=f"Смены начинаются в одно время: {listed(names, 'и')}.",
            )
            return self.or_else(text, _SHIFT)
        text = Text(
            en=f"{listed(names, 'and')} are always on shift together.",
            ru=f"Всегда на смене вместе: {listed(names, 'и')}.",
        )
        return self.or_else(text, _HOUR)

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Two who ride in one car."""
        two: dict[str, object] = {"agents": ["a", "b"]}
        start: dict[str, object] = {"agents": ["a", "b"], "scope": "same_start"}
        priced: dict[str, object] = {**two, "price": "10"}
        shifts: dict[str, object] = {**start, "price": "70.50"}
        return (
            Example(two, ("D.N", "D.N", "M.."), True, "the same hours; the third is free"),
            Example(two, ("D", "."), False, "one comes alone"),
            Example(two, ("D", "M"), False, "they come and go at different times"),
            Example(priced, ("D", "M"), True, "2 h of the one and 6 h of the other", penalty_minor=8 * 1_000),
            Example(start, ("D.", "D."), True, "they begin together"),
            Example(start, ("DM", "D."), False, "the second day one begins alone"),
            Example(shifts, ("D", "M"), True, "two shifts begun alone", penalty_minor=2 * 7_050),
            Example(start, (".", "."), True, "edge: a shift before the period is over", history=("N", "")),
            Example(two, (".", "."), False, "edge: one still works the eve's night", history=("N", "")),
        )
