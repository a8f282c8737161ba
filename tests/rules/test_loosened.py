"""A looser step never forbids what the rule allowed, and parts together ask what the whole asks."""

import datetime as dt
from collections import defaultdict
from functools import cache
from itertools import islice, product
from math import prod

import pytest

from models.horizon import Horizon
from models.rule import Frame, Rule, State, TourRule
from models.shift import Shift
from models.tour import RosterAgent, Tour
from planner.rules.availability import Availability
from planner.rules.days_off import DaysOff
from planner.rules.fixed_shift import FixedShift
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.max_nights import MaxNights
from planner.rules.min_rest import MinRest
from planner.rules.period_minutes import PeriodMinutes
from planner.rules.weekends_off import WeekendsOff
from tests.rules.agreement import Options, automaton_verdict, letter_history, letter_options
from tests.rules.known import TOUR_RULES, kind_of, variants

#: Day 0, letters, days, what was worked before: a weekend inside, and one cut by the start.
SCENES = (
    (dt.date(2026, 1, 8), ".DEMN", 5, "N"),
    (dt.date(2026, 1, 9), ".DN", 7, "DDDDDN"),
    (dt.date(2026, 1, 4), ".N", 9, "N.N"),
)
Scene = tuple[dt.date, str, int, str]


#: Places of the tours a rule allows, in the order of the product of all days.
Legal = frozenset[int]


@cache
def world(scene: Scene) -> tuple[Frame, Options, tuple[Shift, ...]]:
    first, letters, days, past = scene
    frame = Frame(Horizon(zone="Europe/Moscow", first_date=first, days=days, interval_minutes=60))
    return frame, letter_options(frame.horizon, letters), letter_history(frame.horizon, past)


def legal_tours(rule: TourRule, scene: Scene) -> Legal:
    """Walk all tours at once, day by day: those that reach a state go on from it together."""
    frame, options, history = world(scene)
    reached: dict[State, list[int]] = {rule.start(frame, history): [0]}
    for day, shifts in enumerate(options):
        after: dict[State, list[int]] = defaultdict(list)
        for state, places in reached.items():
            for number, shift in enumerate(shifts):
                step = rule.step(frame, state, day, shift)
                if step is not None:
                    after[step[0]] += [place * len(shifts) + number for place in places]
        reached = after
    ends = (places for state, places in reached.items() if rule.finish(frame, state) is not None)
    return frozenset(place for places in ends for place in places)


@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
def test_walking_together_leads_where_walking_alone_does(unit: type[Rule]) -> None:
    frame, options, history = world(SCENES[1])
    agent = RosterAgent("a", "a", "standard", history=history)
    rule = next(variants(unit, SCENES[1][0]))
    assert isinstance(rule, TourRule)
    alone = [automaton_verdict(rule, frame, Tour(agent, shifts)) is not None for shifts in product(*options)]
    assert legal_tours(rule, SCENES[1]) == {place for place, legal in enumerate(alone) if legal}


@pytest.mark.parametrize("scene", SCENES, ids=str)
@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
def test_every_tour_legal_under_a_rule_is_legal_under_its_looser_steps(
    unit: type[Rule], scene: Scene
) -> None:
    frame, _, _ = world(scene)
    for rule in variants(unit, scene[0]):
        assert isinstance(rule, TourRule)
        known = legal_tours(rule, scene)
        for step in islice(rule.loosened(frame), 6):
            unit.model_validate(step.model_dump(mode="json"))
            legal = legal_tours(step, scene)
            assert known <= legal, f"{step!r} is not looser than {rule!r}"
            known = legal


@pytest.mark.parametrize("scene", SCENES, ids=str)
@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
def test_the_parts_of_a_rule_ask_together_what_it_asks(unit: type[Rule], scene: Scene) -> None:
    frame, options, _ = world(scene)
    for rule in variants(unit, scene[0]):
        assert isinstance(rule, TourRule)
        by_parts = frozenset(range(prod(map(len, options))))
        for part in rule.parts(frame):
            unit.model_validate(part.model_dump(mode="json"))
            by_parts &= legal_tours(part, scene)
        assert by_parts == legal_tours(rule, scene)


@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
def test_the_steps_end(unit: type[Rule]) -> None:
    frame = Frame(Horizon(zone="Europe/Moscow", first_date=dt.date(2026, 1, 5), days=28, interval_minutes=15))
    for rule in variants(unit, dt.date(2026, 1, 5)):
        assert isinstance(rule, TourRule)
        assert len(list(islice(rule.loosened(frame), 3000))) < 3000


def frame_of(days: int = 7) -> Frame:
    return Frame(
        Horizon(zone="Europe/Moscow", first_date=dt.date(2026, 1, 5), days=days, interval_minutes=30)
    )


def test_steps_are_small() -> None:
    frame = frame_of()
    first = {
        MaxConsecutiveDays(days=5): MaxConsecutiveDays(days=6),
        MinRest(minutes=720): MinRest(minutes=690),
        PeriodMinutes(min_minutes=600, max_minutes=900): PeriodMinutes(min_minutes=570, max_minutes=930),
        WeekendsOff(min_off=2): WeekendsOff(min_off=1),
        MaxNights(nights=1, window_days=7): MaxNights(nights=2, window_days=7),
    }
    assert {rule: next(rule.loosened(frame)) for rule in first} == first


def test_what_has_no_degrees_yields_nothing() -> None:
    frame = frame_of()
    day = dt.date(2026, 1, 6)
    for rule in (FixedShift(date=day, off=True), DaysOff(first_date=day, last_date=day)):
        assert list(rule.loosened(frame)) == []


def test_a_leave_falls_into_the_days_the_period_can_run_into() -> None:
    frame = frame_of(days=3)
    leave = DaysOff(first_date=dt.date(2025, 12, 30), last_date=dt.date(2026, 2, 1), reason="vacation")
    assert [part.asked_dates(frame) for part in leave.parts(frame)] == [
        (dt.date(2026, 1, day),) for day in (5, 6, 7, 8)
    ]
    beyond = DaysOff(first_date=dt.date(2026, 2, 1), last_date=dt.date(2026, 2, 3))
    assert beyond.parts(frame) == (beyond,)


def test_hours_of_the_week_fall_into_weekdays() -> None:
    hours = Availability.model_validate(
        {"spans": {"mon": ["20:00-08:00"], **{day: ["00:00-24:00"] for day in ("wed", "thu", "fri")}}}
    )
    monday, tuesday, *_ = hours.parts(frame_of())
    assert isinstance(monday, Availability)
    assert isinstance(tuesday, Availability)
    assert list(map(str, monday.spans["mon"])) == ["20:00-08:00"]
    assert list(map(str, monday.spans["tue"])) == ["00:00-24:00"]
    assert list(map(str, tuesday.spans["mon"])) == ["00:00-24:00", "20:00-08:00"]
    assert "tue" not in tuesday.spans
    assert tuesday.asked_dates(frame_of()) == (dt.date(2026, 1, 6),)
