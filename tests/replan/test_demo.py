"""One sick person in the demo: the fewest changes are found, and proven to be the fewest."""

import datetime as dt
import time
from pathlib import Path

from models.progress import silent
from planner.again import asked_again
from planner.pipeline import make_plan
from planner.plan_file import ReadPlan
from planner.replan.changed_world import changed_world
from planner.replan.changes import Absence, Changes
from planner.replan.one_by_one import tell_apart
from planner.replan.search import ChangeSearch
from planner.replan.settle import missed_as_published
from planner.roster.solve import SearchLimits
from planner.scenario.loading import load_scenario

DEMO = Path(__file__).parents[2] / "scenarios" / "24x7.toml"
#: Any plan will do to be mended; the searches for it and for the fewest changes need these seconds.
PLANNING = SearchLimits(seconds=3, workers=1)
#: Never reached, even on a busy machine.
ENOUGH_SECONDS = 300


def test_the_fewest_changes_of_the_demo_are_proven() -> None:
    plan = make_plan(load_scenario(DEMO), PLANNING)
    monday = dt.date(2026, 11, 9)
    busy = max(plan.roster.tours, key=lambda tour: sum(shift is not None for shift in tour.shifts[7:12]))
    away = Absence(agent=busy.agent.agent, first_date=monday, last_date=monday + dt.timedelta(days=4))
    changes = Changes(known_on=monday, changes=(away,))
    world = changed_world(ReadPlan(plan.scenario, plan.roster, {}, (), plan.demands), changes)
    missed = missed_as_published(world, *asked_again(world.unchanged, plan.demands), 1)
    frame, asked, tariff = asked_again(world.scenario, world.demands)
    told = tell_apart(world, frame, asked, tariff, settled=world.locked)
    end = time.monotonic() + ENOUGH_SECONDS
    search = ChangeSearch(told, tariff, missed, SearchLimits(workers=1), end, silent)
    least = search.unchanged()
    weights = search.weights(changes.hours_per_change, changes.hours_in_notice, least)
    fewest = search.proven(search.fewest(weights, 1.0), weights)
    assert fewest.is_proven
    assert fewest.at_least == fewest.changes
    assert weights.of(fewest.holes, 0, fewest.changes) <= weights.of(least.holes, 0, 0)
