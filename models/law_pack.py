"""A law pack: a country's labour law as lines of data, and the registry that finds every pack."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from models.base import Noun
from models.law_line import LawLine
from models.registry import Registry
from models.text import Text

#: First and last date of a period over which hours are added up, both included.
Span = tuple[dt.date, dt.date]


class LawPack(Noun, ABC):
    """What all packs share.  A pack refuses dates it knows nothing of instead of guessing.

    Parameters
    ----------
    kind
        Name of the pack.
    unchanged_until
        Date to which the user has checked that the law is still as the pack has it.
    without
        Lines that do not apply here, e.g. by a collective agreement; the audit says so.
    """

    #: Dates the pack is for: ``valid_to`` is ``None`` where the act has long stood and no end is
    #: known, else so far ahead as changes of an act amended every year are made known.
    valid_from: ClassVar[dt.date]
    valid_to: ClassVar[dt.date | None]
    title: ClassVar[Text]
    #: Acts the lines are taken from.
    acts: ClassVar[Text]

    kind: str
    unchanged_until: dt.date | None = None
    without: tuple[str, ...] = ()

    @property
    def known_until(self) -> dt.date | None:
        """Last date the pack may be used for; ``None`` where no end is known."""
        if self.valid_to is None:
            return None
        return max(self.valid_to, self.unchanged_until or self.valid_to)

    def knows(self, date: dt.date) -> bool:
        """Whether the pack is for a date."""
        last = self.known_until
        return self.valid_from <= date and (last is None or date <= last)

    @abstractmethod
    def lines(self) -> tuple[LawLine, ...]:
        """Every line of the law, under the options of the pack."""

    def accounting_span(self, first_date: dt.date, last_date: dt.date) -> Span:
        """Period over which the norm of hours is kept; the planned one unless a pack says otherwise."""
        return first_date, last_date

    def missed_by_options(self, first_date: dt.date) -> Iterator[tuple[str, str, Text]]:
        """Lines that what the user told the pack does not keep: option, name of the line, what was told.

        Asked of plans that begin on a date; a line switched off is left out by the caller.
        """
        return iter(())

    def applied_lines(self) -> tuple[LawLine, ...]:
        """Lines that are not switched off."""
        return tuple(line for line in self.lines() if line.id not in self.without)


def pack_by_name(written: Any) -> Any:
    """Read ``"russia"`` as ``{kind = "russia"}``: a pack without options is written by its name."""
    return {"kind": written} if isinstance(written, str) else written


#: Every pack; importing :mod:`planner.packs` fills it.
LAW_PACKS: Registry[type[LawPack]] = Registry("law pack")
