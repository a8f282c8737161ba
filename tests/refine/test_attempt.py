"""What the formulas expect of a roster, whoever made it."""

from dataclasses import replace

from models.plan import Plan
from models.tour import Roster
from planner.again import expect
from planner.plan_file import ReadPlan
from planner.refine import try_out
from planner.simulate.plan_simulation import SimulationLimits


def test_a_fresh_plan_is_read_as_it_was_made(cheap_shortfall: Plan) -> None:
    expected = expect(cheap_shortfall)
    assert expected.cost == cheap_shortfall.cost
    assert expected.coverage == cheap_shortfall.coverage
    assert expected.promises == cheap_shortfall.promises


def test_a_plan_from_its_file_is_read_alike(cheap_shortfall: Plan, read_again: ReadPlan) -> None:
    limits = SimulationLimits(5, 1, 1)
    fresh, again = try_out(cheap_shortfall, limits), try_out(read_again, limits)
    assert again.expected == fresh.expected
    assert again.worth == fresh.worth
    assert fresh.plan is cheap_shortfall
    assert again.plan is None


def test_an_edited_roster_is_read_as_it_is_now(read_again: ReadPlan) -> None:
    """Shortfall, cost and promise are of the roster, not of what its file said once."""
    tours = tuple(replace(tour, shifts=(None,) * len(tour.shifts)) for tour in read_again.roster.tours)
    edited = replace(read_again, roster=Roster(tours))
    before, after = expect(read_again), expect(edited)
    assert after.coverage.understaffed_hours == after.coverage.required_hours
    assert after.coverage.understaffed_hours > before.coverage.understaffed_hours
    assert after.cost.total_minor < before.cost.total_minor
    # the first hours are the plan's before
    assert after.promises[0].service_level < 0.1 < before.promises[0].service_level
