"""Rules about a total say the same three times: by counting, by their automaton, by their check."""

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.horizon import Horizon
from models.rule import Frame, Rule, State, TotalRule
from models.shift import Shift
from models.tour import RosterAgent, Tour
from planner.rules.average_weekly_minutes import AverageWeeklyMinutes
from planner.rules.max_nights import MaxNights
from planner.rules.overtime_budget import OvertimeBudget
from planner.rules.period_minutes import PeriodMinutes
from planner.rules.period_shifts import PeriodShifts
from planner.rules.weekends_off import WeekendsOff
from tests.rules.agreement import (
    Options,
    automaton_verdict,
    letter_history,
    letter_options,
    spelling,
    verdict,
)
from tests.rules.known import TOUR_RULES, kind_of, variants
from tests.rules.test_agreement import SCENES, Scene
from tests.rules.test_long_horizons import ZONES, mostly_legal_tour, random_shift

TOTAL_RULES = tuple(unit for unit in TOUR_RULES if issubclass(unit, TotalRule))
SUNDAY, SATURDAY = dt.date(2026, 1, 4), dt.date(2026, 1, 10)


def total_verdict(rule: TotalRule, frame: Frame, tour: Tour) -> int | None:
    """Count along a tour; 0 where the total lies within the bounds, ``None`` where it does not."""
    bounds = rule.bounds(frame, tour.agent.history)
    if bounds is None:
        return automaton_verdict(rule, frame, tour)
    memory, total = rule.memory(frame, tour.agent.history), 0
    for day, shift in enumerate(tour.shifts):
        memory, amount = rule.count(frame, memory, day, shift)
        hash(memory)
        assert amount >= 0
        total += amount
    return 0 if bounds[0] <= total <= bounds[1] else None


def disagreements(
    rule: TotalRule,
    frame: Frame,
    options: Options,
    history: tuple[Shift, ...] = (),
    *,
    asks_check: bool = True,
) -> list[str]:
    """Walk the tree of all tours, counting and the automaton along its branches; ask the check at each leaf."""
    agent, bounds = RosterAgent("a", "a", "standard", history=history), rule.bounds(frame, history)
    if bounds is None:
        return []
    least, most = bounds
    found = []

    def walk(
        chosen: tuple[Shift | None, ...], memory: State, total: int, reached: tuple[State, int] | None
    ) -> None:
        day = len(chosen)
        if day == len(options):
            last = rule.finish(frame, reached[0]) if reached is not None else None
            stepped = reached[1] + last if reached is not None and last is not None else None
            verdicts = [0 if least <= total <= most else None, stepped]
            if asks_check:
                verdicts.append(verdict(rule.check(frame, Tour(agent, chosen))))
            if len(set(verdicts)) > 1:
                found.append(f"{spelling(chosen)}: {verdicts}")
            return
        for shift in options[day]:
            after, amount = rule.count(frame, memory, day, shift)
            assert amount >= 0
            step = rule.step(frame, reached[0], day, shift) if reached is not None else None
            onward = (step[0], reached[1] + step[1]) if reached is not None and step is not None else None
            walk((*chosen, shift), after, total + amount, onward)

    walk((), rule.memory(frame, history), 0, (rule.start(frame, history), 0))
    return found


def scene_frame(scene: Scene) -> Frame:
    return Frame(Horizon(zone=scene.zone, first_date=scene.first_date, days=scene.days, interval_minutes=60))


def test_the_rules_about_totals_are_known() -> None:
    assert {kind_of(unit) for unit in TOTAL_RULES} == {
        "average_weekly_minutes",
        "max_nights",
        "overtime_budget",
        "period_minutes",
        "period_shifts",
        "weekends_off",
    }


@pytest.mark.parametrize("scene", SCENES, ids=str)
@pytest.mark.parametrize("unit", TOTAL_RULES, ids=kind_of)
def test_counting_agrees_on_every_tour(unit: type[Rule], scene: Scene) -> None:
    """Counting against the automaton, which tests/rules/test_agreement.py holds against the check here."""
    frame = scene_frame(scene)
    options = letter_options(frame.horizon, scene.letters)
    for rule in variants(unit, scene.first_date):
        assert isinstance(rule, TotalRule)
        for history in scene.histories:
            before = letter_history(frame.horizon, history)
            found = disagreements(rule, frame, options, before, asks_check=False)
            assert found == [], f"{rule!r} after {history!r}"


def edge_rules(first_date: dt.date) -> tuple[TotalRule, ...]:
    day = dt.timedelta(days=1)
    return (
        *(WeekendsOff(max_worked=worked) for worked in (0, 1, 2)),
        *(WeekendsOff(max_worked=1, used_before=used) for used in (1, 2)),
        *(WeekendsOff(min_off=off, count_overlap=True) for off in (1, 2, 3)),
        WeekendsOff(min_off=4, off_before=3),
        WeekendsOff(max_worked=0, days=("sun", "mon"), count_overlap=True),
        WeekendsOff(min_off=1, days=("mon",), count_overlap=True),
        WeekendsOff(max_worked=1, days=("fri", "sat", "sun"), count_overlap=True),
        *(MaxNights(nights=nights, since=first_date - 2 * day) for nights in (0, 1, 2)),
        MaxNights(nights=3, used_before=2, since=first_date - 2 * day),
        PeriodMinutes(min_minutes=36 * 60, max_minutes=48 * 60, since=first_date - 3 * day),
        PeriodMinutes(max_minutes=0, since=first_date - day),
        PeriodMinutes(min_minutes=30 * 60, since=first_date + 2 * day),
        *(PeriodShifts(max_shifts=most, since=first_date - 2 * day) for most in (0, 2)),
        PeriodShifts(min_shifts=3, nights=True, since=first_date - 3 * day),
        *(OvertimeBudget(minutes=most, norm_minutes=1440, used_before_minutes=60) for most in (0, 600, 1440)),
        OvertimeBudget(minutes=720, norm_minutes=1440, per="period", since=first_date - 3 * day),
        *(AverageWeeklyMinutes(minutes=1260, weeks=n, since=first_date - 8 * day) for n in (1, 2)),
        AverageWeeklyMinutes(minutes=1260, weeks=3, since=first_date - 3 * day, used_before_minutes=600),
    )


#: Rules whose verdict hangs on what was worked before, and on weekends the edges cut.
EDGES: tuple[tuple[TotalRule, Scene], ...] = tuple(
    (rule, Scene(first_date, days, letters, (history,)))
    for first_date, days, letters in (
        (SUNDAY, 4, ".DN"),
        (SUNDAY, 8, ".N"),
        (SATURDAY, 3, ".DN"),
        (SATURDAY - dt.timedelta(days=1), 2, ".DN"),
        (SATURDAY + dt.timedelta(days=2), 6, ".N"),
    )
    for history in ("", "D", "N", ".N", "D.", "DN", "DDDDDDD")
    for rule in edge_rules(first_date)
)


def test_counting_agrees_where_history_decides() -> None:
    decided: dict[str, set[str]] = {}
    for rule, scene in EDGES:
        frame = scene_frame(scene)
        (history,) = scene.histories
        before = letter_history(frame.horizon, history)
        options = letter_options(frame.horizon, scene.letters)
        assert disagreements(rule, frame, options, before) == [], f"{rule!r} after {history!r}"
        if rule.bounds(frame, before) != rule.bounds(frame, ()):
            decided.setdefault(rule.kind, set()).add(history)
    assert {kind: len(histories) > 1 for kind, histories in decided.items()} == {
        "weekends_off": True,
        "max_nights": True,
        "period_minutes": True,
        "period_shifts": True,
        "overtime_budget": True,
        "average_weekly_minutes": True,
    }


@pytest.mark.parametrize("unit", TOTAL_RULES, ids=kind_of)
@settings(max_examples=60, deadline=None)
@given(
    random=st.randoms(use_true_random=False),
    first_date=st.dates(dt.date(2026, 2, 20), dt.date(2026, 4, 20)),
    days=st.integers(1, 30),
    past=st.integers(0, 9),
    zone=st.sampled_from(ZONES),
)
def test_counting_agrees_on_random_tours(
    unit: type[Rule], random: Random, first_date: dt.date, days: int, past: int, zone: str
) -> None:
    frame = scene_frame(Scene(first_date, days, zone=zone))
    history: list[Shift] = []
    for day in range(-past, 0):
        shift = random_shift(random, frame.horizon, day)
        if random.random() < 0.7 and (not history or history[-1].end_minute <= shift.start_minute):
            history.append(shift)
    for rule in variants(unit, first_date):
        assert isinstance(rule, TotalRule)
        tour = mostly_legal_tour(random, rule, frame, tuple(history))
        assert total_verdict(rule, frame, tour) == verdict(rule.check(frame, tour)), f"{rule!r}"


@pytest.mark.parametrize("unit", TOTAL_RULES, ids=kind_of)
def test_bounds_alone_tell_apart_what_counts_alike(unit: type[Rule]) -> None:
    """Fields that only move the bounds leave every amount as it is."""
    assert issubclass(unit, TotalRule)
    frame = scene_frame(SCENES[0])
    options = letter_options(frame.horizon)
    amounts: dict[str, set[tuple[object, ...]]] = {}
    for rule in variants(unit, SCENES[0].first_date):
        assert isinstance(rule, TotalRule)
        if rule.bounds(frame, ()) is not None:
            alike = rule.model_dump_json(exclude=set(unit.bound_fields))
            counted = [
                rule.count(frame, rule.memory(frame, ()), day, shift)
                for day, shifts in enumerate(options)
                for shift in shifts
            ]
            amounts.setdefault(alike, set()).add(tuple(counted))
    assert {len(found) for found in amounts.values()} == {1}


class BlindToHistory(WeekendsOff):
    """Counts a weekend again that was begun before the period."""

    def memory(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        return super().memory(frame, ())


def test_a_faulty_memory_disagrees() -> None:
    frame = scene_frame(Scene(SUNDAY, 7))
    before, options = letter_history(frame.horizon, "D"), letter_options(frame.horizon, ".D")
    assert disagreements(BlindToHistory(max_worked=1), frame, options, before) != []
    assert disagreements(WeekendsOff(max_worked=1), frame, options, before) == []


def test_minutes_are_counted_in_units_all_shifts_share() -> None:
    frame = scene_frame(SCENES[0])
    shifts = letter_history(frame.horizon, "DDMN")
    unit = PeriodMinutes(max_minutes=60).unit(shifts)
    assert unit > 1
    assert all(shift.paid_minutes % unit == 0 for shift in shifts)
    assert PeriodMinutes(max_minutes=60).unit(()) == 1
