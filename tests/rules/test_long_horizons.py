"""Weeks of random shifts, where enumeration cannot go: automaton and check still agree."""

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.example import EXAMPLE_SHIFTS
from models.horizon import Horizon
from models.rule import Frame, Rule, TourRule
from models.shift import Shift
from models.tour import RosterAgent, Tour
from tests.rules.agreement import automaton_verdict, verdict
from tests.rules.known import TOUR_RULES, kind_of, variants

ZONES = ("Europe/Moscow", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe")


def random_shift(random: Random, horizon: Horizon, day: int) -> Shift:
    """A shift of some pattern's name at any quarter of an hour; many touch midnight, half have a break."""
    length = random.choice((240, 480, 720, 1440))
    clock = random.choice((0, (1440 - length) % 1440, random.randrange(0, 1440, 15)))
    start, end = horizon.minute_at(day, clock), horizon.minute_at(day, clock + length)
    is_night, paid = random.random() < 0.4, end - start
    pause = random.choice((0, 0, 30, 60))
    begins = start + random.randrange(0, end - start - pause, 15) if pause else 0
    name = random.choice(list(EXAMPLE_SHIFTS))
    return Shift(day, start, end, name, paid - pause, begins, begins + pause, is_night=is_night)


def mostly_legal_tour(random: Random, rule: TourRule, frame: Frame, history: tuple[Shift, ...]) -> Tour:
    """Go where the automaton lets one, seldom elsewhere: otherwise no long tour would be legal."""
    state, shifts = rule.start(frame, history), []
    free_from = history[-1].end_minute if history else 0
    for day in range(frame.horizon.days):
        shift = None if random.random() < 0.3 else random_shift(random, frame.horizon, day)
        if shift is not None and shift.start_minute < free_from:
            shift = None
        step = rule.step(frame, state, day, shift)
        if step is None and random.random() < 0.95:
            other = None if shift else random_shift(random, frame.horizon, day)
            if other is None or other.start_minute >= free_from:
                shift, step = other, rule.step(frame, state, day, other)
        if step is not None:
            state = step[0]
        shifts.append(shift)
        free_from = shift.end_minute if shift else free_from
    return Tour(RosterAgent("a", "a", "standard", history=history), tuple(shifts))


@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
@settings(max_examples=60, deadline=None)
@given(
    random=st.randoms(use_true_random=False),
    first_date=st.dates(dt.date(2026, 2, 20), dt.date(2026, 4, 20)),
    days=st.integers(1, 30),
    past=st.integers(0, 9),
    zone=st.sampled_from(ZONES),
)
def test_they_agree_on_random_tours(
    unit: type[Rule], random: Random, first_date: dt.date, days: int, past: int, zone: str
) -> None:
    horizon = Horizon(zone=zone, first_date=first_date, days=days, interval_minutes=60)
    history: list[Shift] = []
    for day in range(-past, 0):
        shift = random_shift(random, horizon, day)
        if random.random() < 0.7 and (not history or history[-1].end_minute <= shift.start_minute):
            history.append(shift)
    frame = Frame(horizon)
    for rule in variants(unit, first_date):
        assert isinstance(rule, TourRule)
        tour = mostly_legal_tour(random, rule, frame, tuple(history))
        assert automaton_verdict(rule, frame, tour) == verdict(rule.check(frame, tour)), f"{rule!r}"
