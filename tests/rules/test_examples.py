"""Every rule has hand-labelled examples, and both of its halves read them as labelled."""

import re

import pytest

from models.example import Example
from models.rule import CoverageRule, Rule, TourRule
from tests.rules.agreement import automaton_verdict, rows_verdict, verdict
from tests.rules.known import ALL, example_frame, example_roster, kind_of, labelled


@pytest.mark.parametrize(("unit", "example"), labelled(ALL))
def test_an_example_is_read_as_labelled(unit: type[Rule], example: Example) -> None:
    rule, frame = unit.model_validate(example.rule), example_frame(example)
    roster = example_roster(example, frame)
    wanted = example.penalty_minor if example.legal else None
    if isinstance(rule, TourRule):
        (tour,) = roster.tours
        assert automaton_verdict(rule, frame, tour) == wanted, "automaton"
        assert verdict(rule.check(frame, tour)) == wanted, "check"
    else:
        assert isinstance(rule, CoverageRule)
        assert rows_verdict(rule, frame, roster) == wanted, "rows"
        assert verdict(rule.check(frame, roster)) == wanted, "check"


@pytest.mark.parametrize("unit", ALL, ids=kind_of)
def test_the_examples_show_what_matters(unit: type[Rule]) -> None:
    examples = unit.examples()
    assert len(examples) >= 4
    outcomes = {(example.legal, example.penalty_minor > 0) for example in examples}
    assert len(outcomes) >= 2, "a kept and a broken one"
    assert any(any(text.strip(".") for text in example.history) for example in examples), "history"
    assert any(example.why.startswith("edge: ") for example in examples), "an edge of the period"


@pytest.mark.parametrize(("unit", "example"), labelled(ALL))
def test_a_finding_says_whom_when_and_what(unit: type[Rule], example: Example) -> None:
    rule, frame = unit.model_validate(example.rule), example_frame(example)
    roster = example_roster(example, frame)
    if isinstance(rule, TourRule):
        found = rule.check(frame, roster.tours[0])
    else:
        assert isinstance(rule, CoverageRule)
        found = rule.check(frame, roster)
    period = [frame.horizon.date_of(day) for day in range(frame.horizon.days)]
    for violation in found:
        assert violation.rule == rule.kind
        assert violation.agent == ("a" if isinstance(rule, TourRule) else None)
        assert violation.date in period
        assert violation.text.en
        assert violation.text.ru != violation.text.en
        assert not re.search(r"at most 0\b|не более 0\b", f"{violation.text.en} {violation.text.ru}")
        assert violation.hard == (violation.penalty_minor == 0)
