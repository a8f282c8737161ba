"""What asks for people is the very rule its row is named after."""

from decimal import Decimal

from planner.explain.asking import asking_text
from planner.rules.max_seats import MaxSeats
from planner.rules.min_rest import MinRest
from planner.rules.min_staff import MinStaff
from tests.roster.desks import desk


def test_of_two_rules_of_a_kind_the_one_meant_is_told() -> None:
    rules = (
        MinStaff(minimum=1, price=Decimal(5)),
        MinRest(minutes=660),
        MaxSeats(seats=9),
        MinStaff(minimum=2, contracts=("crew",)),
    )
    scenario = desk(rules=rules)
    assert (
        asking_text(scenario, "min_staff[0]").en
        == "At least 1 on duty, while the desk is open, or 5 for each hour an agent is missing"
    )
    assert (
        asking_text(scenario, "min_staff[2]").en
        == "At least 2 on duty (among contract crew), while the desk is open"
    )
    assert asking_text(scenario, "minimum").en == "the least number on duty"
