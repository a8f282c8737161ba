"""One line of a labour law: what it asks, where it says so, and what of the planner keeps it."""

import datetime as dt
from typing import Any, Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.plain_name import PlainName
from models.text import Text

#: ``read``: found in the text of the law or in a quotation of it; ``to_check``: general
#: knowledge, to be confirmed before anybody relies on it.
Certainty = Literal["read", "to_check"]
#: Which values keep a line: those from the law's number up, or down; ``unless_written`` is for
#: values that no order compares: the law's is put where nothing is written, and others are told.
Side = Literal["at_least", "at_most", "unless_written"]
#: Whom a line binds; :mod:`planner.packs.whom` says how each is told from the scenario.
Whom = Literal[
    "everyone",
    "adults",
    "under_15",
    "under_16",
    "under_18",
    "aged_16_or_17",
    "barred_from_nights",
    "nights_without_consent",
    "barred_from_overtime",
    "overtime_without_consent",
    "barred_from_holidays",
    "holidays_without_consent",
    "not_opted_out",
    "opted_out",
    "without_overtime",
    "with_overtime",
]


class AskedRule(Noun):
    """A rule unit of the planner, and the fields a line of law gives it.

    Parameters
    ----------
    kind, fields
        As a scenario would write them.
    limit
        Field that holds the law's number, by which other rules of this kind are compared.
    side
        Whether rules are at least as strict from the law's number up, or down.
    norm
        Field that takes the norm hours of the accounting period, of each contract's week
        and less each person's leave; they are not known before the calendar is.
    begins
        Field that takes the first date of the accounting period.
    renews
        Whether the rule begins anew with every calendar ``year`` or ``month``.
    used_before
        Field that takes what each person has used before the plan: of a rule with ``begins``
        the minutes of the accounting period beside the shifts known, of others the overtime of
        the calendar year.
    """

    kind: str
    fields: dict[str, Any] = Field(default_factory=dict)
    limit: str = ""
    side: Literal["at_least", "at_most"] = "at_most"
    norm: str = ""
    begins: str = ""
    renews: Literal["year", "month"] | None = None
    used_before: str = ""


class AskedTerm(Noun):
    """A term of pay, night or holidays, and the least (or most) the law allows.

    ``field`` is the section and the field of a scenario, ``pay.night_premium``; ``value`` is
    as a scenario would write it.
    """

    field: str = Field(pattern=r"^\w+\.\w+$")
    value: Any
    side: Side = "at_least"


class LawLine(Noun):
    """One line of a law.

    Parameters
    ----------
    id
        Short name, unique in its pack.
    article
        Article, as each language writes it.
    asks
        What it asks, as one plain sentence.
    certainty
        Whether the line was read in a source or is general knowledge.
    read_in
        Page it was read on, where that is not the act itself.
    whom
        Whom its rules bind.
    contracts
        Contracts its rules bind, and nobody else, where the user has said which they are.
    rules, terms
        What of the planner keeps it.
    kept_by
        What else keeps it, for lines that are no rule and no term: the norm hours, a paper.
    not_checked
        Why the planner does not check it.
    valid_from, valid_to
        Dates it holds; the pack's own where left out.
    """

    id: PlainName
    article: Text
    asks: Text
    certainty: Certainty
    read_in: str = ""
    whom: Whom = "everyone"
    contracts: tuple[str, ...] = ()
    rules: tuple[AskedRule, ...] = ()
    terms: tuple[AskedTerm, ...] = ()
    kept_by: Text | None = None
    not_checked: Text | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    @model_validator(mode="after")
    def _one_answer(self) -> "LawLine":
        answers = bool(self.rules or self.terms) + (self.kept_by is not None) + (self.not_checked is not None)
        if answers != 1:
            raise ValueError(f"line {self.id}: say what keeps it, or why it is not checked")
        return self

    def in_force(self, first_date: dt.date, last_date: dt.date) -> bool:
        """Whether the line holds on any day of a period."""
        begun = self.valid_from is None or self.valid_from <= last_date
        return begun and (self.valid_to is None or self.valid_to >= first_date)
