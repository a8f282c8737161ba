"""People who are never on shift at the same time."""

from typing import Literal, Self

from pydantic import model_validator

from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, CoverageRow, Frame
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.coverage_reading import spells, who_is_there
from planner.rules.named_pairs import NamedPairs, listed

_HOUR = Text(en="each hour of each one too many", ru="каждый час каждого лишнего")


@RULES.register
class NeverTogether(NamedPairs):
    """At most one of the named agents is on shift at any time.

    Parameters
    ----------
    agents
        Two or more of them.
    price
        Cost of an hour for each one there beyond the first, in currency units; the rule is
        hard where left out.
    """

    kind: Literal["never_together"] = "never_together"

    @model_validator(mode="after")
    def _several(self) -> Self:
        if len(set(self.agents)) < 2 or self.contracts:
            raise BadValueError(
                Text(
                    en="name two agents or more, and no contracts; to have at most so many of a contract "
                    "at once, write max_seats with contracts",
                    ru="назовите двух сотрудников или больше, без договоров; чтобы людей с одним договором "
                    "было не больше стольких сразу, пишите max_seats с contracts",
                )
            )
        return self

    def rows(self, frame: Frame) -> tuple[CoverageRow, ...]:
        """At most one in each interval."""
        together = (tuple((name, 1) for name in dict.fromkeys(self.agents)),)
        return tuple(self.rows_of(frame, together, "throughout", None, 1))

    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Look who of them is there, interval by interval."""
        meetings = []
        for interval, there in enumerate(who_is_there(self, frame, roster)):
            met = tuple(name for name in dict.fromkeys(self.agents) if there[name])
            if len(met) > 1:
                meetings.append((interval, met))
        each = self.each_minor(frame, per_shift=False)
        return tuple(
            Violation(
                rule=self.kind,
                agent=None,
                date=spell.date,
                text=Text(
                    en=f"{spell.when.en}: {listed(tuple(map(frame.shown, spell.found)), 'and')} are on shift together",
                    ru=f"{spell.when.ru}: одновременно на смене {listed(tuple(map(frame.shown, spell.found)), 'и')}",
                ),
                hard=self.price is None,
                penalty_minor=spell.intervals * (len(spell.found) - 1) * each,
            )
            for spell in spells(frame, meetings)
        )

    def explain(self) -> Text:
        """Say who."""
        names = tuple(dict.fromkeys(self.agents))
        text = Text(
            en=f"{listed(names, 'and')} are never on shift together.",
            ru=f"Никогда не на смене одновременно: {listed(names, 'и')}.",
        )
        return self.or_else(text, _HOUR)

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Two who do not meet, and who do."""
        two: dict[str, object] = {"agents": ["a", "b"]}
        three: dict[str, object] = {"agents": ["a", "b", "c"], "price": "33.40"}
        return (
            Example(two, ("M", "E"), True, "one goes when the other comes"),
            Example(two, ("M", "D"), False, "from 8 to 14 both are there"),
            Example(two, ("D.", ".D", "DD"), True, "the third is nobody's matter"),
            Example(two, ("N.", ".M"), False, "the night meets the morning"),
            Example(
                two, (".", "D"), True, "edge: the eve's night leaves as the day comes", history=("N", "")
            ),
            Example(two, (".", "M"), False, "edge: the eve's night is still there", history=("N", "")),
            Example(
                three, ("M", "D", "D"), True, "6 h of two and 6 h of one too many", penalty_minor=18 * 3340
            ),
        )
