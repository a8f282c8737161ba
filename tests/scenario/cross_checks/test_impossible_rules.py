"""Rules that nobody can keep in the period, whoever works what."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import WEEKDAYS, Weekday
from models.horizon import Horizon
from models.rule import Frame
from planner.rules.weekends_off import WeekendsOff
from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.samples import changed, problems_of


def weekends_off(fields: str) -> tuple[str, str]:
    return ('minutes = "11h"', f'minutes = "11h"\n[[rules]]\nkind = "weekends_off"\n{fields}')


CASES: Cases = {
    "rules_nobody_can_keep": [
        (
            (weekends_off("min_off = 3"),),
            "rules[2] (weekends_off)",
            "min_off is 3, but the period has 2 weekends (sat+sun)",
        ),
        (
            (weekends_off("min_off = 1"), ("weeks = 2", "days = 4")),
            "rules[2] (weekends_off)",
            "the period has 0 weekends",
        ),
        (
            (weekends_off('min_off = 2\ndays = ["fri"]'), ("weeks = 2", "days = 11")),
            "rules[2] (weekends_off)",
            "the period has 1 weekend (fri)",
        ),
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)


def test_a_cut_weekend_counts_and_a_rule_out_of_force_does_not(tmp_path: Path) -> None:
    """Monday to Saturday of the week after has two weekends; the second is cut."""
    assert problems_of(tmp_path, changed(weekends_off("min_off = 2"), ("weeks = 2", "days = 13"))) == []
    over = weekends_off("min_off = 9\nvalid_to = 2026-10-31")
    assert problems_of(tmp_path, changed(over)) == []


@given(
    first=st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    length=st.integers(1, 40),
    days=st.sets(st.sampled_from(WEEKDAYS), min_size=1),
    min_off=st.integers(1, 7),
)
def test_it_speaks_exactly_when_days_off_alone_break_the_rule(
    first: dt.date, length: int, days: set[Weekday], min_off: int
) -> None:
    """Someone who never works has all the weekends there are: the rule's automaton is the judge."""
    rule = WeekendsOff(min_off=min_off, days=tuple(sorted(days)))
    frame = Frame(Horizon(zone="UTC", first_date=first, days=length, interval_minutes=60))
    state = rule.start(frame, ())
    for day in range(length):
        step = rule.step(frame, state, day, None)
        assert step is not None
        state = step[0]
    dates = tuple(first + dt.timedelta(days=day) for day in range(length))
    assert bool(rule.never_kept_in(dates)) == (rule.finish(frame, state) is None)
