"""Terms of pay and night, article by article: the law's own stays, a little less is raised to it."""

from dataclasses import dataclass
from typing import Any

import pytest

from models.law_pack import LAW_PACKS
from planner.packs.terms import with_law_terms
from tests.packs.desk import desk


@dataclass(frozen=True)
class Term:
    """A field, a value just as the law asks, one just below it, and one better."""

    pack: str
    field: str
    right: Any
    wrong: Any
    better: Any


TERMS = (
    # TK RF art. 152, 153 and 154 with Decree 554; art. 96
    Term("russia", "pay.overtime_premium", "0.5", "0.49", "0.75"),
    Term("russia", "pay.overtime_first_minutes", 120, 121, 60),
    Term("russia", "pay.overtime_later_premium", "1", "0.99", "1.5"),
    Term("russia", "pay.holiday_premium", "1", "0.99", "1.5"),
    Term("russia", "pay.night_premium", "0.2", "0.19", "0.4"),
    Term("russia", "night.band", "22:00-06:00", "22:00-05:59", "21:00-06:00"),
    # Labour Code of Kazakhstan art. 108, 109, 110, 76
    Term("kazakhstan", "pay.overtime_premium", "0.5", "0.49", "1"),
    Term("kazakhstan", "pay.overtime_later_premium", "0.5", "0.49", "1"),
    Term("kazakhstan", "pay.holiday_premium", "0.5", "0.49", "1"),
    Term("kazakhstan", "pay.night_premium", "0.5", "0.49", "1"),
    Term("kazakhstan", "night.band", "22:00-06:00", "22:01-06:00", "22:00-07:00"),
    # ArbZG § 6 and § 2; Directive 2003/88/EC art. 2; Working Time Regulations reg. 2
    Term("germany", "pay.night_premium", "0.25", "0.24", "0.3"),
    Term("germany", "night.band", "23:00-06:00", "23:00-05:00", "22:00-06:00"),
    Term("eu", "night.band", "00:00-05:00", "00:30-05:30", "23:00-06:00"),
    Term("uk", "night.band", "23:00-06:00", "00:00-07:00", "22:00-06:00"),
)


def under(pack: str, field: str, value: Any) -> Any:
    """What becomes of a value somebody wrote."""
    section, name = field.split(".")
    written: dict[str, Any] = {section: {name: value}}
    lawful = with_law_terms(desk(pack, **written))
    return getattr(getattr(lawful, section), name)


def as_written(field: str, value: Any) -> Any:
    """The value as a scenario without a law holds it."""
    section, name = field.split(".")
    written: dict[str, Any] = {section: {name: value}}
    return getattr(getattr(desk("us", **written), section), name)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.pack}-{term.field}")
def test_just_right_just_wrong_and_better(term: Term) -> None:
    right, better = as_written(term.field, term.right), as_written(term.field, term.better)
    assert under(term.pack, term.field, term.right) == right
    assert under(term.pack, term.field, term.better) == better
    assert as_written(term.field, term.wrong) != right
    assert under(term.pack, term.field, term.wrong) == right


def test_every_term_that_asks_for_a_number_or_a_band_has_its_row() -> None:
    asked = {
        (kind, term.field)
        for kind in LAW_PACKS
        for line in LAW_PACKS[kind].model_validate({}).lines()
        for term in line.terms
        if term.side != "unless_written" and term.value != 0
    }
    assert asked == {(term.pack, term.field) for term in TERMS}
