"""Whoever is said to be able to be there can, and whoever is said not to breaks a rule by any shift."""

from dataclasses import replace
from pathlib import Path

import pytest

from planner.cli.app import run
from planner.explain import PlannedDesk, explain_interval, explain_tour, planned_desk, short_spells
from planner.explain.broken import broken_by
from planner.explain.covering import Covering, works_in
from planner.explain.one_agent import best_tour
from planner.explain.own_tour import with_tour
from planner.explain.stood_aside import closer_look, first_look
from planner.explain.this_tour import AnythingBut, seen
from planner.plan_file import read_plan
from tests.cli.desks import ALWAYS

#: A Wednesday noon of the week: shifts run 08:00 to 20:00 and 20:00 to 08:00.
NOON = 2 * 24 + 12


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> PlannedDesk:
    folder: Path = tmp_path_factory.mktemp("always")
    (folder / "always.toml").write_text(ALWAYS, encoding="utf-8")
    assert (
        run(["plan", str(folder / "always.toml"), "--out", str(folder / "plan"), "--time-limit", "20"]) == 0
    )
    return planned_desk(read_plan(folder / "plan" / "plan.json"))


def test_everybody_is_told_and_what_is_told_is_so(desk: PlannedDesk) -> None:
    horizon = desk.frame.horizon
    for place, tour in enumerate(desk.roster.tours):
        first = first_look(desk, place, NOON)
        told = closer_look(desk, place, NOON, first)
        at_work = any(works_in(horizon, shift, NOON) for shift in tour.worked)
        assert (told.verdict == "there") == at_work
        if at_work:
            continue
        assert first.verdict in ("not_as_is", "too_dear", "saves")
        assert told.shift is not None
        changed = replace(
            tour,
            shifts=tuple(told.shift if day == told.shift.day else own for day, own in enumerate(tour.shifts)),
        )
        assert bool(told.broken) == bool(broken_by(desk, changed))
        assert (told.added_minor is None) == bool(told.broken)
        if told.added_minor is not None:
            assert told.exchange_minor is not None
            assert told.exchange_minor <= told.added_minor
        best = best_tour(desk, place, (Covering(horizon, NOON),))
        assert (best is None) == (told.verdict == "barred")
        if best is not None:
            moved = replace(tour, shifts=best.shifts)
            assert broken_by(desk, moved) == ()
            assert any(works_in(horizon, shift, NOON) for shift in moved.worked)
            # the search and the sum come to the same
            assert with_tour(desk, place, best.shifts) == best.objective_minor


def test_without_time_everybody_is_told_what_stands_in_the_way_of_the_tour_as_it_is(
    desk: PlannedDesk,
) -> None:
    found = explain_interval(desk, NOON, lambda: False, lambda done, wanted: None)
    assert len(found.people) == len(desk.roster.tours)
    aside = [one for one in found.people if one.verdict != "there"]
    assert found.left_out == len(aside) > 0
    assert all(one.broken or one.added_minor is not None for one in aside)


def test_a_tour_that_breaks_a_rule_has_no_price(desk: PlannedDesk) -> None:
    tour = desk.roster.tours[0]
    every_day = tuple(
        next(shift for shift in desk.translation.shifts if shift.day == day)
        for day in range(desk.frame.horizon.days)
    )
    assert broken_by(desk, replace(tour, shifts=every_day))
    assert with_tour(desk, 0, every_day) is None


def test_the_plan_is_the_best_answer_of_each_to_all_others_where_it_is_proven(desk: PlannedDesk) -> None:
    for place, tour in enumerate(desk.roster.tours[:2]):
        now = with_tour(desk, place, tour.shifts)
        assert now is not None
        free = best_tour(desk, place, ())
        assert free is not None
        assert free.objective_minor <= now
        other = best_tour(desk, place, (AnythingBut((seen(tour.shifts),)),))
        assert other is not None
        assert seen(other.shifts) != seen(tour.shifts)
        assert other.objective_minor >= free.objective_minor


def test_what_a_tour_earns_is_what_would_be_short_without_it(desk: PlannedDesk) -> None:
    agent = max(desk.roster.tours, key=lambda tour: len(tour.worked)).agent.agent
    why = explain_tour(desk, agent, 0)
    assert why.earned_minor > 0
    assert why.shifts == len(desk.roster.tours[desk.place(agent)].worked)


def test_spells_add_up_to_everybody_missing(desk: PlannedDesk) -> None:
    spells, more = short_spells(desk, 10_000)
    assert more == 0
    assert sum(own.price_minor for own in spells) == sum(one.number * one.price_minor for one in desk.missing)
