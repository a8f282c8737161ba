"""Shifts that no pattern allows, and clock changes that every pattern allows."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from models.desk import Desk, Period
from models.shift import Shift
from models.tour import Roster
from tests.audit.desk import desk_scenario, hard_rules, legal_roster, shift_of, tour_of, with_shift


def moved(shift: Shift, minutes: int) -> Shift:
    return replace(
        shift,
        start_minute=shift.start_minute + minutes,
        end_minute=shift.end_minute + minutes,
        break_start_minute=shift.break_start_minute + minutes,
        break_end_minute=shift.break_end_minute + minutes,
    )


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        (lambda s: moved(s, 60), []),
        (lambda s: moved(s, 30), ["pattern_start"]),
        (lambda s: replace(s, end_minute=s.end_minute + 30), ["pattern_length", "paid_minutes"]),
        (lambda s: replace(s, paid_minutes=s.paid_minutes + 60), ["paid_minutes"]),
        (lambda s: replace(s, pattern="Ghost"), ["unknown_pattern"]),
        (lambda s: replace(s, is_night=True), ["night_mark"]),
        (lambda s: replace(s, break_start_minute=0, break_end_minute=0), ["pattern_break"]),
        (lambda s: replace(s, break_end_minute=s.break_end_minute - 30), ["pattern_break"]),
        (lambda s: replace(s, break_paid=True), ["pattern_break"]),
        (
            lambda s: replace(
                s, break_start_minute=s.break_start_minute + 30, break_end_minute=s.break_end_minute + 30
            ),
            [],
        ),
        (
            lambda s: replace(
                s, break_start_minute=s.break_start_minute + 90, break_end_minute=s.break_end_minute + 90
            ),
            ["pattern_break"],
        ),
    ],
)
def test_a_changed_day_shift(change: Any, rules: list[str]) -> None:
    scenario = desk_scenario(rules=())
    roster = with_shift(legal_roster(scenario), 0, 1, change(shift_of(scenario, 1, "Day")))
    assert sorted(rule for rule, _ in hard_rules(scenario, roster)) == sorted(rules)


def test_a_break_where_the_pattern_has_none() -> None:
    scenario = desk_scenario(rules=())
    shift = shift_of(scenario, 4, "Short")
    paused = replace(
        shift, break_start_minute=shift.start_minute + 60, break_end_minute=shift.start_minute + 90
    )
    roster = with_shift(legal_roster(scenario), 1, 4, paused)
    assert hard_rules(scenario, roster) == [("pattern_break", "bob")]


def test_the_weekday_of_the_pattern() -> None:
    scenario = desk_scenario(rules=())
    roster = with_shift(legal_roster(scenario), 0, 5, shift_of(scenario, 5, "Day"))
    assert hard_rules(scenario, roster) == [("pattern_weekday", "ana")]


def test_the_patterns_of_the_contract() -> None:
    scenario = desk_scenario(rules=())
    roster = with_shift(legal_roster(scenario), 1, 3, shift_of(scenario, 3, "Night"))
    assert hard_rules(scenario, roster) == [("contract_pattern", "bob")]


@pytest.mark.parametrize(("first_date", "hours"), [(dt.date(2026, 3, 23), 11), (dt.date(2026, 10, 19), 13)])
def test_a_night_the_clocks_change_fits_its_pattern(first_date: dt.date, hours: int) -> None:
    """Saturday night in Berlin: 12 hours by the clock, 11 or 13 in fact, and paid so."""
    scenario = desk_scenario(
        desk=Desk(name="desk", zone="Europe/Berlin", currency="EUR"),
        period=Period(first_date=first_date, days=7),
        agents=(),
        rules=(),
    )
    tour = tour_of(scenario, "hire-1", ".....N.")
    (night,) = tour.worked
    assert night.paid_minutes == hours * 60
    assert hard_rules(scenario, Roster((tour,))) == []
    flat = replace(night, end_minute=night.start_minute + 720, paid_minutes=720)
    wrong = Roster((replace(tour, shifts=(*tour.shifts[:5], flat, None)),))
    assert hard_rules(scenario, wrong) == [("pattern_length", "hire-1")]
