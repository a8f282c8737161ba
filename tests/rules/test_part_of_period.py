"""A rule valid for a part of the period: as if those dates were the whole period."""

import ast
import datetime as dt
from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest

import planner.rules
from models.horizon import Horizon
from models.rule import Frame, Rule, State, TourRule
from models.shift import Shift
from models.tour import RosterAgent, Tour
from planner.rules.checked_in_force import check_in_force
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.min_rest import MinRest
from planner.rules.part_of_period import PartOfPeriod, holds_on_some_day, holds_throughout
from tests.rules.agreement import letter_history, letter_options, spelling, verdict
from tests.rules.known import TOUR_RULES, kind_of, variants
from tests.rules.test_states import HORIZON, pattern_shifts

#: First date, days, letters, history, first and last valid day.
Scene = tuple[dt.date, int, str, str, int, int]
SCENES: tuple[Scene, ...] = (
    (dt.date(2026, 1, 8), 5, ".DN", "DN", 2, 4),
    (dt.date(2026, 1, 9), 5, ".DN", "", 1, 3),
    (dt.date(2026, 1, 4), 5, ".EN", "D", 0, 2),
    (dt.date(2026, 1, 8), 8, ".N", "NN", 3, 6),
    (dt.date(2026, 1, 9), 8, ".D", "DDD", 2, 7),
    (dt.date(2026, 3, 27), 5, ".N", "N", 2, 3),
)


def limited(rule: Rule, first_date: dt.date, first: int, last: int, days: int) -> TourRule:
    begins = None if first == 0 else first_date + dt.timedelta(days=first)
    ends = None if last == days - 1 else first_date + dt.timedelta(days=last)
    limited_rule = rule.model_copy(update={"valid_from": begins, "valid_to": ends})
    assert isinstance(limited_rule, TourRule)
    return limited_rule


def frame_of(scene: Scene, zone: str = "Europe/Berlin") -> Frame:
    first_date, days, *_ = scene
    return Frame(Horizon(zone=zone, first_date=first_date, days=days, interval_minutes=60))


def price_of(unit: PartOfPeriod, frame: Frame, tour: Tour) -> int | None:
    state, price = unit.start(frame, tour.agent.history), 0
    for day, shift in enumerate(tour.shifts):
        step = unit.step(frame, state, day, shift)
        if step is None:
            return None
        hash(step[0])
        state, price = step[0], price + step[1]
    last = unit.finish(frame, state)
    return None if last is None else price + last


@pytest.mark.parametrize("scene", SCENES, ids=str)
@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
def test_automaton_and_check_agree_on_every_tour(unit: type[Rule], scene: Scene) -> None:
    frame = frame_of(scene)
    first_date, days, letters, past, first, last = scene
    agent = RosterAgent("a", "a", "standard", history=letter_history(frame.horizon, past))
    for variant in variants(unit, first_date):
        rule = limited(variant, first_date, first, last, days)
        assert holds_on_some_day(rule, frame.horizon)
        assert not holds_throughout(rule, frame.horizon)
        part, found = PartOfPeriod(rule), []
        for shifts in product(*letter_options(frame.horizon, letters)):
            tour = Tour(agent, shifts)
            asked, read = price_of(part, frame, tour), verdict(check_in_force(rule, frame, tour))
            if asked != read:
                found.append((spelling(shifts), asked, read))
        assert found == [], f"{rule!r}"


@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
def test_pasts_in_one_state_stay_in_one_state(unit: type[Rule]) -> None:
    """What :class:`PartOfPeriod` relies on when it lets one past stand for another."""
    first_date, days = dt.date(2026, 1, 7), 6
    frames = [
        Frame(
            Horizon(
                zone="Europe/Moscow",
                first_date=first_date + dt.timedelta(days=n),
                days=9 - n,
                interval_minutes=60,
            )
        )
        for n in range(days + 1)
    ]
    for rule in variants(unit, first_date):
        assert isinstance(rule, TourRule)
        after: dict[tuple[int, State, str], set[State]] = defaultdict(set)
        states = {"": rule.start(frames[0], ())}
        for n, frame in enumerate(frames[1:]):
            for letters in product(".DN", repeat=n + 1):
                past = "".join(letters)
                states[past] = rule.start(frame, letter_history(frame.horizon, past))
                after[n, states[past[:-1]], past[-1]].add(states[past])
        assert [key for key, found in after.items() if len(found) > 1] == [], f"{rule!r}"


def test_what_was_worked_before_the_first_date_counts() -> None:
    frame = Frame(Horizon(zone="Europe/Moscow", first_date=dt.date(2026, 1, 5), days=6, interval_minutes=60))
    rest = MinRest(minutes=12 * 60, valid_from=dt.date(2026, 1, 7))
    runs = MaxConsecutiveDays(days=2, valid_from=dt.date(2026, 1, 7), valid_to=dt.date(2026, 1, 8))
    found = {}
    for letters in ("ND....", ".ND...", "DDDD..", "DD..DD", ".DDD..", "...DDD"):
        shifts = tuple(
            options["ND.".index(c)]
            for c, options in zip(letters, letter_options(frame.horizon, "ND."), strict=True)
        )
        tour = Tour(RosterAgent("a", "a", "standard"), shifts)
        found[letters] = [
            (
                price_of(PartOfPeriod(rule), frame, tour) is None,
                [one.date.day for one in check_in_force(rule, frame, tour)],
            )
            for rule in (rest, runs)
        ]
    assert found == {
        "ND....": [(False, []), (False, [])],
        ".ND...": [(True, [7]), (False, [])],
        "DDDD..": [(False, []), (True, [7])],
        "DD..DD": [(False, []), (False, [])],
        ".DDD..": [(False, []), (True, [8])],
        "...DDD": [(False, []), (False, [])],
    }


def test_states_stay_few_before_a_rule_begins() -> None:
    frame = Frame(HORIZON)
    rule = MinRest(minutes=12 * 60, valid_from=HORIZON.date_of(20))
    part = PartOfPeriod(rule)
    layer: set[State] = {part.start(frame, ())}
    for day in range(HORIZON.days):
        options: list[Shift | None] = [None, *pattern_shifts(day)]
        steps = [part.step(frame, state, day, shift) for state in layer for shift in options]
        layer = {step[0] for step in steps if step is not None}
        assert len(layer) <= 20


class ForgetsTheEve(PartOfPeriod):
    """Begins afresh on the rule's first date."""

    def _on_eve(self, frame: Frame, day: int, worked: tuple[Shift, ...]) -> State:
        return super()._on_eve(frame, day, ())


def test_a_faulty_part_disagrees() -> None:
    frame = Frame(Horizon(zone="Europe/Moscow", first_date=dt.date(2026, 1, 5), days=3, interval_minutes=60))
    rule = MinRest(minutes=12 * 60, valid_from=dt.date(2026, 1, 7))
    night, day = letter_options(frame.horizon, "ND")[1][0], letter_options(frame.horizon, "ND")[2][1]
    tour = Tour(RosterAgent("a", "a", "standard"), (None, night, day))
    assert verdict(check_in_force(rule, frame, tour)) is None
    assert price_of(PartOfPeriod(rule), frame, tour) is None
    assert price_of(ForgetsTheEve(rule), frame, tour) == 0


def test_the_two_halves_share_nothing() -> None:
    folder = Path(planner.rules.__file__).parent
    for own, other in (("part_of_period", "checked_in_force"), ("checked_in_force", "part_of_period")):
        tree = ast.parse((folder / f"{own}.py").read_text(encoding="utf-8"))
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert f"planner.rules.{other}" not in imported
