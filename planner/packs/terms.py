"""Pay, night and holidays as the packs of a scenario ask for them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from models.base import Noun
from models.clock import MINUTES_PER_DAY, ClockSpan
from models.law_line import AskedTerm, LawLine
from models.scenario import Scenario
from planner.packs.compare import as_strict


@dataclass(frozen=True)
class LawTerm:
    """A term a line of law asks for, and the value the scenario has in its place.

    ``lawful`` is the law's value as the scenario would hold it; ``written`` says whether
    somebody wrote the scenario's, rather than left it out.
    """

    pack: str
    line: LawLine
    asked: AskedTerm
    lawful: Any
    value: Any
    written: bool

    @property
    def kept(self) -> bool:
        """Whether the value in the scenario is as the law asks, or better."""
        return _keeps(self.value, self.lawful, self.asked)


def law_terms(scenario: Scenario) -> Iterator[LawTerm]:
    """Every term the packs of a scenario ask for, in the order of the packs."""
    last = scenario.horizon.date_of(scenario.period.days - 1)
    for pack in scenario.law_packs:
        for line in pack.applied_lines():
            if not line.in_force(scenario.period.first_date, last):
                continue
            for asked in line.terms:
                section, field = asked.field.split(".")
                terms: Noun = getattr(scenario, section)
                lawful = getattr(type(terms).model_validate({field: asked.value}), field)
                written = field in terms.model_fields_set
                yield LawTerm(pack.kind, line, asked, lawful, getattr(terms, field), written)


def with_law_terms(scenario: Scenario) -> Scenario:
    """Put the law's terms where nothing was written, or less than the law asks.

    Of two packs the one that asks for more counts; what no order compares stays as written,
    and of two packs the later one's.
    """
    changed: dict[str, dict[str, Any]] = defaultdict(dict)
    for term in law_terms(scenario):
        section, field = term.asked.field.split(".")
        if term.written and (term.kept or term.asked.side == "unless_written"):
            continue
        # a band holds no number to prefer: the usual one stays where it holds the law's
        if isinstance(term.lawful, ClockSpan) and term.kept:
            continue
        if field not in changed[section] or not _keeps(changed[section][field], term.lawful, term.asked):
            changed[section][field] = term.lawful
    updates = {
        section: getattr(scenario, section).model_copy(update=fields)
        for section, fields in changed.items()
        if fields
    }
    return scenario.model_copy(update=updates) if updates else scenario


def _keeps(value: Any, lawful: Any, asked: AskedTerm) -> bool:
    if isinstance(lawful, ClockSpan) and asked.side == "at_least":
        return isinstance(value, ClockSpan) and _minutes(lawful) <= _minutes(value)
    return as_strict(value, lawful, asked.side)


def _minutes(span: ClockSpan) -> set[int]:
    """Minutes of the clock a span holds."""
    return {minute % MINUTES_PER_DAY for minute in range(span.start, span.end_unwrapped)}
