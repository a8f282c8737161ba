"""Bounds of a first rough look are bounds, and people with no tour so near to what was published stop nothing."""

import time

import pytest

from models.progress import silent
from models.requirement import Requirement
from models.scenario import Scenario
from planner.pay.tariff import make_tariff
from planner.replan.few_changes import FewChanges
from planner.replan.frontier import Frontier, numbers_to_look_at
from planner.replan.one_by_one import tell_apart
from planner.replan.search import ChangeSearch
from planner.replan.settle import missed_as_published
from planner.roster.solve import SearchLimits
from tests.replan.test_fewest import needs, sick, small_desk, the_world
from tests.roster.desks import asks, backlog, calendar_of, frame_of


def with_mail(scenario: Scenario, before: Requirement) -> Requirement:
    """The same calls, and an hour and a half of mail every six hours, due twelve hours later."""
    hours = scenario.horizon.intervals
    arrives = [90 if hour % 6 == 0 else 0 for hour in range(hours)]
    due = [0] * 12 + arrives[: hours - 12]
    taken = [30 * agents for agents in before.live[0].agents]
    return asks(scenario, *before.live, backlog(arrives, due, [60] * hours, taken))


def a_search() -> tuple[ChangeSearch, Frontier, int]:
    """Ana is away; there are calls, and work that may wait."""
    scenario, changes = small_desk(days=3), sick()
    asked = with_mail(scenario, needs(scenario, 1, 1))
    world = the_world(scenario, asked, changes)
    tariff = make_tariff(world.scenario, calendar_of(world.scenario))
    frame = frame_of(world.scenario, asked)
    missed = missed_as_published(world, frame, asked, tariff, 1)
    told = tell_apart(world, frame, asked, tariff, settled=world.locked)
    limits = SearchLimits(workers=1)
    search = ChangeSearch(told, tariff, missed, limits, time.monotonic() + 60, silent)
    return search, Frontier([search], 0, 0), search.unchanged().objective_minor


def test_looking_away_from_work_that_waits_bounds_the_whole() -> None:
    search, frontier, price = a_search()
    assert search.can_be_rough
    known = [search.unchanged()]
    rough_bounds, exact = [], []
    for most in range(3):
        known += frontier.look(most, known, 1.0, roughly=True)
        rough_bounds.append(frontier.bound(most))
    for most in range(3):
        known += frontier.look(most, known, 1.0)
        (point,) = frontier.points([most], known)
        assert point.is_proven
        exact.append(point.objective_minor or 0)
    assert all(rough <= cost for rough, cost in zip(rough_bounds, exact, strict=True))
    assert exact == sorted(exact, reverse=True)
    assert exact[0] <= price
    assert len(set(exact)) > 1


def test_all_numbers_side_by_side_are_as_good_as_one_after_another() -> None:
    search, frontier, _ = a_search()
    known = [search.unchanged()]
    points = []
    for workers in (1, 2):
        found = frontier.look_along(range(3), known, 1.0, workers)
        points.append(frontier.points(range(3), [*known, *found]))
        frontier = Frontier([search], 0, 0)
    alone, together = ([(point.objective_minor, point.is_proven) for point in own] for own in points)
    assert alone == together


@pytest.mark.parametrize(
    ("chosen", "asked", "numbers"),
    [
        (0, None, (0, 1, 2)),
        (5, None, (0, 1, 2, 3, 4, 5, 6, 7)),
        (5, 9, (0, 1, 2, 3, 4, 5, 6, 7, 9)),
        (9, None, (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
        (90, None, (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 91, 92)),
    ],
)
def test_a_frontier_has_a_dozen_points_and_the_chosen_one_among_them(
    chosen: int, asked: int | None, numbers: tuple[int, ...]
) -> None:
    assert numbers_to_look_at(chosen, asked) == numbers


def test_days_changed_are_counted_where_they_count() -> None:
    published = {1: None, 3: None}
    few = FewChanges("ana", published, 1)
    shift = small_desk_shift()
    state = few.start()
    for day, label, changed in ((0, shift, 0), (1, None, 0), (2, shift, 0), (3, shift, 1)):
        step = few.step(state, day, label)
        assert step == (changed, 0)
        state = step[0]
    assert few.step(state, 1, shift) is None
    assert few.finish(state) == 0


def small_desk_shift() -> object:
    """Any shift."""
    scenario = small_desk()
    return the_world(scenario, needs(scenario, 1, 1), sick()).published.tours[0].worked[0]
